import { verifyExport } from "#lib/contracts/routes/exports.ts";
import { verify } from "#lib/services/exports/verify.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(verifyExport, ({ body }) => verify(body));

export * from "#lib/web/other-methods.ts";
