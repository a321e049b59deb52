import { keepExport, listExports } from "#lib/contracts/routes/exports.ts";
import { keep, list } from "#lib/services/exports/kept.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listExports, ({ caller, params, query }) =>
  list(caller, params.w, params.p, query),
);
export const POST = defineRoute(keepExport, ({ caller, params, body }) =>
  keep(caller, params.w, params.p, body),
);

export * from "#lib/web/other-methods.ts";
