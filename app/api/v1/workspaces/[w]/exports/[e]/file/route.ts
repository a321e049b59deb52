import { getExportFile } from "#lib/contracts/routes/exports.ts";
import { download } from "#lib/services/exports/download.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getExportFile, ({ caller, params }) => download(caller, params.w, params.e));

export * from "#lib/web/other-methods.ts";
