import { z } from "zod";
import {
  annotationImport,
  annotationImportsPage,
  annotationImportsQuery,
  importCreateQuery,
  importPatch,
  importRun,
  importUndo,
} from "../annotation-imports.ts";
import { id, idOrSlug } from "../common.ts";
import { route } from "../route.ts";

const inProject = z.strictObject({ w: idOrSlug, p: idOrSlug });
const inImport = z.strictObject({ w: idOrSlug, p: idOrSlug, n: id });
const base = "/workspaces/{w}/projects/{p}/annotation-imports";
const tag = "Annotation imports";
/** What has come to an end, or is on its way there, is not begun again. */
const settled = ["import-running", "import-done", "import-gone", "import-undone"] as const;
/** A corpus as a zip, or one large file of a format that repeats its texts. */
const UPLOAD_LIMIT = 64_000_000;

export const createAnnotationImport = route({
  id: "createAnnotationImport",
  method: "POST",
  path: base,
  summary: "Hand over files or a zip with others' annotations: answers what would come in; nothing does yet",
  tag,
  scope: "write",
  params: inProject,
  query: importCreateQuery,
  answer: annotationImport,
  status: 201,
  bodyLimit: UPLOAD_LIMIT,
  multipart: true,
  problems: ["project-archived"],
});

export const listAnnotationImports = route({
  id: "listAnnotationImports",
  method: "GET",
  path: base,
  summary: "Imports of annotations into a project, newest first; in a blind project one's own",
  tag,
  scope: "read",
  params: inProject,
  query: annotationImportsQuery,
  answer: annotationImportsPage,
});

export const getAnnotationImport = route({
  id: "getAnnotationImport",
  method: "GET",
  path: `${base}/{n}`,
  summary: "An import with its preview, its problems, how far it is and what became of it",
  tag,
  scope: "read",
  params: inImport,
  answer: annotationImport,
});

export const changeAnnotationImport = route({
  id: "changeAnnotationImport",
  method: "PATCH",
  path: `${base}/{n}`,
  summary: "Map labels to categories, roles and annotators: answers the preview made anew",
  tag,
  scope: "write",
  params: inImport,
  body: importPatch,
  answer: annotationImport,
  problems: ["project-archived", ...settled],
});

export const runAnnotationImport = route({
  id: "runAnnotationImport",
  method: "POST",
  path: `${base}/{n}/run`,
  summary: "Take it in, all or nothing unless bad rows are to be skipped; a large one goes on as a job",
  tag,
  scope: "write",
  params: inImport,
  body: importRun,
  answer: annotationImport,
  problems: ["project-archived", "labels-unmapped", "import-has-problems", ...settled],
});

export const readAnnotationImportUndo = route({
  id: "readAnnotationImportUndo",
  method: "GET",
  path: `${base}/{n}/undo`,
  summary: "What taking an import back would remove, and what it would leave because it was worked on since",
  tag,
  scope: "read",
  params: inImport,
  answer: importUndo,
  problems: ["project-archived", "import-not-run", ...settled],
});

export const undoAnnotationImport = route({
  id: "undoAnnotationImport",
  method: "POST",
  path: `${base}/{n}/undo`,
  summary:
    "Take an import back: its claims that nobody has touched, the articles it made that hold nothing else",
  tag,
  scope: "write",
  params: inImport,
  answer: annotationImport,
  problems: ["project-archived", "import-not-run", ...settled],
});

export const discardAnnotationImport = route({
  id: "discardAnnotationImport",
  method: "DELETE",
  path: `${base}/{n}`,
  summary: "Discard an import that was only looked at; its files are removed",
  tag,
  scope: "write",
  params: inImport,
  answer: annotationImport,
  problems: ["project-archived", ...settled],
});
