import { z } from "zod";
import { id, idOrSlug } from "../common.ts";
import { revisionTag, route } from "../route.ts";
import { mergeInput, sourceCreate, sourcePatch, sourceRow, sourcesPage, sourcesQuery } from "../sources.ts";

const inWorkspace = z.strictObject({ w: idOrSlug });
const inSource = z.strictObject({ w: idOrSlug, s: id });

export const listSources = route({
  id: "listSources",
  method: "GET",
  path: "/workspaces/{w}/sources",
  summary: "Sources of the registry by name",
  tag: "Sources",
  scope: "read",
  params: inWorkspace,
  query: sourcesQuery,
  answer: sourcesPage,
});

export const createSource = route({
  id: "createSource",
  method: "POST",
  path: "/workspaces/{w}/sources",
  summary: "Enter a source into the registry",
  tag: "Sources",
  scope: "write",
  params: inWorkspace,
  body: sourceCreate,
  answer: sourceRow,
  status: 201,
  etag: revisionTag,
});

export const getSource = route({
  id: "getSource",
  method: "GET",
  path: "/workspaces/{w}/sources/{s}",
  summary: "One source with the number of claims that name it",
  tag: "Sources",
  scope: "read",
  params: inSource,
  answer: sourceRow,
  etag: revisionTag,
});

export const changeSource = route({
  id: "changeSource",
  method: "PATCH",
  path: "/workspaces/{w}/sources/{s}",
  summary: "Correct a source",
  tag: "Sources",
  scope: "write",
  params: inSource,
  body: sourcePatch,
  answer: sourceRow,
  etag: revisionTag,
  needsIfMatch: true,
  problems: ["source-merged"],
});

export const mergeSource = route({
  id: "mergeSource",
  method: "POST",
  path: "/workspaces/{w}/sources/{s}/merge",
  summary: "Merge a source into another one, which is answered",
  tag: "Sources",
  scope: "write",
  params: inSource,
  body: mergeInput,
  answer: sourceRow,
  etag: revisionTag,
  problems: ["source-merged"],
});

export const unmergeSource = route({
  id: "unmergeSource",
  method: "POST",
  path: "/workspaces/{w}/sources/{s}/unmerge",
  summary: "Take the merge of a source back",
  tag: "Sources",
  scope: "write",
  params: inSource,
  answer: sourceRow,
  etag: revisionTag,
  problems: ["not-merged"],
});
