import { z } from "zod";
import { formatIds, formats } from "#core/export/formats.ts";
import { claimStates } from "#core/review/state.ts";
import { id, line, page, pageQuery, timestamp } from "./common.ts";

/** Options that only some formats have. */
const optionsOf = {
  rows: ["csv"],
  cells: ["csv"],
  bom: ["csv"],
  shape: ["webannotation"],
  columns: ["conll"],
} as const;

/** Formats that can say what is no more. */
const tellDeletions: readonly string[] = ["json", "jsonl", "csv"];

const moment = z.union(
  [timestamp, z.string().regex(/^[\w-]{50,400}$/)],
  "must be a time (RFC 3339, UTC) or the cursor of an earlier export",
);
const fields = {
  format: z.enum(formatIds).default("json"),
  /** Approved claims unless another state is asked for (and allowed); `all` = every state. */
  state: z.enum([...claimStates, "all"]).default("approved"),
  /** `shared`, `adjudicated`, or the id of a layer or of the person whose layers they are. */
  layer: z.union([z.enum(["shared", "adjudicated"]), id]).optional(),
  provenance: z.string().max(80).optional(),
  originProvenance: z.string().max(80).optional(),
  source: id.optional(),
  author: id.optional(),
  reviewer: id.optional(),
  updatedSince: timestamp.optional(),
  q: line(200).optional(),
  /** The project as it was: a moment, or the cursor of an export. */
  asOf: moment.optional(),
  /** Only what changed after the cursor of an earlier export, or a moment; what is no more is named. */
  since: moment.optional(),
  /** `positions` leaves quoted text out (licensed texts). */
  text: z.enum(["quoted", "positions"]).default("quoted"),
  /** csv: one row a claim, a link or an article. */
  rows: z.enum(["claims", "links", "articles"]).optional(),
  /** csv: `raw` writes cells that a spreadsheet would run; for programs only. */
  cells: z.enum(["guarded", "raw"]).optional(),
  /** webannotation: one collection, pages of a thousand in a zip, or one annotation a line. */
  shape: z.enum(["collection", "pages", "lines"]).optional(),
  /** conll: IOB2 columns, or the JSON lines of CofeNet. */
  columns: z.enum(["iob2", "cofenet"]).optional(),
};

type Chosen = { readonly format: (typeof formatIds)[number]; readonly [option: string]: unknown };

function checkOptions(request: Chosen, context: z.RefinementCtx): void {
  const refuse = (name: string, message: string) =>
    context.addIssue({ code: "custom", path: [name], message });
  for (const [option, of] of Object.entries(optionsOf)) {
    if (request[option] === undefined || of.some((format) => format === request.format)) continue;
    refuse(option, `is an option of ${of.join(", ")}, not of ${request.format}`);
  }
  if (request.text === "positions" && formats[request.format].needsText) {
    refuse(
      "text",
      `${formats[request.format].label} cannot leave the text out; json, jsonl, csv and others can`,
    );
  }
  if (request.since !== undefined && (request.rows ?? "claims") !== "claims") {
    refuse("since", "goes with rows=claims: other rows cannot say what is no more");
  }
  if (request.since !== undefined && !tellDeletions.includes(request.format)) {
    refuse("since", `${request.format} cannot say what is no more; ask for ${tellDeletions.join(", ")}`);
  }
}

const ids = (most: number) =>
  z
    .string()
    .transform((list) => list.split(","))
    .pipe(z.array(id).min(1).max(most));

export const exportQuery = z
  .strictObject({
    ...fields,
    /** Ids, separated by commas. */
    articles: ids(200).optional(),
    claims: ids(200).optional(),
    /** csv: a byte order mark first, for Excel. */
    bom: z.stringbool().optional(),
    /** At most so many claims; for looking before asking for all. */
    limit: z.coerce.number().int().min(1).max(1_000).optional(),
  })
  .superRefine(checkOptions);
export type ExportQuery = z.infer<typeof exportQuery>;

/** An export to be made in the background and kept. */
export const exportCreate = z
  .strictObject({
    ...fields,
    articles: z.array(id).min(1).max(10_000).optional(),
    claims: z.array(id).min(1).max(10_000).optional(),
    bom: z.boolean().optional(),
  })
  .superRefine(checkOptions)
  .meta({ id: "ExportCreate" });
