import { chainSentence, chainText } from "../attribution/sentence.ts";
import { type Codebook, categoryOf, familyOf } from "../provenance/codebook.ts";
import type { ExportedRecord, QuotedSpan } from "./dataset.ts";

/**
 * CSV by RFC 4180: CRLF, quotes doubled, a header row. Offsets are code points.
 * A text cell that a spreadsheet would run as a formula gets an apostrophe in front, and the row's column `escaped`
 * says so (ASVS 5.0, 1.2.10); numbers are written bare, so a negative one stays a number.
 * A reader gets every text back: it takes one apostrophe off a cell that begins with apostrophes and a formula sign.
 */
type Cell = string | number | boolean | null;

/**
 * What makes a cell a formula, by its first characters: the signs, also full-width, and the white space that some
 * programs skip before one (OWASP, CSV injection). Apostrophes before a sign count, too: left alone, such a cell
 * could not be told from one that was escaped.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** One row with its CRLF; the last column, added here, tells whether any cell was escaped. */
function row(cells: readonly Cell[]): string {
  const isEscaped = cells.some((cell) => typeof cell === "string" && FORMULA.test(cell));
  return `${[...cells, isEscaped].map(cell).join(",")}\r\n`;
}

/** One cell: empty for null, bare for what is no text, quoted only where RFC 4180 2.6 asks for it. */
function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Columns are only ever added, before `escaped`, which stays the last: people's sheets refer to them by place. */
const claimColumns = [
  "claim_id",
  "article_id",
  "article_title",
  "outlet",
  "published_at",
  "version_sha256",
  "state",
  "review",
  "revision",
  "start",
  "end",
  "spans",
  "text",
  "statement",
  "kind",
  "family",
  "provenance",
  "origin_provenance",
  "depth",
  "chain",
  "first_source",
  "origin_source",
  "is_carried_over",
  "hedges",
  "flags",
  "parent_id",
  "same_claim_as",
  "created_by",
  "created_at",
  "updated_at",
  "approved_by",
  "approved_at",
  "escaped",
] as const;

/** Facets stand under the names of `facets.ts`, in the spelling of a database column. */
const linkColumns = [
  "claim_id",
  "link",
  "category",
  "family",
  "source_ids",
  "source_names",
  "mention",
  "mention_spans",
  "cue",
  "cue_spans",
  "addressee",
  "act",
  "directness",
  "cue_stance",
  "polarity",
  "explicit",
  "basis",
  "attribution_status",
  "channel",
  "inherited",
  "escaped",
] as const;

/** The header row of either shape, with its CRLF. Always the first line of the file, also of an empty one. */
export function openCsv(rows: "claims" | "links"): string {
  return `${(rows === "claims" ? claimColumns : linkColumns).join(",")}\r\n`;
}

/**
 * One row for a claim. Keeps: content, state, who and when. Loses: facets of links (see `writeLinkRows`), assessments.
 * What the codebook or the registry given does not know stands as its id; what is absent is an empty cell.
 */
export function writeClaimRow(codebook: Codebook, record: ExportedRecord): string {
  const { claim, article } = record;
  return row([
    claim.id,
    article.id,
    article.title,
    article.outlet,
    article.publishedAt,
    article.version.sha256,
    claim.state,
    claim.review,
    claim.revision,
    claim.spans[0]?.start ?? null,
    claim.spans.at(-1)?.end ?? null,
    offsets(claim.spans),
    words(claim.spans),
    claim.statement,
    claim.kind,
    familyOf(codebook, claim.provenance)?.id ?? null,
    claim.provenance,
    claim.originProvenance,
    claim.depth,
    chainOf(codebook, record),
    namesOf(record, claim.chain[0]?.sources),
    namesOf(record, claim.chain.at(-1)?.sources),
    claim.chain.some((hop) => !hop.explicit),
    claim.hedges.map((hedge) => hedge.type).join(" "),
    claim.flags.join(" "),
    claim.parentId,
    claim.sameClaimAs,
    claim.createdBy.name,
    claim.createdAt,
    claim.updatedAt,
    claim.approvals.map((approval) => approval.by.name).join("; "),
    claim.approvals.at(-1)?.at ?? null,
  ]);
}

/** One row for each link of a claim's whole chain, link 1 first; none for the article's own voice. */
export function writeLinkRows(codebook: Codebook, record: ExportedRecord): string {
  return record.claim.chain
    .map((hop, index) =>
      row([
        record.claim.id,
        index + 1,
        hop.category,
        familyOf(codebook, hop.category)?.id ?? null,
        hop.sources.join(" "),
        namesOf(record, hop.sources),
        words(hop.mention),
        offsets(hop.mention),
        words(hop.cue),
        offsets(hop.cue),
        words(hop.addressee),
        hop.act,
        hop.directness,
        hop.cueStance,
        hop.polarity,
        hop.explicit,
        hop.basis,
        hop.attributionStatus,
        hop.channel,
        index < record.claim.inheritedLinks,
      ]),
    )
    .join("");
}

/** `12-40;52-60`, in order. */
function offsets(spans: readonly QuotedSpan[]): string {
  return spans.map((span) => `${span.start}-${span.end}`).join(";");
}

/** Fragments joined by " … "; empty where quoted text is left out. */
function words(spans: readonly QuotedSpan[]): string {
  return spans.flatMap((span) => (span.exact === null ? [] : [span.exact])).join(" … ");
}

/** Names of sources joined by "; ", an id where the registry given has no name. */
function namesOf({ sources }: ExportedRecord, ids: readonly string[] | undefined): string {
  return (ids ?? []).map((id) => sources.get(id)?.name ?? id).join("; ");
}

function chainOf(codebook: Codebook, { claim, sources }: ExportedRecord): string {
  const pieces = chainSentence<QuotedSpan>(claim.chain, {
    source: (id) => sources.get(id)?.name ?? null,
    words,
    category: (id) => categoryOf(codebook, id)?.label ?? id,
  });
  return chainText(pieces);
}
