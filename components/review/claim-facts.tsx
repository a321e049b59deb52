import { ChainSentence } from "#components/chain/chain-sentence.tsx";
import { ClaimQuote } from "#components/claims/claim-quote.tsx";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { isCarriedOver, weakestLink } from "#core/attribution/chain.ts";
import type { ReviewCase } from "#lib/contracts/review-case.ts";
import styles from "./claim-facts.module.css";
import {
  facetLabel,
  facetValue,
  flagLabel,
  hedgeLabel,
  kindLabel,
  type Means,
  tellingFacets,
} from "./means.ts";

type Props = { case: ReviewCase; means: Means };

/** What is claimed, and how the article knows it. */
export function ClaimFacts({ case: { claim, parent }, means }: Props) {
  const { codebook, names } = means;
  return (
    <section className={styles.facts} aria-label="The claim">
      <div className={styles.head}>
        <ProvenanceChip
          codebook={codebook}
          category={claim.provenance}
          isCarriedOver={isCarriedOver(claim.chain)}
          withFamily
        />
        {claim.kind ? <span className={styles.kind}>{kindLabel(claim.kind)}</span> : null}
      </div>
      {claim.statement ? (
        <p className={styles.statement}>{claim.statement}</p>
      ) : (
        <p className={styles.missing}>No statement yet.</p>
      )}
      <ChainSentence chain={claim.chain} names={names} codebook={codebook} />
      <p className={styles.weakest}>{weakestWords(claim, means)}</p>
      <dl className={styles.list}>
        <Fact label="Marked words">
          <ClaimQuote fragments={claim.spans.map((span) => names.words([span]))} />
        </Fact>
        {claim.chain.map((hop, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a link is told by its place in the chain
          <Fact key={at} label={`Link ${at + 1}`}>
            <LinkFacts hop={hop} means={means} />
          </Fact>
        ))}
        {parent ? <Fact label="Nested in">{parent.statement || "a claim without statement"}</Fact> : null}
        {claim.hedges.length > 0 ? (
          <Fact label="Hedges">
            {claim.hedges
              .map(({ type, span }) => `“${names.words([span])}” (${hedgeLabel(type)})`)
              .join(", ")}
          </Fact>
        ) : null}
        {claim.flags.length > 0 ? <Fact label="Flags">{claim.flags.map(flagLabel).join(", ")}</Fact> : null}
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The category always; of the rest only what differs from how every link starts. */
function LinkFacts({ hop, means }: { hop: ReviewCase["claim"]["chain"][number]; means: Means }) {
  const telling = tellingFacets(hop).map(
    (facet) => `${facetLabel(facet)}: ${facetValue(hop, facet, means).toLowerCase()}`,
  );
  return (
    <>
      <ProvenanceChip codebook={means.codebook} category={hop.category} isCarriedOver={!hop.explicit} />
      {telling.length > 0 ? <span className={styles.telling}> {telling.join(" · ")}</span> : null}
    </>
  );
}

function weakestWords(claim: ReviewCase["claim"], { codebook, names }: Means): string {
  const weakest = weakestLink(codebook, claim.chain, claim.provenance);
  const origin = claim.chain.at(-1);
  const rests = origin && claim.chain.length > 1 ? `Rests in the end on ${nameOf(origin, names)}. ` : "";
  if (weakest.kind === "own_voice") return "The article vouches for this itself.";
  if (weakest.kind === "unclear") return `${rests}Whom it rests on cannot be told from the text.`;
  const hop = claim.chain[weakest.index];
  const where = claim.chain.length > 1 ? `link ${weakest.index + 1}, ` : "";
  const carried = weakest.isCarriedOver ? ", carried over" : "";
  const unranked =
    weakest.unranked.length > 0
      ? ` Link ${weakest.unranked.map((at) => at + 1).join(", ")} has no rank.`
      : "";
  if (!hop) return rests;
  return `${rests}Hardest to check: ${where}${names.category(hop.category).toLowerCase()}${carried} (${weakest.rank} of 8).${unranked}`;
}

function nameOf(hop: ReviewCase["claim"]["chain"][number], names: Means["names"]): string {
  const sources = hop.sources.flatMap((id) => names.source(id) ?? []);
  return sources.join(" and ") || names.words(hop.mention) || names.category(hop.category).toLowerCase();
}
