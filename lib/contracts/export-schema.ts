import { z } from "zod";
import { jsonFormat } from "#core/export/json.ts";
import { familyIds } from "#core/provenance/codebook.ts";
import {
  acts,
  attributionStatuses,
  bases,
  channels,
  claimKinds,
  cueStances,
  directnesses,
  hedgeTypes,
  infoCredibilities,
  polarities,
} from "#core/provenance/facets.ts";
import { claimStates } from "#core/review/state.ts";

/**
 * The lossless export "sourceline/1" as schemas, for programs that read it. Held to the writers of `lib/core/export` by
 * tests: what they write is valid, and nothing else is. Keys are always there; what is absent is null.
 */
const text = z.string();
const maybe = text.nullable();
const time = z.iso.datetime().meta({ description: "RFC 3339, UTC" });
const offset = z.int().min(0);
const count = z.int().min(0);

const quotedSpan = z
  .strictObject({ start: offset, end: offset, exact: maybe })
  .meta({ id: "Span", description: "Code points, half-open; `exact` is null where quoted text is left out" });
const spans = z.array(quotedSpan);
const person = z.strictObject({ id: text, name: text }).meta({ id: "Person" });

const block = z
  .strictObject({
    kind: z.enum(["heading", "paragraph", "list_item", "quote", "preformatted"]),
    level: z.int().min(1).max(6).optional(),
    start: offset,
    end: offset,
  })
  .meta({ id: "Block" });

const version = z
  .strictObject({
    id: text,
    ordinal: z.int().min(1),
    length: count,
    sha256: z.string().regex(/^[0-9a-f]*$/u),
    text: maybe.meta({ description: "Canonical text (NFC, line ends LF); null where it is left out" }),
    blocks: z.array(block),
  })
  .meta({ id: "Version" });

const articleKeys = {
  id: text,
  title: text,
  outlet: maybe,
  byline: maybe,
  url: maybe,
  publishedAt: time.nullable(),
  language: maybe.meta({ description: "BCP 47" }),
  direction: z.enum(["ltr", "rtl"]).nullable(),
  version,
};

const sourceKeys = {
  id: text,
  name: text,
  documentType: maybe,
  identification: text,
  affiliation: maybe,
  role: maybe,
  roleTitle: maybe,
  roleStatus: maybe,
  issuedBy: maybe.meta({ description: "The source that issued this document" }),
  wikidata: maybe,
  aliases: z.array(text),
  articleId: maybe.meta({ description: "The one article an anonymous source is known in" }),
};

const link = z
  .strictObject({
    category: text,
    sources: z.array(text),
    mention: spans,
    cue: spans,
    addressee: spans,
    act: z.enum(acts),
    directness: z.enum(directnesses),
    cueStance: z.enum(cueStances),
    polarity: z.enum(polarities),
    explicit: z.boolean(),
    basis: z.enum(bases).nullable(),
    attributionStatus: z.enum(attributionStatuses),
    channel: z.enum(channels),
  })
  .meta({ id: "Link" });

const evidence = z.strictObject({ url: maybe, note: text, stance: text });
const assessment = z
  .strictObject({
    by: person,
    sourceReliability: maybe,
    infoCredibility: z.union(infoCredibilities.map((grade) => z.literal(grade))).nullable(),
    attributionFidelity: maybe,
    verification: maybe,
    confidence: maybe,
    rationale: text,
    evidence: z.array(evidence),
  })
  .meta({ id: "Assessment" });

const claimKeys = {
  id: text,
  articleId: text,
  versionId: text,
  layerId: text,
  lineageId: text,
  parentId: maybe,
  sameClaimAs: maybe,
  groupId: maybe,
  state: z.enum(claimStates),
  revision: count,
  review: z.enum(["approved", "not_reviewed", "unapproved"]),
  statement: text,
  kind: z.enum(claimKinds).nullable(),
  provenance: text,
  originProvenance: text,
  depth: count,
  spans,
  chain: z.array(link),
  inheritedLinks: count,
  hedges: z.array(z.strictObject({ type: z.enum(hedgeTypes), span: quotedSpan })),
  flags: z.array(text),
  createdBy: person,
  createdAt: time,
  updatedAt: time,
  approvals: z.array(z.strictObject({ by: person, at: time })),
  assessments: z.array(assessment),
};

