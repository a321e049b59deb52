import { assignArticles, listAssignments } from "#lib/contracts/routes/assignments.ts";
import { assign, list } from "#lib/services/assignments/assignments.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listAssignments, ({ caller, params, query }) =>
  list(caller, params.w, params.p, query),
);
export const POST = defineRoute(assignArticles, ({ caller, params, body }) =>
  assign(caller, params.w, params.p, body),
);

export * from "#lib/web/other-methods.ts";
