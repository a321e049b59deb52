import { createHash } from "node:crypto";
import { ByteWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import type { ExportedClaim, ExportedRecord, ExportHeader, QuotedSpan } from "#core/export/dataset.ts";
import type { ExportedDocument } from "#core/export/document.ts";
import { jsonFormat } from "#core/export/json.ts";
import { familyOf } from "#core/provenance/codebook.ts";

type Value = string | number | boolean | Date | null | readonly Value[] | { readonly [key: string]: Value };
type Kind = "text" | "int32" | "boolean" | "time" | "texts" | "spans" | "hedges";
type ParquetColumn = {
  readonly name: string;
  readonly kind: Kind;
  readonly value: (row: Row) => Value;
};

/** A claim and one link of its chain; the article's own voice has one row without a link. */
type Row = ExportedRecord & {
  readonly header: ExportHeader;
  readonly hop: ExportedClaim["chain"][number] | null;
  /** 1 for the first link. */
  readonly order: number;
};

/** Rows held before they go out: about 20 MB of a claim with long quotations, and enough for columns to pack well. */
const ROWS_IN_GROUP = 10_000;

/**
 * The export as Parquet, one row a link of a claim's chain: what is the claim's repeats in each of its rows. Offsets are
 * int32 code points, spans lists of `{start, end}`, times milliseconds in UTC, labels dictionaries. Key-value metadata
 * say the format (`sourceline.format`), what was asked for (`sourceline.header`, JSON), and what texts it stands on
 * (`sourceline.texts.sha256`: SHA-256 over `article id, space, version's SHA-256, LF` of each document in order).
 * Row groups go out as they fill, so that memory is flat; only the footer waits for the end.
 */
export async function* parquet(
  header: ExportHeader,
  documents: AsyncIterable<ExportedDocument> | Iterable<ExportedDocument>,
  rowsInGroup = ROWS_IN_GROUP,
): AsyncGenerator<Uint8Array> {
  const bytes = new DrainedWriter();
  const { base: _, codebook, ...own } = header;
  const head = { ...own, codebook: { id: codebook.id, version: codebook.version, name: codebook.name } };
  const metadata = [
    { key: "sourceline.format", value: jsonFormat },
    { key: "sourceline.header", value: JSON.stringify(head) },
  ];
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [...schema],
    kvMetadata: metadata,
    createdBy: "Sourceline",
  });
  const texts = createHash("sha256");
  let held: Row[] = [];
  for await (const document of documents) {
    texts.update(`${document.article.id} ${document.article.version.sha256}\n`);
    for (const row of rowsOf(header, document)) {
      held.push(row);
      if (held.length < rowsInGroup) continue;
      await writeGroup(writer, held);
      held = [];
      yield bytes.drain();
    }
  }
  if (held.length > 0) await writeGroup(writer, held);
  metadata.push({ key: "sourceline.texts.sha256", value: texts.digest("hex") });
  await writer.finish();
  yield bytes.drain();
}

/** What was written since it was last asked; offsets go on counting. */
class DrainedWriter extends ByteWriter {
  drain(): Uint8Array {
    const bytes = this.getBytes().slice();
    this.index = 0;
    return bytes;
  }
}

async function writeGroup(writer: ParquetWriter, rows: readonly Row[]): Promise<void> {
  const columnData = columns.map(({ name, value }) => ({ name, data: rows.map(value) }));
  await writer.write({ columnData, rowGroupSize: rows.length });
}

function* rowsOf(header: ExportHeader, document: ExportedDocument): Generator<Row> {
  for (const claim of document.claims) {
    const record = { header, claim, article: document.article, sources: document.sources };
    if (claim.chain.length === 0) yield { ...record, hop: null, order: 0 };
    for (const [index, hop] of claim.chain.entries()) yield { ...record, hop, order: index + 1 };
  }
}

const column = (name: string, kind: Kind, value: ParquetColumn["value"]): ParquetColumn => ({
  name,
  kind,
  value,
});
const bare = (spans: readonly QuotedSpan[]) => spans.map(({ start, end }) => ({ start, end }));
const words = (spans: readonly QuotedSpan[]) =>
  spans.flatMap(({ exact }) => (exact === null ? [] : [exact])).join(" … ") || null;
const instant = (time: string | null) => (time === null ? null : new Date(time));

