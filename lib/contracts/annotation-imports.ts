import { z } from "zod";
import { formatIds } from "#core/export/formats.ts";
import { id, line, page, pageQuery, timestamp } from "./common.ts";

export const importStates = [
  "previewed",
  "queued",
  "running",
  "done",
  "failed",
  "discarded",
  "undone",
] as const;
export const labelRoles = ["claim", "mention", "cue", "addressee", "event", "ignore"] as const;

/** Formats whose annotations are taken in. */
export const importFormats = formatIds.filter((format) =>
  ["json", "jsonl", "csv", "webannotation", "brat", "labelstudio", "doccano"].includes(format),
);
export type ImportFormat = (typeof importFormats)[number];

const label = line(500);
/** A member's id, `mine`, `shared`, or `skip`: leave out what this annotator marked. */
const layerChoice = z.union([z.enum(["mine", "shared", "skip"]), id]);

const mappingShape = {
  labels: z
    .record(label, z.string().min(1).max(80).nullable())
    .meta({ description: "The file's label → a category of the codebook, or null to leave its claims out" }),
  roles: z
    .record(label, z.enum(labelRoles))
    .meta({ description: "What a label marks, where it marks no claim: a source's mention, a cue, …" }),
  annotators: z.record(line(300), layerChoice).meta({
    description: "Who marked it, as the file names them → `mine`, `shared`, a member's id, or `skip`",
  }),
};
export const importMapping = z.object(mappingShape).meta({ id: "ImportMapping" });
export type ImportMapping = z.infer<typeof importMapping>;

/** What is given replaces what was chosen for those names; the preview is made anew. */
export const importPatch = z
  .strictObject(z.object(mappingShape).partial().shape)
  .refine((patch) => Object.keys(patch).length > 0, "nothing to change")
  .meta({ id: "AnnotationImportPatch" });
export type ImportPatch = z.infer<typeof importPatch>;

export const importCreateQuery = z.strictObject({
  format: z
    .enum(formatIds)
    .optional()
    .meta({ description: "Recognised from the content where it is left out" }),
});

export const importRun = z
  .strictObject({
    onProblems: z.enum(["refuse", "skip"]).default("refuse").meta({
      description: "`refuse`: nothing comes in while a row has a problem. `skip`: such rows are left out",
    }),
    submit: z.boolean().default(false).meta({ description: "Hand in to review what comes in" }),
  })
  .default({ onProblems: "refuse", submit: false })
  .meta({ id: "AnnotationImportRun" });
export type ImportRun = z.infer<typeof importRun>;

export const importProblem = z
  .object({
    file: z.string(),
    line: z.int().nullable(),
    at: z.string().nullable(),
    code: z.string(),
    message: z.string(),
    severity: z.enum(["file", "row", "note"]),
  })
  .meta({ id: "ImportProblem", description: "What a `row` or a `file` says is left out; a `note` is not" });
export type ImportedProblem = z.infer<typeof importProblem>;

const articleStatuses = ["new", "known", "left_out"] as const;
export const importPreview = z.object({
  counts: z.object({
    articles: z.object({ new: z.int(), known: z.int(), leftOut: z.int() }),
    claims: z.object({
      found: z.int(),
      ready: z.int(),
      already: z.int().meta({ description: "Stand there already, word for word, and are not stored twice" }),
      leftOut: z.int(),
    }),
    sources: z.object({ new: z.int(), matched: z.int() }),
  }),
  labels: z.array(
    z.object({
      label: z.string(),
      count: z.int(),
      example: z.string(),
      category: z.string().nullable(),
      isDecided: z.boolean().meta({ description: "A category, or to be left out: false while neither" }),
    }),
  ),
  annotators: z.array(z.object({ name: z.string(), count: z.int(), layer: z.string() })),
  articles: z.array(
    z.object({
      title: z.string(),
      file: z.string(),
      status: z.enum(articleStatuses),
      articleId: id.nullable(),
      claims: z.int(),
    }),
  ),
  claims: z.array(
    z.object({
      file: z.string(),
      line: z.int().nullable(),
      article: z.string(),
      exact: z.string(),
      statement: z.string(),
      provenance: z.string(),
      sources: z.array(z.string()),
    }),
  ),
  sources: z.array(z.object({ name: z.string(), status: z.enum(["new", "matched"]) })),
});
export type ImportPreviewed = z.infer<typeof importPreview>;

const idChange = z.object({ kind: z.enum(["article", "claim", "source"]), from: z.string(), to: id });
export const importResult = z.object({
  articles: z.object({ created: z.int(), matched: z.int() }),
  claims: z.object({ created: z.int(), submitted: z.int(), already: z.int(), leftOut: z.int() }),
  sources: z.object({ created: z.int(), matched: z.int() }),
  idChangeCount: z.int(),
  idChanges: z
    .array(idChange)
    .meta({ description: "Ids of the file that were taken here, the first thousand" }),
  articleRows: z.array(z.object({ id, title: z.string(), isNew: z.boolean(), claims: z.int() })),
});
export type ImportResult = z.infer<typeof importResult>;

const row = {
  id,
  projectId: id,
  requestedBy: id,
  state: z.enum(importStates),
  format: z.string(),
  fileNames: z.array(z.string()),
  problemCount: z.int(),
  progress: z.int().meta({ description: "Claims written so far" }),
  failure: z.string().nullable(),
  result: importResult.nullable(),
  createdAt: timestamp,
  finishedAt: timestamp.nullable(),
  undoneAt: timestamp.nullable(),
  expiresAt: timestamp.nullable().meta({ description: "When the files handed over are removed" }),
  actions: z.array(z.enum(["change", "run", "discard", "undo"])),
};
export const annotationImport = z
  .object({
    ...row,
    mapping: importMapping,
    preview: importPreview,
    problems: z.array(importProblem).meta({ description: "The first thousand" }),
  })
  .meta({ id: "AnnotationImport" });
export type AnnotationImport = z.infer<typeof annotationImport>;

export const annotationImportRow = z.object(row).meta({ id: "AnnotationImportRow" });
export type AnnotationImportRow = z.infer<typeof annotationImportRow>;
export const annotationImportsPage = page(annotationImportRow);
export const annotationImportsQuery = z.strictObject(pageQuery);
export type AnnotationImportsPage = z.infer<typeof annotationImportsPage>;

/** What taking an import back would take: only what nobody has touched since. */
export const importUndo = z
  .object({
    claims: z.object({ removed: z.int(), kept: z.int() }),
    articles: z.object({ trashed: z.int(), kept: z.int() }),
  })
  .meta({ id: "AnnotationImportUndo" });
export type ImportUndo = z.infer<typeof importUndo>;
