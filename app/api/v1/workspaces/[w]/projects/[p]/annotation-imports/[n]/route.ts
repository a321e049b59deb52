import * as contract from "#lib/contracts/routes/annotation-imports.ts";
import { changeImport, discardImport, getImport } from "#lib/services/annotation-imports/imports.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.getAnnotationImport, ({ caller, params }) =>
  getImport(caller, params.w, params.p, params.n),
);
export const PATCH = defineRoute(contract.changeAnnotationImport, ({ caller, params, body }) =>
  changeImport(caller, params.w, params.p, params.n, body),
);
export const DELETE = defineRoute(contract.discardAnnotationImport, ({ caller, params }) =>
  discardImport(caller, params.w, params.p, params.n),
);

export * from "#lib/web/other-methods.ts";
