import { getHistory } from "#lib/contracts/routes/claims.ts";
import { history } from "#lib/services/claims/read.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getHistory, ({ caller, params }) => history(caller, params.w, params.c));

export * from "#lib/web/other-methods.ts";
