import { editComment, removeComment } from "#lib/contracts/routes/comments.ts";
import { edit, remove } from "#lib/services/comments/comments.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const PATCH = defineRoute(editComment, ({ caller, params, body }) =>
  edit(caller, params.w, params.m, body),
);
export const DELETE = defineRoute(removeComment, ({ caller, params }) => remove(caller, params.w, params.m));

export * from "#lib/web/other-methods.ts";
