import { listLookAgain } from "#lib/contracts/routes/codebooks.ts";
import { list } from "#lib/services/codebooks/look.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listLookAgain, ({ caller, params, query }) =>
  list(caller, params.w, params.p, query),
);

export * from "#lib/web/other-methods.ts";
