import { chainSentence, chainText } from "../attribution/sentence.ts";
import { type Codebook, categoryOf, familyIds, familyOf } from "../provenance/codebook.ts";
import { claimStates } from "../review/state.ts";
import type { Cell } from "./csv-row.ts";
import type { ExportedRecord, ExportedSource, QuotedSpan } from "./dataset.ts";
import type { ExportedDocument } from "./document.ts";

/** A column of a table. `time` is RFC 3339, UTC; `number` a whole one; every cell of any kind may be null. */
export type Column = {
  readonly name: string;
  readonly kind: "text" | "number" | "boolean" | "time";
};

/** The tables an export has, for CSV and workbooks alike: what a cell holds is settled here once. */
export type TableName = "claims" | "links" | "articles" | "sources";

const columns = (names: string, kind: Column["kind"] = "text"): readonly Column[] =>
  names.split(" ").map((name) => ({ name, kind }));

/** Columns are only ever added, at the end: people's sheets refer to them by place. */
const claimColumns: readonly Column[] = [
  ...columns("claim_id article_id article_title outlet"),
  ...columns("published_at", "time"),
  ...columns("version_sha256 state review"),
  ...columns("revision start end", "number"),
  ...columns("spans text statement kind family provenance origin_provenance"),
  ...columns("depth", "number"),
  ...columns("chain first_source origin_source"),
  ...columns("is_carried_over", "boolean"),
  ...columns("hedges flags parent_id same_claim_as created_by"),
  ...columns("created_at updated_at", "time"),
  ...columns("approved_by"),
  ...columns("approved_at", "time"),
  ...columns("group_id hedge_spans"),
];

/** Facets stand under the names of `facets.ts`, in the spelling of a database column. */
const linkColumns: readonly Column[] = [
  ...columns("claim_id"),
  ...columns("link", "number"),
  ...columns("category family source_ids source_names mention mention_spans cue cue_spans addressee"),
  ...columns("act directness cue_stance polarity"),
  ...columns("explicit", "boolean"),
  ...columns("basis attribution_status channel"),
  ...columns("inherited", "boolean"),
  ...columns("addressee_spans"),
];

const stateColumns = columns(claimStates.join(" "), "number");
const familyColumns = columns(familyIds.map((id) => `family_${id}`).join(" "), "number");

/** `version` counts from 1; `claims` and the counts by state and family are of the claims in this export. */
const articleColumns: readonly Column[] = [
  ...columns("article_id title outlet byline url"),
  ...columns("published_at", "time"),
  ...columns("language direction version_id"),
  ...columns("version", "number"),
  ...columns("version_sha256"),
  ...columns("length claims", "number"),
  ...stateColumns,
  ...familyColumns,
  ...columns("family_none", "number"),
];

const sourceColumns = columns(
  "source_id name type document_type identification affiliation role role_title role_status issued_by wikidata aliases article_id",
);

/** The columns of each table, in order. */
export const tableColumns: Readonly<Record<TableName, readonly Column[]>> = {
  claims: claimColumns,
  links: linkColumns,
  articles: articleColumns,
  sources: sourceColumns,
};

/**
 * One claim's cells. Keeps: content, state, who and when. Loses: facets of links (see `linkCells`), assessments.
 * What the codebook or the registry given does not know stands as its id; what is absent is null.
 */
export function claimCells(codebook: Codebook, record: ExportedRecord): readonly Cell[] {
  const { claim, article } = record;
  return [
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
    claim.groupId,
    offsets(claim.hedges.map((hedge) => hedge.span)),
  ];
}

/** One row of cells for each link of a claim's whole chain, link 1 first; none for the article's own voice. */
export function linkCells(codebook: Codebook, record: ExportedRecord): readonly (readonly Cell[])[] {
  return record.claim.chain.map((hop, index) => [
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
    offsets(hop.addressee),
  ]);
}

/** One article's cells, its claims counted by state and by provenance family. */
export function articleCells(
  codebook: Codebook,
  { article, claims }: Pick<ExportedDocument, "article" | "claims">,
): readonly Cell[] {
  const { version } = article;
  const families = claims.map(({ provenance }) => familyOf(codebook, provenance)?.id ?? null);
  return [
    article.id,
    article.title,
    article.outlet,
    article.byline,
    article.url,
    article.publishedAt,
    article.language,
    article.direction,
    version.id,
    version.ordinal,
    version.sha256,
    version.length,
    claims.length,
    ...claimStates.map((state) => claims.filter((claim) => claim.state === state).length),
    ...[...familyIds, null].map((id) => families.filter((family) => family === id).length),
  ];
}

/** One source's cells; its other names joined by "; ". */
export function sourceCells(source: ExportedSource): readonly Cell[] {
  return [
    source.id,
    source.name,
    source.type,
    source.documentType,
    source.identification,
    source.affiliation,
    source.role,
    source.roleTitle,
    source.roleStatus,
    source.issuedBy,
    source.wikidata,
    source.aliases.join("; "),
    source.articleId,
  ];
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
