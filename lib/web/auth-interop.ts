/** NextAuth 4 is CommonJS: some loaders hand over its exports object where others hand over its default. */
export function commonJsDefault<T>(imported: T): T {
  const holder: unknown = imported;
  if (typeof holder === "object" && holder !== null && "default" in holder) return holder.default as T; // Its own default.
  return imported;
}
