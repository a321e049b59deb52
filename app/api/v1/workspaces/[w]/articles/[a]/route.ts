import * as contract from "#lib/contracts/routes/articles.ts";
import { changeArticle } from "#lib/services/articles/change.ts";
import { getArticle } from "#lib/services/articles/read.ts";
import { trashArticle } from "#lib/services/articles/trash.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.getArticle, ({ caller, params, query }) =>
  getArticle(caller, params.w, params.a, query.include),
);
export const PATCH = defineRoute(contract.changeArticle, ({ caller, params, ifMatch, body }) =>
  changeArticle(caller, params.w, params.a, ifMatch, body),
);
export const DELETE = defineRoute(contract.trashArticle, ({ caller, params }) =>
  trashArticle(caller, params.w, params.a),
);

export * from "#lib/web/other-methods.ts";
