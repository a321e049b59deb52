import { z } from "zod";
import {
  articleCommentInput,
  comment,
  commentHistory,
  commentInput,
  commentPatch,
  commentsPage,
} from "../comments.ts";
import { id, idOrSlug } from "../common.ts";
import { empty, route } from "../route.ts";

const ofArticle = z.strictObject({ w: idOrSlug, a: id });
const ofClaim = z.strictObject({ w: idOrSlug, c: id });
const ofComment = z.strictObject({ w: idOrSlug, m: id });
const tag = "Comments";

export const listArticleComments = route({
  id: "listArticleComments",
  method: "GET",
  path: "/workspaces/{w}/articles/{a}/comments",
  summary: "Everything said in an article: about it, its words and its claims, oldest first",
  tag,
  scope: "read",
  params: ofArticle,
  answer: commentsPage,
});

export const addArticleComment = route({
  id: "addArticleComment",
  method: "POST",
  path: "/workspaces/{w}/articles/{a}/comments",
  summary: "Comment on an article or on some of its words, or answer such a comment",
  tag,
  scope: "write",
  params: ofArticle,
  body: articleCommentInput,
  answer: comment,
  status: 201,
  problems: ["id-taken"],
});

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
  problems: ["id-taken"],
});

export const editComment = route({
  id: "editComment",
  method: "PATCH",
  path: "/workspaces/{w}/comments/{m}",
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
  path: "/workspaces/{w}/comments/{m}",
  summary: "Take your own comment back",
  tag,
  scope: "write",
  params: ofComment,
  answer: empty,
  status: 204,
});

export const getCommentHistory = route({
  id: "getCommentHistory",
  method: "GET",
  path: "/workspaces/{w}/comments/{m}/revisions",
  summary: "What a comment said before each edit",
  tag,
  scope: "read",
  params: ofComment,
  answer: commentHistory,
});
