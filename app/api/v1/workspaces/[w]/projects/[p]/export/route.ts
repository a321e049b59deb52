import { exportProject } from "#lib/contracts/routes/exports.ts";
import { stream } from "#lib/services/exports/exports.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(exportProject, ({ caller, params, query }) =>
  stream(caller, params.w, params.p, query),
);

export * from "#lib/web/other-methods.ts";
