import { listClaims } from "#lib/contracts/routes/claims.ts";
import { list } from "#lib/services/claims/list.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listClaims, ({ caller, params, query }) => list(caller, params.w, query));

export * from "#lib/web/other-methods.ts";
