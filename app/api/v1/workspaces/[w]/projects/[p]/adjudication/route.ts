import { listToAdjudicate } from "#lib/contracts/routes/adjudication.ts";
import { list } from "#lib/services/adjudication/adjudication.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listToAdjudicate, ({ caller, params }) => list(caller, params.w, params.p));

export * from "#lib/web/other-methods.ts";
