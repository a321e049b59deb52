import * as contract from "#lib/contracts/routes/articles.ts";
import { filesOf, importFiles } from "#lib/services/articles/import-files.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(contract.importFiles, ({ caller, params, form }) =>
  importFiles(caller, params.w, params.p, filesOf(form)),
);

export * from "#lib/web/other-methods.ts";
