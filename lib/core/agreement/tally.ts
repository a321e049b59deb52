import { originProvenanceOf } from "../attribution/chain.ts";
import { type Codebook, familyOf } from "../provenance/codebook.ts";
import { normaliseFragments } from "../text/spans.ts";
import { alignUnits } from "./align.ts";
import { chainCategories, chainSources } from "./chain-agreement.ts";
import type { CodedArticle, CodedClaim, CodedLayer } from "./coded.ts";
import { type AgreementField, agreementFields } from "./fields.ts";
import type { Figure } from "./figure.ts";
import { gammaOf } from "./gamma.ts";
import { compareTexts } from "./order.ts";
import { type SpanCounts, spanCounts } from "./span-scores.ts";
import { alphaU, type MarkedUnit } from "./unitizing.ts";

/** What of a claim is kept as a word besides the fields: its chain's sources and categories, hop by hop. */
export type TallyColumn = AgreementField | "chainSources" | "chainCategories";

export const tallyColumns: readonly TallyColumn[] = [...agreementFields, "chainSources", "chainCategories"];

/**
 * What one article gives to a study: plain JSON, to be kept until the article changes. Words are kept once; a value is a
 * place in `words`, or null where the coder did not mark the unit or said nothing.
 */
export type ArticleTally = {
  readonly articleId: string;
  readonly versionId: string;
  readonly finishedAt: string;
  /** By coder id. Of several layers of one coder the first by id counts. */
  readonly coders: readonly { readonly coderId: string; readonly claims: number }[];
  /** Claim ids: a row a unit, in the order of the text, a column a coder. */
  readonly units: readonly (readonly (string | null)[])[];
  readonly words: readonly string[];
  /** For each column a row a unit and a place a coder. */
  readonly values: Readonly<Record<TallyColumn, readonly (readonly (number | null)[])[]>>;
  readonly pairs: readonly PairTally[];
};

/** What two coders marked in one article, by their places in `coders`. */
export type PairTally = SpanCounts & {
  readonly a: number;
  readonly b: number;
  /** Disagreement of α_U, observed and expected; null where claims of a level overlap. */
  readonly unitizing: { readonly observed: number; readonly expected: number } | null;
  /** γ of this text; null where it was not asked for. */
  readonly gamma: Figure | null;
};

/** What `tallyOf` works out beyond the cheap: γ, with the seed of its chance texts. */
export type TallyOptions = { readonly gamma: { readonly seed: number } | null };

const CHEAP: TallyOptions = { gamma: null };

/**
 * What one article gives to a study; to be worked out again only when the article or the codebook's families change.
 * Costs about as much as its claims are many; γ, where asked for, the cube of them.
 */
export function tallyOf(article: CodedArticle, codebook: Codebook, options = CHEAP): ArticleTally {
  const layers = oneACoder(article.layers);
  const units = alignUnits(layers).map(({ claims }) =>
    layers.map(({ layerId }) => claims.get(layerId) ?? null),
  );
  const places = new Map<string, number>();
  const placeOf = (word: string): number => {
    const place = places.get(word) ?? places.size;
    places.set(word, place);
    return place;
  };
  const said = units.map((unit) => unit.map((claim) => claim && wordsOf(claim, codebook)));
  const column = (name: TallyColumn) =>
    said.map((unit) =>
      unit.map((words) => {
        const word = words?.[name] ?? null;
        return word === null ? null : placeOf(word);
      }),
    );
  const values = {} as Record<TallyColumn, (number | null)[][]>; // `as`: filled in the next line
  for (const name of tallyColumns) values[name] = column(name);
  const { articleId, versionId, finishedAt } = article;
  return {
    ...{ articleId, versionId, finishedAt },
    coders: layers.map(({ coderId, claims }) => ({ coderId, claims: claims.length })),
    units: units.map((unit) => unit.map((claim) => claim?.id ?? null)),
    words: [...places.keys()],
    values,
    pairs: layers.flatMap((a, at) =>
      layers.slice(at + 1).map((b, after) => {
        const place = { a: at, b: at + 1 + after };
        return { ...place, ...pairTally(a, b, article.length, options) };
      }),
    ),
  };
}

function oneACoder(layers: readonly CodedLayer[]): readonly CodedLayer[] {
  const ordered = layers.toSorted((one, other) => compareTexts(one.layerId, other.layerId));
  const first = new Map(ordered.toReversed().map((layer) => [layer.coderId, layer]));
  return [...first.values()].sort((one, other) => compareTexts(one.coderId, other.coderId));
}

/** What a claim says in each column; null where it says nothing. */
function wordsOf(claim: CodedClaim, codebook: Codebook): Record<TallyColumn, string | null> {
  const [first] = claim.chain;
  const setOf = (members: readonly string[]) => [...new Set(members)].sort().join("|");
  return {
    provenance: claim.provenance,
    family: familyOf(codebook, claim.provenance)?.id ?? null,
    originProvenance: originProvenanceOf(claim.chain, claim.provenance),
    kind: claim.kind,
    directness: first?.directness ?? null,
    act: first?.act ?? null,
    cueStance: first?.cueStance ?? null,
    attributionStatus: first?.attributionStatus ?? null,
    explicit: first ? String(first.explicit) : null,
    sourceReliability: claim.sourceReliability === "F" ? null : claim.sourceReliability,
    infoCredibility: claim.infoCredibility === 6 ? null : (claim.infoCredibility?.toString() ?? null),
    hedges: setOf(claim.hedges),
    flags: setOf(claim.flags),
    depth: String(claim.chain.length),
    chainSources: chainSources(claim.chain),
    chainCategories: chainCategories(claim.chain),
  };
}

function pairTally(a: CodedLayer, b: CodedLayer, length: number, { gamma }: TallyOptions) {
  const { figure, observed, expected } = alphaU([stretchesOf(a), stretchesOf(b)], { start: 0, end: length });
  return {
    ...spanCounts(a, b),
    unitizing: figure.why === "overlapping_units" ? null : { observed, expected },
    gamma: gamma && gammaOf(hullsOf(a), hullsOf(b), length, gamma.seed),
  };
}

/** Claims that nest in one another in a circle come to an end. */
const MOST_LEVELS = 100;

/** Each fragment of a layer's claims, with the level of nesting for its category. */
function stretchesOf({ claims }: CodedLayer): readonly MarkedUnit[] {
  const parents = new Map(claims.map(({ id, parentId }) => [id, parentId]));
  const levelOf = (id: string | null | undefined, left = MOST_LEVELS): number =>
    id && left > 0 && parents.has(id) ? 1 + levelOf(parents.get(id), left - 1) : 0;
  return claims.flatMap(({ id, spans }) =>
    normaliseFragments(spans).map((span) => ({ ...span, category: `level ${levelOf(id)}` })),
  );
}

/** Each claim from its first fragment to its last, with its provenance for its category. */
function hullsOf({ claims }: CodedLayer): readonly MarkedUnit[] {
  return claims.map(({ spans, provenance }) => ({
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
    category: provenance,
  }));
}
