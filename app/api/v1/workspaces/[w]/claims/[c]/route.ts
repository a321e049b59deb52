import { getClaim, removeClaim, reviseClaim } from "#lib/contracts/routes/claims.ts";
import { get } from "#lib/services/claims/read.ts";
import { remove } from "#lib/services/claims/remove.ts";
import { revise } from "#lib/services/claims/revise.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getClaim, ({ caller, params }) => get(caller, params.w, params.c));
export const PATCH = defineRoute(reviseClaim, ({ caller, params, ifMatch, body }) =>
  revise(caller, params.w, params.c, ifMatch, body),
);
export const DELETE = defineRoute(removeClaim, ({ caller, params, ifMatch, query }) =>
  remove(caller, params.w, params.c, ifMatch, query.children),
);

export * from "#lib/web/other-methods.ts";
