import * as contract from "#lib/contracts/routes/articles.ts";
import { readArticle } from "#lib/services/articles/read.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.readArticle, ({ caller, params }) =>
  readArticle(caller, params.w, params.a),
);

export * from "#lib/web/other-methods.ts";
