import { getCodebookChanges } from "#lib/contracts/routes/codebooks.ts";
import { changes } from "#lib/services/codebooks/read.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getCodebookChanges, ({ caller, params, query }) =>
  changes(caller, params.w, params.k, query),
);

export * from "#lib/web/other-methods.ts";
