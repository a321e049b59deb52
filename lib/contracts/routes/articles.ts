import { z } from "zod";
import {
  article,
  articleCreate,
  articlePatch,
  articleQuery,
  articleReading,
  articlesPage,
  articlesQuery,
  importAnswer,
  importPreview,
  previewInput,
  work,
  workInput,
} from "../articles.ts";
import { id, idOrSlug } from "../common.ts";
import { revisionTag, route } from "../route.ts";

const inProject = z.strictObject({ w: idOrSlug, p: idOrSlug });
const inArticle = z.strictObject({ w: idOrSlug, a: id });
/** The longest text in the widest of UTF-8, with room for markup. */
const IMPORT_LIMIT = 30_000_000;

export const listArticles = route({
  id: "listArticles",
  method: "GET",
  path: "/workspaces/{w}/projects/{p}/articles",
  summary: "Articles of a project with the counts of their claims",
  tag: "Articles",
  scope: "read",
  params: inProject,
  query: articlesQuery,
  answer: articlesPage,
});

export const importArticle = route({
  id: "importArticle",
  method: "POST",
  path: "/workspaces/{w}/projects/{p}/articles",
  summary: "Import an article from its text or HTML",
  tag: "Articles",
  scope: "write",
  params: inProject,
  body: articleCreate,
  answer: article,
  status: 201,
  etag: revisionTag,
  bodyLimit: IMPORT_LIMIT,
  problems: ["project-archived", "id-taken", "duplicate-article"],
});

export const importFiles = route({
  id: "importFiles",
  method: "POST",
  path: "/workspaces/{w}/projects/{p}/imports",
  summary: "Import files (.txt, .md, .html), each stored or answered with its reason",
  tag: "Articles",
  scope: "write",
  params: inProject,
  answer: importAnswer,
  bodyLimit: IMPORT_LIMIT,
  multipart: true,
  problems: ["project-archived"],
});

export const previewImport = route({
  id: "previewImport",
  method: "POST",
  path: "/workspaces/{w}/projects/{p}/imports/preview",
  summary: "A text as it would be stored; nothing is",
  tag: "Articles",
  scope: "write",
  params: inProject,
  body: previewInput,
  answer: importPreview,
  bodyLimit: IMPORT_LIMIT,
  problems: ["project-archived"],
});

export const getArticle = route({
  id: "getArticle",
  method: "GET",
  path: "/workspaces/{w}/articles/{a}",
  summary: "An article with its current text, and its claims when asked for",
  tag: "Articles",
  scope: "read",
  params: inArticle,
  query: articleQuery,
  answer: article,
  etag: revisionTag,
});

export const readArticle = route({
  id: "readArticle",
  method: "GET",
  path: "/workspaces/{w}/articles/{a}/reading",
  summary: "An article's claims in short and their sources, as this program's own pages read them",
  tag: "Articles",
  scope: "read",
  params: inArticle,
  answer: articleReading,
});

export const changeArticle = route({
  id: "changeArticle",
  method: "PATCH",
  path: "/workspaces/{w}/articles/{a}",
  summary: "Correct an article's details, move it to another project, archive it",
  tag: "Articles",
  scope: "write",
  params: inArticle,
  body: articlePatch,
  answer: article,
  etag: revisionTag,
  needsIfMatch: true,
  problems: ["other-mode", "duplicate-article", "project-archived", "in-trash", "category-in-use"],
});

export const trashArticle = route({
  id: "trashArticle",
  method: "DELETE",
  path: "/workspaces/{w}/articles/{a}",
  summary: "Put an article into the trash, from where it can be restored",
  tag: "Articles",
  scope: "write",
  params: inArticle,
  answer: article,
  etag: revisionTag,
});

export const restoreArticle = route({
  id: "restoreArticle",
  method: "POST",
  path: "/workspaces/{w}/articles/{a}/restore",
  summary: "Bring an article back from the trash",
  tag: "Articles",
  scope: "write",
  params: inArticle,
  answer: article,
  etag: revisionTag,
});

export const setWork = route({
  id: "setWork",
  method: "PUT",
  path: "/workspaces/{w}/articles/{a}/work",
  summary: "Say where you stand on an article: open, in progress or finished",
  tag: "Articles",
  scope: "write",
  params: inArticle,
  body: workInput,
  answer: work,
  problems: ["in-trash", "layers-released", "layers-full"],
});
