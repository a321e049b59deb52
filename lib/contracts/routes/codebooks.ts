import { z } from "zod";
import { claimDetail } from "../claims.ts";
import * as shapes from "../codebooks.ts";
import { id, idOrSlug } from "../common.ts";
import { empty, revisionTag, route } from "../route.ts";
import { project } from "../workspaces.ts";

const k = z.string().min(1).max(80);
const inWorkspace = z.strictObject({ w: idOrSlug });
const ofCodebook = z.strictObject({ w: idOrSlug, k });
const ofVersion = z.strictObject({ w: idOrSlug, k, v: z.coerce.number().int().min(1).max(1_000_000) });
const ofProject = z.strictObject({ w: idOrSlug, p: idOrSlug });
const ofClaim = z.strictObject({ w: idOrSlug, c: id });
const tag = "Codebooks";

export const listCodebooks = route({
  id: "listCodebooks",
  method: "GET",
  path: "/workspaces/{w}/codebooks",
  summary: "Codebooks of a workspace, each by its newest version",
  tag,
  scope: "read",
  params: inWorkspace,
  answer: shapes.codebooks,
});

export const getCodebook = route({
  id: "getCodebook",
  method: "GET",
  path: "/workspaces/{w}/codebooks/{k}",
  summary: "A codebook: its newest version, the versions there are, and where it is used",
  tag,
  scope: "read",
  params: ofCodebook,
  answer: shapes.codebookAnswer,
  etag: ({ codebook }) => `"r${codebook.version}"`,
});

export const getCodebookVersion = route({
  id: "getCodebookVersion",
  method: "GET",
  path: "/workspaces/{w}/codebooks/{k}/versions/{v}",
  summary: "One version of a codebook, whole",
  tag,
  scope: "read",
  params: ofVersion,
  answer: shapes.codebookVersion,
});

export const getCodebookChanges = route({
  id: "getCodebookChanges",
  method: "GET",
  path: "/workspaces/{w}/codebooks/{k}/changes",
  summary: "What differs between two versions, and which categories need another look for it",
  tag,
  scope: "read",
  params: ofCodebook,
  query: shapes.changesQuery,
  answer: shapes.codebookChanges,
});

export const previewCodebook = route({
  id: "previewCodebook",
  method: "POST",
  path: "/workspaces/{w}/codebooks/{k}/versions/preview",
  summary: "What changes would come to, and how many claims they touch; nothing is stored",
  tag,
  scope: "admin",
  params: ofCodebook,
  body: shapes.previewInput,
  answer: shapes.codebookPreview,
});

export const publishCodebook = route({
  id: "publishCodebook",
  method: "POST",
  path: "/workspaces/{w}/codebooks/{k}/versions",
  summary: "Publish a new version; projects keep the one they have until they are switched",
  tag,
  scope: "admin",
  params: ofCodebook,
  body: shapes.publishInput,
  answer: shapes.codebookAnswer,
  status: 201,
  etag: ({ codebook }) => `"r${codebook.version}"`,
  needsIfMatch: true,
});

export const getProjectCodebook = route({
  id: "getProjectCodebook",
  method: "GET",
  path: "/workspaces/{w}/projects/{p}/codebook",
  summary: "The version a project has, and how many claims need another look under it or another one",
  tag,
  scope: "read",
  params: ofProject,
  query: shapes.projectCodebookQuery,
  answer: shapes.projectCodebook,
});

export const switchCodebook = route({
  id: "switchCodebook",
  method: "POST",
  path: "/workspaces/{w}/projects/{p}/codebook",
  summary: "Switch a project to another version; no claim is changed, and it can be switched back",
  tag,
  scope: "admin",
  params: ofProject,
  body: shapes.switchInput,
  answer: project,
  etag: revisionTag,
  needsIfMatch: true,
  problems: ["category-in-use"],
});

export const listLookAgain = route({
  id: "listLookAgain",
  method: "GET",
  path: "/workspaces/{w}/projects/{p}/codebook/look-again",
  summary: "Claims worth another look since the codebook changed, with why",
  tag,
  scope: "read",
  params: ofProject,
  query: shapes.lookQuery,
  answer: shapes.lookPage,
});

export const putLook = route({
  id: "putLook",
  method: "PUT",
  path: "/workspaces/{w}/claims/{c}/look",
  summary: "Say that a claim was looked at under its project's codebook, and stays as it is",
  tag,
  scope: "write",
  params: ofClaim,
  answer: shapes.looked,
  current: claimDetail,
  etag: revisionTag,
  needsIfMatch: true,
  problems: ["is-removed"],
});

export const removeLook = route({
  id: "removeLook",
  method: "DELETE",
  path: "/workspaces/{w}/claims/{c}/look",
  summary: "Take back that a claim was looked at",
  tag,
  scope: "write",
  params: ofClaim,
  answer: empty,
  status: 204,
});
