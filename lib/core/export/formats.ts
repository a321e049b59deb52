import type { Fact, RecordFact } from "./carried.ts";

/** What offsets in a file count. */
export type OffsetUnit = "code points" | "UTF-16 units" | "tokens" | "none";

/** A format as people choose it, and as the docs list it. */
export type ExportFormat = {
  readonly label: string;
  /** Whom it is for, in a sentence. */
  readonly use: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly offsets: OffsetUnit;
  /** What does not come through. The round-trip test asserts exactly this list for formats that can be read. */
  readonly loses: readonly (Fact | RecordFact)[];
  /** It quotes the article at length, so it cannot leave quoted text out. */
  readonly needsText: boolean;
  /** It can be read back. */
  readonly isRead: boolean;
};

export const formatIds = [
  "json",
  "jsonl",
  "csv",
  "xlsx",
  "parquet",
  "webannotation",
  "brat",
  "labelstudio",
  "doccano",
  "conll",
  "cas",
  "prov",
  "html",
] as const;
export type FormatId = (typeof formatIds)[number];

const zip = { extension: "zip", mediaType: "application/zip" } as const;
const record: readonly RecordFact[] = ["state", "approvals", "people", "times", "revision", "assessments"];

/** Every format there is. */
export const formats: Readonly<Record<FormatId, ExportFormat>> = {
  json: {
    label: "JSON",
    use: "One document with everything: articles, sources, claims.",
    extension: "json",
    mediaType: "application/json; charset=utf-8",
    offsets: "code points",
    loses: [],
    needsText: false,
    isRead: true,
  },
  jsonl: {
    label: "JSON Lines",
    use: "Everything, one record a line: for programs, for large projects, and for what changed since.",
    extension: "jsonl",
    mediaType: "application/x-ndjson; charset=utf-8",
    offsets: "code points",
    loses: [],
    needsText: false,
    isRead: true,
  },
  csv: {
    label: "CSV",
    use: "One row a claim, a link or an article, for spreadsheets.",
    extension: "csv",
    mediaType: "text/csv; charset=utf-8",
    offsets: "code points",
    loses: ["article.text", "article.blocks", "source.facets", "assessments"],
    needsText: false,
    isRead: true,
  },
  xlsx: {
    label: "Excel workbook",
    use: "Claims, links and articles on a sheet each, with filters and a legend.",
    extension: "xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    offsets: "code points",
    loses: ["article.text", "article.blocks", "assessments"],
    needsText: false,
    isRead: false,
  },
  parquet: {
    label: "Parquet",
    use: "One row a link, typed, for data frames and SQL engines.",
    extension: "parquet",
    mediaType: "application/vnd.apache.parquet",
    offsets: "code points",
    loses: ["article.text", "article.blocks", "source.facets", "assessments"],
    needsText: false,
    isRead: false,
  },
  webannotation: {
    label: "W3C Web Annotation",
    use: "For annotation servers and readers that speak the W3C model.",
    extension: "jsonld",
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8',
    offsets: "code points",
    loses: [],
    needsText: false,
    isRead: true,
  },
  brat: {
    label: "brat standoff",
    use: "Texts with .ann files and annotation.conf, for brat and many scripts.",
    ...zip,
    offsets: "code points",
    loses: ["article.title", "article.details", "article.blocks", ...record],
    needsText: true,
    isRead: true,
  },
  labelstudio: {
    label: "Label Studio",
    use: "Tasks with regions and relations, and the labelling config beside them.",
    ...zip,
    offsets: "code points",
    loses: ["article.blocks", ...record],
    needsText: true,
    isRead: true,
  },
  doccano: {
    label: "doccano",
    use: "One text a line with entities and relations.",
    extension: "jsonl",
    mediaType: "application/x-ndjson; charset=utf-8",
    offsets: "code points",
    loses: [
      "article.blocks",
      "claim.id",
      "claim.kind",
      "claim.flags",
      "chain.sources",
      "chain.facets",
      "source.name",
      "source.facets",
      ...record,
    ],
    needsText: true,
    isRead: true,
  },
  conll: {
    label: "CoNLL columns",
    use: "Tokens with IOB2 columns, for training.",
    extension: "conll",
    mediaType: "text/plain; charset=utf-8",
    offsets: "tokens",
    loses: [
      "article.text",
      "article.title",
      "article.details",
      "article.blocks",
      "claim.id",
      "claim.statement",
      "claim.kind",
      "claim.parent",
      "claim.same_claim_as",
      "claim.group",
      "claim.hedges",
      "claim.flags",
      "chain.categories",
      "chain.sources",
      "chain.mentions",
      "chain.cues",
      "chain.addressees",
      "chain.facets",
      "source.name",
      "source.facets",
      ...record,
    ],
    needsText: true,
    isRead: false,
  },
  cas: {
    label: "UIMA CAS JSON",
    use: "One CAS an article with its layers, for INCEpTION and DKPro.",
    ...zip,
    offsets: "UTF-16 units",
    loses: ["article.details", "article.blocks", "source.facets", ...record],
    needsText: true,
    isRead: false,
  },
  prov: {
    label: "PROV-JSON",
    use: "Who said what on whose word, as W3C PROV entities, agents and activities.",
    extension: "prov.json",
    mediaType: "application/json; charset=utf-8",
    offsets: "none",
    loses: [
      "article.text",
      "article.blocks",
      "claim.spans",
      "claim.group",
      "claim.hedges",
      "claim.flags",
      "chain.mentions",
      "chain.cues",
      "chain.addressees",
      "source.facets",
      "assessments",
    ],
    needsText: false,
    isRead: false,
  },
  html: {
    label: "Report (HTML)",
    use: "An article with its claims marked, its chains and its sources: to print or send.",
    extension: "html",
    mediaType: "text/html; charset=utf-8",
    offsets: "none",
    loses: [
      "claim.id",
      "claim.group",
      "chain.categories",
      "chain.mentions",
      "chain.addressees",
      "chain.facets",
      "source.facets",
      "times",
      "revision",
      "assessments",
    ],
    needsText: false,
    isRead: false,
  },
};
