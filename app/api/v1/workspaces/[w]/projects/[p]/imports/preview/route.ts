import * as contract from "#lib/contracts/routes/articles.ts";
import { previewImport } from "#lib/services/articles/import-article.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(contract.previewImport, ({ caller, params, body }) =>
  previewImport(caller, params.w, params.p, body),
);

export * from "#lib/web/other-methods.ts";
