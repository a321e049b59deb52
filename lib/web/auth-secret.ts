import { environment } from "#lib/platform/environment.ts";
import { authSecret } from "#lib/platform/secrets.ts";

let known: string | undefined;

/** What session cookies are encrypted with; a sample or short value is refused. */
export function sessionSecret(): string {
  const { NEXTAUTH_SECRET: given, dataDir } = environment();
  known ??= authSecret({ given, dataDir });
  return known;
}
