import type { ArticleTally } from "#core/agreement/tally.ts";
import { tallyOf } from "#core/agreement/tally.ts";
import type { Codebook } from "#core/provenance/codebook.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import { type ComparableArticle, codedLayersOf, keptTallies } from "#lib/db/agreement.ts";
import type { AgreementOptions } from "#lib/db/agreement-runs.ts";
import type { Tx } from "#lib/db/client.ts";

/** A tally with what it was taken of, to be kept under. */
export type KeepableTally = {
  readonly articleId: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly tally: ArticleTally;
};

export type Counted = { readonly tallies: readonly ArticleTally[]; readonly fresh: readonly KeepableTally[] };

/** Tallies of some articles: those kept that are still true, and the others taken anew. */
export async function talliesOf(
  tx: Tx,
  permit: AnyPermit,
  articles: readonly ComparableArticle[],
  codebook: Codebook,
  options: Pick<AgreementOptions, "gamma" | "seed">,
): Promise<Counted> {
  const wanted = articles.map(({ articleId, layers, fingerprint }) => ({
    articleId,
    key: keyOf(layers, codebook, options),
    fingerprint,
  }));
  const kept = await keptTallies(tx, permit, wanted);
  const fresh: KeepableTally[] = [];
  for (const [at, article] of articles.entries()) {
    const place = wanted[at];
    if (!place || kept.has(article.articleId)) continue;
    const { articleId, versionId, length, finishedAt } = article;
    const layers = await codedLayersOf(tx, permit, article);
    const gamma = options.gamma ? { seed: options.seed } : null;
    const tally = tallyOf({ articleId, versionId, length, finishedAt, layers }, codebook, { gamma });
    fresh.push({ ...place, tally });
  }
  const before = [...kept.values()] as ArticleTally[]; // Written by `keepTallies` only, from an `ArticleTally`.
  return { tallies: [...before, ...fresh.map(({ tally }) => tally)], fresh };
}

/** Of which layers, by which codebook's families, with or without γ: what a tally depends on besides the claims. */
function keyOf(
  layers: ComparableArticle["layers"],
  codebook: Pick<Codebook, "id" | "version">,
  { gamma, seed }: Pick<AgreementOptions, "gamma" | "seed">,
): string {
  const ids = layers.map(({ layerId }) => layerId).join(" ");
  return `1 ${codebook.id} ${codebook.version} ${gamma ? `gamma ${seed}` : "plain"} ${ids}`;
}