/** Columns are only ever added. */
const columns: readonly ParquetColumn[] = [
  column("claim_id", "text", ({ claim }) => claim.id),
  column("article_id", "text", ({ article }) => article.id),
  column("article_title", "text", ({ article }) => article.title),
  column("outlet", "text", ({ article }) => article.outlet),
  column("byline", "text", ({ article }) => article.byline),
  column("url", "text", ({ article }) => article.url),
  column("published_at", "time", ({ article }) => instant(article.publishedAt)),
  column("language", "text", ({ article }) => article.language),
  column("direction", "text", ({ article }) => article.direction),
  column("version_id", "text", ({ article }) => article.version.id),
  column("version_sha256", "text", ({ article }) => article.version.sha256),
  column("state", "text", ({ claim }) => claim.state),
  column("review", "text", ({ claim }) => claim.review),
  column("revision", "int32", ({ claim }) => claim.revision),
  column("start", "int32", ({ claim }) => claim.spans[0]?.start ?? null),
  column("end", "int32", ({ claim }) => claim.spans.at(-1)?.end ?? null),
  column("spans", "spans", ({ claim }) => bare(claim.spans)),
  column("text", "text", ({ claim }) => words(claim.spans)),
  column("statement", "text", ({ claim }) => claim.statement),
  column("kind", "text", ({ claim }) => claim.kind),
  column("family", "text", ({ claim, header }) => familyOf(header.codebook, claim.provenance)?.id ?? null),
  column("provenance", "text", ({ claim }) => claim.provenance),
  column("origin_provenance", "text", ({ claim }) => claim.originProvenance),
  column("depth", "int32", ({ claim }) => claim.depth),
  column("parent_id", "text", ({ claim }) => claim.parentId),
  column("same_claim_as", "text", ({ claim }) => claim.sameClaimAs),
  column("group_id", "text", ({ claim }) => claim.groupId),
  column("flags", "texts", ({ claim }) => claim.flags),
  column("hedges", "hedges", ({ claim }) =>
    claim.hedges.map(({ type, span }) => ({ type, start: span.start, end: span.end })),
  ),
  column("created_by", "text", ({ claim }) => claim.createdBy.name),
  column("created_at", "time", ({ claim }) => instant(claim.createdAt)),
  column("updated_at", "time", ({ claim }) => instant(claim.updatedAt)),
  column("approved_by", "texts", ({ claim }) => claim.approvals.map(({ by }) => by.name)),
  column("approved_at", "time", ({ claim }) => instant(claim.approvals.at(-1)?.at ?? null)),
  column("link", "int32", ({ hop, order }) => (hop ? order : null)),
  column("link_category", "text", ({ hop }) => hop?.category ?? null),
  column("link_family", "text", ({ hop, header }) =>
    hop ? (familyOf(header.codebook, hop.category)?.id ?? null) : null,
  ),
  column("source_ids", "texts", ({ hop }) => hop?.sources ?? []),
  column("source_names", "texts", ({ hop, sources }) =>
    (hop?.sources ?? []).map((id) => sources.get(id)?.name ?? id),
  ),
  column("source_types", "texts", ({ hop, sources }) =>
    (hop?.sources ?? []).map((id) => sources.get(id)?.type ?? "unknown"),
  ),
  column("mention", "text", ({ hop }) => words(hop?.mention ?? [])),
  column("mention_spans", "spans", ({ hop }) => bare(hop?.mention ?? [])),
  column("cue", "text", ({ hop }) => words(hop?.cue ?? [])),
  column("cue_spans", "spans", ({ hop }) => bare(hop?.cue ?? [])),
  column("addressee", "text", ({ hop }) => words(hop?.addressee ?? [])),
  column("addressee_spans", "spans", ({ hop }) => bare(hop?.addressee ?? [])),
  column("act", "text", ({ hop }) => hop?.act ?? null),
  column("directness", "text", ({ hop }) => hop?.directness ?? null),
  column("cue_stance", "text", ({ hop }) => hop?.cueStance ?? null),
  column("polarity", "text", ({ hop }) => hop?.polarity ?? null),
  column("explicit", "boolean", ({ hop }) => hop?.explicit ?? null),
  column("basis", "text", ({ hop }) => hop?.basis ?? null),
  column("attribution_status", "text", ({ hop }) => hop?.attributionStatus ?? null),
  column("channel", "text", ({ hop }) => hop?.channel ?? null),
  column("inherited", "boolean", ({ hop, order, claim }) => (hop ? order <= claim.inheritedLinks : null)),
];

const text = (name: string, repetition: "REQUIRED" | "OPTIONAL"): SchemaElement => ({
  name,
  type: "BYTE_ARRAY",
  converted_type: "UTF8",
  repetition_type: repetition,
});
const whole = (name: string, repetition: "REQUIRED" | "OPTIONAL"): SchemaElement => ({
  name,
  type: "INT32",
  repetition_type: repetition,
});

/** A list as the format's own document lays it out: `name (LIST) / list / element`. It is never null, but may be empty. */
function listOf(name: string, element: readonly SchemaElement[]): readonly SchemaElement[] {
  return [
    { name, converted_type: "LIST", repetition_type: "REQUIRED", num_children: 1 },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    ...element,
  ];
}

function struct(children: readonly SchemaElement[]): readonly SchemaElement[] {
  return [{ name: "element", repetition_type: "REQUIRED", num_children: children.length }, ...children];
}

const offsets = [whole("start", "REQUIRED"), whole("end", "REQUIRED")];
const elements: Readonly<Record<Kind, (name: string) => readonly SchemaElement[]>> = {
  text: (name) => [text(name, "OPTIONAL")],
  int32: (name) => [whole(name, "OPTIONAL")],
  boolean: (name) => [{ name, type: "BOOLEAN", repetition_type: "OPTIONAL" }],
  time: (name) => [{ name, type: "INT64", converted_type: "TIMESTAMP_MILLIS", repetition_type: "OPTIONAL" }],
  texts: (name) => listOf(name, [text("element", "REQUIRED")]),
  spans: (name) => listOf(name, struct(offsets)),
  hedges: (name) => listOf(name, struct([text("type", "REQUIRED"), ...offsets])),
};

const schema: readonly SchemaElement[] = [
  { name: "links", num_children: columns.length },
  ...columns.flatMap(({ name, kind }) => elements[kind](name)),
];
