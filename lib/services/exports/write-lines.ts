import { withoutWords } from "#core/export/content-record.ts";
import type { ExportedClaim } from "#core/export/dataset.ts";
import { closeJson, closeJsonSection, openJson, openJsonSection } from "#core/export/json.ts";
import { closeJsonl, openJsonl, writeDeletedLine } from "#core/export/jsonl.ts";
import { articleLines, claimLines, deletedClaims, sourceLines } from "#lib/db/exports.ts";
import { left, pages, type Reading } from "./reading.ts";
import { LineReader } from "./source-ids.ts";

type Chunks = AsyncGenerator<string | Uint8Array>;
type Before = Parameters<typeof claimLines>[3];

/** JSON Lines: what the database writes goes to the reader as it is, so that a million claims cost no more than copying. */
export async function* writeJsonLines(reading: Reading): Chunks {
  const { snapshot, selection, withText, header, tally } = reading;
  yield openJsonl(header);
  const lines = new LineReader(reading.merged);
  for await (const ids of pages(reading)) {
    const articles = articleLines(selection, ids, withText, '{"type":"article",');
    for await (const bytes of snapshot.lines(articles)) {
      tally.articles += countLines(bytes);
      yield bytes;
    }
    yield* claimBytes(reading, ids, '{"type":"claim",', lines);
    yield* sourceBytes(reading, lines.takeFresh(), '{"type":"source",');
  }
  for await (const id of snapshot.rows(deletedClaims(selection))) {
    tally.deleted += 1;
    yield writeDeletedLine(String(id));
  }
  yield closeJsonl(tally);
}

/** One JSON document: articles, claims, sources, and with `since` the ids of what is no more. */
export async function* writeJsonDocument(reading: Reading): Chunks {
  const { snapshot, selection, withText, header, tally } = reading;
  yield openJson(header);
  yield openJsonSection("articles");
  yield* listed(articleBytes(reading));
  yield closeJsonSection();
  const lines = new LineReader(reading.merged);
  yield openJsonSection("claims");
  yield* listed(allClaimBytes(reading, lines));
  yield closeJsonSection();
  yield openJsonSection("sources");
  yield* listed(sourceBytes(reading, lines.takeFresh(), ",{"));
  yield closeJsonSection();
  if (selection.since !== null) {
    yield openJsonSection("deleted");
    yield* listed(deletedBytes(reading));
    yield closeJsonSection();
  }
  yield closeJson();

  async function* articleBytes(given: Reading): AsyncGenerator<Buffer> {
    // The claims are counted out below; here every article is asked for that may have one.
    for await (const ids of pages({ ...given, limit: null })) {
      for await (const bytes of snapshot.lines(articleLines(selection, ids, withText, ",{"))) {
        tally.articles += countLines(bytes);
        yield bytes;
      }
    }
  }
}

async function* allClaimBytes(reading: Reading, lines: LineReader): AsyncGenerator<Buffer> {
  for await (const ids of pages(reading)) yield* claimBytes(reading, ids, ",{", lines);
}

async function* claimBytes(
  reading: Reading,
  ids: readonly string[],
  before: Before,
  lines: LineReader,
): AsyncGenerator<Buffer> {
  const { snapshot, selection, withText, tally } = reading;
  const statement = claimLines(selection, ids, left(reading), before);
  for await (const bytes of withText ? snapshot.lines(statement) : wordless(reading, statement)) {
    const whole = lines.read(bytes);
    tally.claims = lines.claims;
    tally.links = lines.links;
    if (whole.length > 0) yield whole;
  }
}

/** The same lines with positions only. */
async function* wordless(
  { snapshot }: Reading,
  statement: ReturnType<typeof claimLines>,
): AsyncGenerator<Buffer> {
  for await (const row of snapshot.rows(statement)) {
    const text = String(row);
    const comma = text.startsWith(",") ? "," : "";
    const { type, ...claim } = JSON.parse(text.slice(comma.length)) as ExportedClaim & { type?: string }; // As built.
    yield Buffer.from(`${comma}${JSON.stringify({ ...(type ? { type } : {}), ...withoutWords(claim) })}\n`);
  }
}

async function* sourceBytes(
  { snapshot, selection, tally }: Reading,
  ids: readonly string[],
  before: Before,
): AsyncGenerator<Buffer> {
  // So many at a time: an export may lean on a hundred thousand sources.
  for (let at = 0; at < ids.length; at += 1_000) {
    const statement = sourceLines(selection.workspaceId, ids.slice(at, at + 1_000), before);
    for await (const bytes of snapshot.lines(statement)) {
      tally.sources += countLines(bytes);
      yield bytes;
    }
  }
}

async function* deletedBytes({ snapshot, selection, tally }: Reading): AsyncGenerator<Buffer> {
  for await (const id of snapshot.rows(deletedClaims(selection))) {
    tally.deleted += 1;
    yield Buffer.from(`,${JSON.stringify(id)}\n`);
  }
}

/** Every row begins with a comma; the first one of a list must not. */
async function* listed(rows: AsyncIterable<Buffer>): Chunks {
  let isFirst = true;
  for await (const bytes of rows) {
    yield isFirst ? bytes.subarray(1) : bytes;
    isFirst = false;
  }
}

const LINE_END = "\n".charCodeAt(0);

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) count += 1;
  return count;
}
