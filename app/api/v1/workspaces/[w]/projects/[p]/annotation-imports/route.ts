import * as contract from "#lib/contracts/routes/annotation-imports.ts";
import { createImport, listImports } from "#lib/services/annotation-imports/imports.ts";
import { filesOf } from "#lib/services/articles/import-files.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.listAnnotationImports, ({ caller, params, query }) =>
  listImports(caller, params.w, params.p, query),
);
export const POST = defineRoute(contract.createAnnotationImport, ({ caller, params, query, form }) =>
  createImport(caller, params.w, params.p, { files: filesOf(form), format: query.format }),
);

export * from "#lib/web/other-methods.ts";
