import { createHash } from "node:crypto";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import type { ExportedClaim } from "#core/export/dataset.ts";
import type { ExportedDocument } from "#core/export/document.ts";
import { header, nastyRecords } from "#core/export/export.cases.ts";
import { withoutWords } from "#core/export/own-files.cases.ts";
import { hardDocuments } from "../../../tests/support/laws/documents.ts";
import { recordOf } from "../../../tests/support/laws/exported.ts";
import { parquet } from "./parquet.ts";

async function written(documents: Iterable<ExportedDocument>, rowsInGroup?: number): Promise<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of parquet(header, documents, rowsInGroup)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer; // Of Node's own pool.
}

const read = (file: ArrayBuffer) => parquetReadObjects({ file });
const nasty: readonly ExportedDocument[] = nastyRecords.map((draft) => {
  const { record, index } = recordOf(draft);
  return { ...record, claims: [record.claim], index };
});
const all = [...hardDocuments, ...nasty];
type LinkRow = {
  readonly document: ExportedDocument;
  readonly claim: ExportedClaim;
  readonly hop: ExportedClaim["chain"][number] | null;
  readonly order: number | null;
};
const linksOf = (document: ExportedDocument, claim: ExportedClaim): readonly LinkRow[] =>
  claim.chain.length === 0
    ? [{ document, claim, hop: null, order: null }]
    : claim.chain.map((hop, place) => ({ document, claim, hop, order: place + 1 }));
const links = (documents: readonly ExportedDocument[]) =>
  documents.flatMap((document) => document.claims.flatMap((claim) => linksOf(document, claim)));
const bare = (spans: readonly { readonly start: number; readonly end: number }[]) =>
  spans.map(({ start, end }) => ({ start, end }));

describe("a Parquet file", () => {
  it("has a row a link, and one for a claim without any", async () => {
    const rows = await read(await written(all));
    expect(rows.map(({ claim_id, link }) => [claim_id, link])).toEqual(
      links(all).map(({ claim, order }) => [claim.id, order]),
    );
  });

  it("gives back what each claim and each link says", async () => {
    const rows = await read(await written(all));
    for (const [place, { document, claim, hop }] of links(all).entries()) {
      expect(rows[place]).toMatchObject({
        article_id: document.article.id,
        version_sha256: document.article.version.sha256,
        statement: claim.statement,
        provenance: claim.provenance,
        revision: claim.revision,
        spans: bare(claim.spans),
        flags: claim.flags,
        hedges: claim.hedges.map(({ type, span }) => ({ type, start: span.start, end: span.end })),
        created_at: new Date(claim.createdAt),
        approved_by: claim.approvals.map(({ by }) => by.name),
        link_category: hop?.category ?? null,
        source_ids: hop?.sources ?? [],
        mention_spans: bare(hop?.mention ?? []),
        cue_spans: bare(hop?.cue ?? []),
        addressee_spans: bare(hop?.addressee ?? []),
        polarity: hop?.polarity ?? null,
        explicit: hop?.explicit ?? null,
      });
    }
  });

  it("slices the text with its offsets: code points, also behind emoji and from right to left", async () => {
    const rows = await read(await written(hardDocuments));
    for (const row of rows) {
      const document = hardDocuments.find(({ article }) => article.id === row.article_id);
      const letters = [...(document?.article.version.text ?? "")];
      const slices = row.spans.map(({ start, end }: { start: number; end: number }) =>
        letters.slice(start, end).join(""),
      );
      expect(slices.join(" … ")).toBe(row.text);
    }
  });

  it("says its format, what was asked for and on what texts it stands", async () => {
    const metadata = parquetMetadata(await written(hardDocuments));
    const values = new Map(metadata.key_value_metadata?.map(({ key, value }) => [key, value]));
    expect(values.get("sourceline.format")).toBe("sourceline/1");
    expect(JSON.parse(values.get("sourceline.header") ?? "")).toMatchObject({
      filter: { state: "approved" },
      codebook: { id: "sourceline", version: 1 },
    });
    const texts = createHash("sha256").update("a1 00\na2 00\n").digest("hex");
    expect(values.get("sourceline.texts.sha256")).toBe(texts);
    expect(metadata.created_by).toBe("Sourceline");
  });

  it("types its columns: int32 offsets, lists of structs, milliseconds", async () => {
    const { schema } = parquetMetadata(await written(hardDocuments));
    const named = (name: string) => schema.find((element) => element.name === name);
    expect(named("start")).toMatchObject({ type: "INT32" });
    expect(named("spans")).toMatchObject({ converted_type: "LIST", repetition_type: "REQUIRED" });
    expect(named("created_at")).toMatchObject({ type: "INT64", converted_type: "TIMESTAMP_MILLIS" });
  });

  it("is whole where there is nothing, and where there are no words", async () => {
    expect(await read(await written([]))).toEqual([]);
    const rows = await read(await written(hardDocuments.map(withoutWords)));
    expect(rows.every(({ text, cue, mention }) => text === null && cue === null && mention === null)).toBe(
      true,
    );
    expect(rows[0]?.spans.length).toBeGreaterThan(0);
  });

  it("holds the same in many row groups as in one, and sends each as it fills", async () => {
    const one = await read(await written(all));
    const file = await written(all, 3);
    expect(await read(file)).toEqual(one);
    expect(parquetMetadata(file).row_groups).toHaveLength(Math.ceil(one.length / 3));
    let asked = 0;
    function* documents() {
      for (const document of all) {
        asked += 1;
        yield document;
      }
    }
    const pieces = parquet(header, documents(), 3);
    await pieces.next();
    expect(asked).toBe(1);
    await pieces.return(undefined);
  });
});
