import { getCommentHistory } from "#lib/contracts/routes/comments.ts";
import { history } from "#lib/services/comments/comments.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getCommentHistory, ({ caller, params }) =>
  history(caller, params.w, params.m),
);

export * from "#lib/web/other-methods.ts";
