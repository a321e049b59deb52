import { link } from "../attribution/link.ts";
import type { Span } from "../text/span.ts";
import type { CodedArticle, CodedClaim, CodedLayer } from "./coded.ts";
import { type Random, seededRandom } from "./random.ts";

/** A claim with nothing in it but its place. */
export function claimAt(id: string, spans: readonly Span[], given: Partial<CodedClaim> = {}): CodedClaim {
  return {
    id,
    parentId: null,
    spans,
    statement: "",
    kind: null,
    provenance: "unclear",
    chain: [],
    hedges: [],
    flags: [],
    sourceReliability: null,
    infoCredibility: null,
    ...given,
  };
}

/** Claims written as `id:start-end`, fragments with a comma; `id:start-end/category` gives a chain of one link. */
export function layerOf(coderId: string, claims: string, given: Partial<CodedClaim> = {}): CodedLayer {
  const written = claims.split(" ").filter((text) => text !== "");
  return { layerId: `layer of ${coderId}`, coderId, claims: written.map((text) => readClaim(text, given)) };
}

function readClaim(text: string, given: Partial<CodedClaim>): CodedClaim {
  const [place = "", category] = text.split("/");
  const [id = "", ranges = ""] = place.split(":");
  const spans = ranges.split(",").map((range) => {
    const [start = 0, end = 0] = range.split("-").map(Number);
    return { start, end };
  });
  const said = category === undefined ? {} : { provenance: category, chain: [link({ category })] };
  return claimAt(id, spans, { ...said, ...given });
}

/** An article of layers, 1,000 code points long. */
export function articleOf(
  layers: readonly CodedLayer[],
  given: Partial<Omit<CodedArticle, "layers">> = {},
): CodedArticle {
  return {
    articleId: "article",
    versionId: "version",
    length: 1_000,
    finishedAt: "2026-03-05T10:00:00.000Z",
    layers,
    ...given,
  };
}

const CATEGORIES = [
  "official_readout",
  "official_statement",
  "named_statement",
  "anonymous_described",
  "media_report",
  "own_analysis",
  "unclear",
] as const;
const KINDS = ["speech_event", "event", "figure", null] as const;
const HEDGES = ["reportative", "modal", "approximator"] as const;

/** How a made-up study is: `care` is the share of values and places that a coder takes over from what is there. */
export type StudyShape = {
  readonly seed: number;
  readonly coders: number;
  readonly articles: number;
  readonly claims: number;
  readonly care: number;
};

/** Articles as several coders might have coded them, the same for the same shape. Claims do not overlap in a layer. */
export function madeUpStudy(shape: StudyShape): readonly CodedArticle[] {
  const random = seededRandom(shape.seed);
  return Array.from({ length: shape.articles }, (_, at) => madeUpArticle(shape, at, random));
}

function madeUpArticle({ coders, claims, care }: StudyShape, at: number, random: Random): CodedArticle {
  const truth = Array.from({ length: claims }, (_, place) => madeUpClaim(`${at}-truth`, place, random));
  const layers = Array.from({ length: coders }, (_, coder) => ({
    layerId: `${at}-layer-${coder}`,
    coderId: `coder-${coder}`,
    claims: truth.flatMap((claim, place) => seenBy(claim, `${at}-${coder}`, place, care, random)),
  }));
  const month = String(1 + (at % 12)).padStart(2, "0");
  const finishedAt = `2026-${month}-05T10:00:00.000Z`;
  const name = String(at).padStart(5, "0");
  return {
    articleId: `article-${name}`,
    versionId: `version-${name}`,
    length: claims * 100,
    finishedAt,
    layers,
  };
}

function madeUpClaim(prefix: string, place: number, random: Random): CodedClaim {
  const start = place * 100 + Math.floor(random() * 10);
  const hops = 1 + Math.floor(random() * 2);
  const chain = Array.from({ length: hops }, () =>
    link({ category: oneOf(CATEGORIES, random), sources: [`source-${Math.floor(random() * 40)}`] }),
  );
  return claimAt(`${prefix}-${place}`, [{ start, end: start + 60 + Math.floor(random() * 20) }], {
    provenance: chain[0]?.category ?? "unclear",
    kind: oneOf(KINDS, random),
    chain,
    hedges: HEDGES.filter(() => random() < 0.3),
    sourceReliability: oneOf(["A", "B", "C", "D", "E", "F"], random),
    infoCredibility: 1 + Math.floor(random() * 6),
  });
}

/** The claim as one coder sees it: with little care missed, moved or given other values. */
function seenBy(claim: CodedClaim, prefix: string, place: number, care: number, random: Random) {
  const isCareful = () => random() < care;
  const other = madeUpClaim(prefix, place, random);
  if (!isCareful() && random() < 0.3) return [];
  const seen: CodedClaim = {
    ...claim,
    id: other.id,
    spans: isCareful() ? claim.spans : other.spans,
    kind: isCareful() ? claim.kind : other.kind,
    hedges: isCareful() ? claim.hedges : other.hedges,
    sourceReliability: isCareful() ? claim.sourceReliability : other.sourceReliability,
    infoCredibility: isCareful() ? claim.infoCredibility : other.infoCredibility,
  };
  return [isCareful() ? seen : { ...seen, chain: other.chain, provenance: other.provenance }];
}

function oneOf<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T; // `as`: random is below 1 and no list is empty
}
