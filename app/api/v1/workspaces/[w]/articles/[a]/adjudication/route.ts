import { getAdjudication } from "#lib/contracts/routes/adjudication.ts";
import { read } from "#lib/services/adjudication/adjudication.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getAdjudication, ({ caller, params }) => read(caller, params.w, params.a));

export * from "#lib/web/other-methods.ts";
