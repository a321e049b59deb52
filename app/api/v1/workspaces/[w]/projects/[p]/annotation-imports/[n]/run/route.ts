import * as contract from "#lib/contracts/routes/annotation-imports.ts";
import { runImport } from "#lib/services/annotation-imports/run.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(contract.runAnnotationImport, ({ caller, params, body }) =>
  runImport(caller, params.w, params.p, params.n, body),
);

export * from "#lib/web/other-methods.ts";
