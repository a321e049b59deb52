import { linkExport } from "#lib/contracts/routes/exports.ts";
import { link } from "#lib/services/exports/download.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(linkExport, ({ caller, params }) => link(caller, params.w, params.e));

export * from "#lib/web/other-methods.ts";
