import { listCodebooks } from "#lib/contracts/routes/codebooks.ts";
import { list } from "#lib/services/codebooks/read.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listCodebooks, ({ caller, params }) => list(caller, params.w));

export * from "#lib/web/other-methods.ts";
