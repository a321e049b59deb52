import { addComment, listComments } from "#lib/contracts/routes/comments.ts";
import { add, list } from "#lib/services/comments/comments.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listComments, ({ caller, params }) => list(caller, params.w, params.c));
export const POST = defineRoute(addComment, ({ caller, params, body }) =>
  add(caller, params.w, params.c, body),
);

export * from "#lib/web/other-methods.ts";
