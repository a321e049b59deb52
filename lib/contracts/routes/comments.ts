import { z } from "zod";
import { comment, commentInput, commentPatch, commentsPage } from "../claims.ts";
import { id, idOrSlug } from "../common.ts";
import { empty, route } from "../route.ts";

const ofClaim = z.strictObject({ w: idOrSlug, c: id });
const ofComment = z.strictObject({ w: idOrSlug, c: id, m: id });
const tag = "Comments";

export const listComments = route({
  id: "listComments",
  method: "GET",
  path: "/workspaces/{w}/claims/{c}/comments",
  summary: "Comments on a claim, oldest first",
  tag,
  scope: "read",
  params: ofClaim,
  answer: commentsPage,
});

export const addComment = route({
  id: "addComment",
  method: "POST",
  path: "/workspaces/{w}/claims/{c}/comments",
  summary: "Comment on a claim, or answer a comment",
  tag,
  scope: "write",
  params: ofClaim,
  body: commentInput,
  answer: comment,
  status: 201,
});

export const editComment = route({
  id: "editComment",
  method: "PATCH",
  path: "/workspaces/{w}/claims/{c}/comments/{m}",
  summary: "Change your own comment; close a thread or open it again",
  tag,
  scope: "write",
  params: ofComment,
  body: commentPatch,
  answer: comment,
});

export const removeComment = route({
  id: "removeComment",
  method: "DELETE",
  path: "/workspaces/{w}/claims/{c}/comments/{m}",
  summary: "Take your own comment back",
  tag,
  scope: "write",
  params: ofComment,
  answer: empty,
  status: 204,
});
