import * as contract from "#lib/contracts/routes/articles.ts";
import { restoreArticle } from "#lib/services/articles/trash.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(contract.restoreArticle, ({ caller, params }) =>
  restoreArticle(caller, params.w, params.a),
);

export * from "#lib/web/other-methods.ts";
