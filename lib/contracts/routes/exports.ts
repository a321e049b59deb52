import { z } from "zod";
import { id, idOrSlug } from "../common.ts";
import {
  exportCreate,
  exportLink,
  exportQuery,
  keptExport,
  keptExportsPage,
  keptExportsQuery,
  signedManifest,
  verification,
  verifyInput,
} from "../exports.ts";
import { empty, route } from "../route.ts";

const tag = "Exports";
const inProject = z.strictObject({ w: idOrSlug, p: idOrSlug });
const ofExport = z.strictObject({ w: idOrSlug, e: id });
/** One for each format, without parameters; a test holds it to `formats.ts`. */
export const fileTypes = [
  "application/json",
  "application/x-ndjson",
  "text/csv",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.apache.parquet",
  "application/ld+json",
  "application/zip",
  "text/plain",
  "text/html",
] as const;

/** Answers bytes: a file in the format asked for. */
export const exportProject = {
  ...route({
    id: "exportProject",
    method: "GET",
    path: "/workspaces/{w}/projects/{p}/export",
    summary: "A project's claims as a file, streamed: approved ones unless another state is asked for",
    tag,
    scope: "export",
    params: inProject,
    query: exportQuery,
    answer: empty,
  }),
  stream: fileTypes,
};

export const keepExport = route({
  id: "keepExport",
  method: "POST",
  path: "/workspaces/{w}/projects/{p}/exports",
  summary: "Make an export in the background and keep it, with a signed manifest",
  tag,
  scope: "export",
  params: inProject,
  body: exportCreate,
  answer: keptExport,
  status: 201,
});

export const listExports = route({
  id: "listExports",
  method: "GET",
  path: "/workspaces/{w}/projects/{p}/exports",
  summary: "Kept exports of a project, newest first",
  tag,
  scope: "export",
  params: inProject,
  query: keptExportsQuery,
  answer: keptExportsPage,
});

export const getExport = route({
  id: "getExport",
  method: "GET",
  path: "/workspaces/{w}/exports/{e}",
  summary: "A kept export and how far it has come",
  tag,
  scope: "export",
  params: ofExport,
  answer: keptExport,
});

export const removeExport = route({
  id: "removeExport",
  method: "DELETE",
  path: "/workspaces/{w}/exports/{e}",
  summary: "Take a kept export's file away; what is known of it stays",
  tag,
  scope: "export",
  params: ofExport,
  answer: empty,
  status: 204,
});

export const getExportManifest = route({
  id: "getExportManifest",
  method: "GET",
  path: "/workspaces/{w}/exports/{e}/manifest",
  summary: "What was signed when the export was made",
  tag,
  scope: "export",
  params: ofExport,
  answer: signedManifest,
});

/** Answers bytes: the file. */
export const getExportFile = {
  ...route({
    id: "getExportFile",
    method: "GET",
    path: "/workspaces/{w}/exports/{e}/file",
    summary: "The file of a kept export",
    tag,
    scope: "export",
    params: ofExport,
    answer: empty,
  }),
  stream: fileTypes,
};

export const linkExport = route({
  id: "linkExport",
  method: "POST",
  path: "/workspaces/{w}/exports/{e}/links",
  summary: "An address to download the file from for five minutes, without signing in",
  tag,
  scope: "export",
  params: ofExport,
  answer: exportLink,
  status: 201,
  secret: true,
});

/** Answers bytes: the file a link names. */
export const followExportLink = {
  ...route({
    id: "followExportLink",
    method: "GET",
    path: "/downloads/{ticket}",
    summary: "The file a short-lived link names",
    tag,
    scope: null,
    params: z.strictObject({ ticket: z.string().regex(/^[\w-]{20,600}\.[\w-]{43}$/) }),
    answer: empty,
  }),
  stream: fileTypes,
};

export const verifyExport = route({
  id: "verifyExport",
  method: "POST",
  path: "/verify",
  summary: "Whether a file is what its manifest says, and the manifest what this installation signed",
  tag,
  scope: null,
  params: z.strictObject({}),
  body: verifyInput,
  answer: verification,
});
