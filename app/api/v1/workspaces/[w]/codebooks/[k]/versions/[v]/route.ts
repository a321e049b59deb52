import { getCodebookVersion } from "#lib/contracts/routes/codebooks.ts";
import { readVersion } from "#lib/services/codebooks/read.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getCodebookVersion, ({ caller, params }) =>
  readVersion(caller, params.w, params.k, params.v),
);

export * from "#lib/web/other-methods.ts";