const family = z.strictObject({
  id: z.enum(familyIds),
  key: z.int().min(1),
  label: text,
  definition: text,
});
const category = z.strictObject({
  id: text,
  family: z.enum(familyIds),
  key: z.int().min(1),
  label: text,
  definition: text,
  example: text,
  notToBeConfusedWith: text,
  decisionRule: text,
  checkRank: z.int().nullable(),
  isRetired: z.boolean(),
  mergedInto: text.optional().meta({ description: "Of a retired one: what is taken in its place" }),
  splitFrom: text.optional().meta({ description: "What claims had before this one was told apart" }),
});
const codebook = z
  .strictObject({
    id: text,
    version: z.int().min(1),
    name: text,
    families: z.array(family),
    categories: z.array(category),
  })
  .meta({ id: "Codebook" });

const headKeys = {
  workspace: z.strictObject({ id: text, name: text }),
  project: z.strictObject({ id: text, name: text, approvalsNeeded: count }),
  codebook,
  exportedAt: time,
  eventNumber: text.meta({ description: "The workspace's last event that the export shows" }),
  cursor: text.meta({ description: "Given as `since`, it asks for what changed after this export" }),
  filter: z.record(text, maybe),
};

const format = z.literal(jsonFormat);
const typed = <T extends z.ZodRawShape>(type: string, keys: T) =>
  z.strictObject({ type: z.literal(type), ...keys });

/** The JSON document. */
const exportDocument = z
  .strictObject({
    format,
    header: z.strictObject(headKeys),
    articles: z.array(z.strictObject(articleKeys).meta({ id: "Article" })),
    sources: z.array(z.strictObject({ ...sourceKeys, type: text }).meta({ id: "Source" })),
    claims: z.array(z.strictObject(claimKeys).meta({ id: "Claim" })),
    deleted: z.array(text).optional().meta({ description: "With `since`: claims that are in it no more" }),
  })
  .meta({ title: "Sourceline export" });

/** Any one line of the JSON Lines form. */
const exportLine = z
  .union([
    typed("header", { format, ...headKeys }),
    typed("article", articleKeys),
    typed("source", { ...sourceKeys, sourceType: text }),
    typed("claim", claimKeys),
    typed("deleted", { id: text }),
    typed("end", {
      counts: z.strictObject({ articles: count, sources: count, claims: count, deleted: count }),
    }),
  ])
  .meta({ title: "A line of a Sourceline export" });

/** Published by every installation under `/schemas/`; names never change their meaning. */
const exportSchemas: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ["sourceline-1.json", exportDocument],
  ["sourceline-1-line.json", exportLine],
]);

/** A published schema as JSON Schema 2020-12 at its own address, or null where there is none of that name. */
export function exportSchema(name: string, base: string): Readonly<Record<string, unknown>> | null {
  const schema = exportSchemas.get(name);
  if (!schema) return null;
  const { $schema, ...own } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "output" });
  return { $schema, $id: `${base}/schemas/${name}`, ...withoutIds(own) };
}

/** `id` names a definition within zod's registry; in JSON Schema the word means nothing. */
function withoutIds(schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { $defs, ...own } = schema;
  const defs = Object.entries($defs as Readonly<Record<string, object>>); // What `toJSONSchema` gives.
  const bare = defs.map(([name, def]) => {
    const { id: _, ...rest } = { id: name, ...def };
    return [name, rest];
  });
  return { ...own, $defs: Object.fromEntries(bare) };
}
