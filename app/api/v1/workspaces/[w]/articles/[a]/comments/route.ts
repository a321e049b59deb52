import { addArticleComment, listArticleComments } from "#lib/contracts/routes/comments.ts";
import { addInArticle, listInArticle } from "#lib/services/comments/comments.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listArticleComments, ({ caller, params }) =>
  listInArticle(caller, params.w, params.a),
);
export const POST = defineRoute(addArticleComment, ({ caller, params, body }) =>
  addInArticle(caller, params.w, params.a, body),
);

export * from "#lib/web/other-methods.ts";
