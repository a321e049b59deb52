import * as contract from "#lib/contracts/routes/articles.ts";
import { getArticle } from "#lib/services/articles/read.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.getArticle, ({ caller, params, query }) =>
  getArticle(caller, params.w, params.a, query.include),
);