export type ExportCreate = z.infer<typeof exportCreate>;

export const keptExportStates = ["queued", "running", "done", "failed", "expired"] as const;

const file = z.object({ name: z.string(), bytes: z.int(), sha256: z.string() });

/** What a signed manifest says of an export (sourceline-manifest/1). */
export const manifest = z
  .object({
    format: z.literal("sourceline-manifest/1"),
    exportId: id,
    /** Address of the installation that made it. */
    installation: z.string(),
    workspace: z.object({ id, name: z.string() }),
    project: z.object({ id, name: z.string(), approvalsNeeded: z.int() }),
    codebook: z.object({ id: z.string(), version: z.int() }),
    requestedBy: z.object({ id, name: z.string() }),
    createdAt: timestamp,
    /** The request, spelled out: what is not in it was not asked for. */
    request: z.record(z.string(), z.unknown()),
    /** The moment of the workspace it shows: its last event, and the hash of its last audit row. */
    moment: z.object({
      at: timestamp,
      eventNumber: z.string(),
      auditNumber: z.string(),
      auditHash: z.string(),
    }),
    /** Give it as `since` to get what changed after. */
    cursor: z.string(),
    counts: z.object({
      articles: z.int(),
      claims: z.int(),
      links: z.int(),
      sources: z.int(),
      deleted: z.int(),
      notReviewed: z.int(),
    }),
    /** The file first; of a zip, then each file in it. */
    files: z.array(file).min(1),
  })
  .meta({ id: "ExportManifest" });
export type Manifest = z.infer<typeof manifest>;

export const manifestSignature = z
  .object({ algorithm: z.literal("Ed25519"), keyId: z.string(), value: z.string() })
  .meta({ id: "ExportSignature" });
export type ManifestSignature = z.infer<typeof manifestSignature>;

/** A manifest with its signature over the manifest's canonical JSON (RFC 8785). */
export const signedManifest = z
  .object({ manifest, signature: manifestSignature })
  .meta({ id: "SignedManifest" });
export type SignedManifest = z.infer<typeof signedManifest>;

export const keptExport = z
  .object({
    id,
    projectId: id,
    requestedBy: z.object({ id, name: z.string().nullable() }),
    request: z.record(z.string(), z.unknown()),
    format: z.enum(formatIds),
    state: z.enum(keptExportStates),
    /** Written so far, and how many there will be; null until it is known. */
    claimsDone: z.int(),
    claimsTotal: z.int().nullable(),
    /** Why it failed, for people. */
    error: z.string().nullable(),
    fileName: z.string().nullable(),
    bytes: z.int().nullable(),
    sha256: z.string().nullable(),
    counts: manifest.shape.counts.nullable(),
    eventNumber: z.string().nullable(),
    createdAt: timestamp,
    finishedAt: timestamp.nullable(),
    /** When the file goes; what is known of it stays. */
    expiresAt: timestamp.nullable(),
  })
  .meta({ id: "KeptExport" });
export type KeptExport = z.infer<typeof keptExport>;

/** An address that anyone who has it may download from, for a few minutes. */
export const exportLink = z.object({ url: z.string(), expiresAt: timestamp }).meta({ id: "ExportLink" });
export type ExportLink = z.infer<typeof exportLink>;

export const verifyInput = z
  .strictObject({
    /** SHA-256 of the file's bytes, in lower-case hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** The manifest that came with the file. */
    signed: signedManifest,
  })
  .meta({ id: "VerifyInput" });
export type VerifyInput = z.infer<typeof verifyInput>;

/** `genuine`: signed here, and the bytes are those. `forged`: the manifest is not what was signed. */
export const verification = z
  .object({
    verdict: z.enum(["genuine", "altered", "forged", "unknown-key"]),
    /** For people. */
    detail: z.string(),
    manifest,
    keyId: z.string(),
  })
  .meta({ id: "Verification" });
export type Verification = z.infer<typeof verification>;

export const keptExportsQuery = z.strictObject({
  ...pageQuery,
  /** Only the export whose file has this SHA-256. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export const keptExportsPage = page(keptExport);
export type KeptExportsPage = z.infer<typeof keptExportsPage>;
