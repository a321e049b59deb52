/**
 * Where a request comes from, for back-off only: the address the nearest proxy saw. What stands further left in
 * X-Forwarded-For is the client's own word; without a proxy all of it is, so nothing rests on this alone.
 */
export function clientAddress(headers: { get(name: string): string | null }): string {
  const seen = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return (seen || "unknown").slice(0, 64);
}
