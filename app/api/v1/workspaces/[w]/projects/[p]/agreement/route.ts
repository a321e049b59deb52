import { getAgreement, startAgreement } from "#lib/contracts/routes/agreement.ts";
import { read, start } from "#lib/services/agreement/agreement.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getAgreement, ({ caller, params }) => read(caller, params.w, params.p));
export const POST = defineRoute(startAgreement, ({ caller, params, body }) =>
  start(caller, params.w, params.p, body),
);

export * from "#lib/web/other-methods.ts";
