import { getExportManifest } from "#lib/contracts/routes/exports.ts";
import { manifestOf } from "#lib/services/exports/kept.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getExportManifest, ({ caller, params }) =>
  manifestOf(caller, params.w, params.e),
);

export * from "#lib/web/other-methods.ts";
