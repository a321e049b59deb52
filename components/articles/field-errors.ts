import type { ApiFailure } from "#lib/client/api.ts";

/** A refusal's messages by the form's own field names. `renamed` maps the API's name where it differs. */
export function fieldErrors(
  failure: ApiFailure | null,
  renamed: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const errors = failure && "errors" in failure ? (failure.errors ?? []) : [];
  return Object.fromEntries(
    errors.map(({ pointer, message }) => {
      const name = pointer.split("/")[1] ?? "";
      return [renamed[name] ?? name, message];
    }),
  );
}
