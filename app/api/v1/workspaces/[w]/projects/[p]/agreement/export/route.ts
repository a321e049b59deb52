import { exportAgreement } from "#lib/contracts/routes/agreement.ts";
import { file } from "#lib/services/agreement/file.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(exportAgreement, ({ caller, params, query }) =>
  file(caller, params.w, params.p, query),
);

export * from "#lib/web/other-methods.ts";
