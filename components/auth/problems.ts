import type { ApiFailure } from "#lib/client/api.ts";

/** The message that belongs to a field, by its JSON pointer. */
export function fieldProblem(failure: ApiFailure | null, field: string): string | undefined {
  if (!failure || !("errors" in failure)) return undefined;
  const message = failure.errors?.find((error) => error.pointer === `/${field}`)?.message;
  return message && message.charAt(0).toUpperCase() + message.slice(1);
}

/** What stands above the form: everything that belongs to no field of it. */
export function generalProblem(failure: ApiFailure | null, fields: readonly string[]): ApiFailure | null {
  if (!failure) return null;
  return fields.some((field) => fieldProblem(failure, field)) ? null : failure;
}
