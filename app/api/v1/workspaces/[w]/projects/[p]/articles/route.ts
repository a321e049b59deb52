import * as contract from "#lib/contracts/routes/articles.ts";
import { importArticle } from "#lib/services/articles/import-article.ts";
import { listArticles } from "#lib/services/articles/read.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.listArticles, ({ caller, params, query }) =>
  listArticles(caller, params.w, params.p, query),
);
export const POST = defineRoute(contract.importArticle, ({ caller, params, body }) =>
  importArticle(caller, params.w, params.p, body),
);

export * from "#lib/web/other-methods.ts";
