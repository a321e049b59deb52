import { listAgreementPassages } from "#lib/contracts/routes/agreement.ts";
import { passages } from "#lib/services/agreement/agreement.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listAgreementPassages, ({ caller, params, query }) =>
  passages(caller, params.w, params.p, query),
);

export * from "#lib/web/other-methods.ts";
