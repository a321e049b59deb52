import { followExportLink } from "#lib/contracts/routes/exports.ts";
import { follow } from "#lib/services/exports/download.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(followExportLink, ({ params }) => follow(params.ticket));

export * from "#lib/web/other-methods.ts";
