import { getCodebook } from "#lib/contracts/routes/codebooks.ts";
import { read } from "#lib/services/codebooks/read.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getCodebook, ({ caller, params }) => read(caller, params.w, params.k));

export * from "#lib/web/other-methods.ts";
