import * as contract from "#lib/contracts/routes/annotation-imports.ts";
import { readUndo, undoImport } from "#lib/services/annotation-imports/undo.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.readAnnotationImportUndo, ({ caller, params }) =>
  readUndo(caller, params.w, params.p, params.n),
);
export const POST = defineRoute(contract.undoAnnotationImport, ({ caller, params }) =>
  undoImport(caller, params.w, params.p, params.n),
);

export * from "#lib/web/other-methods.ts";
