import { ClaimQuote } from "#components/claims/claim-quote.tsx";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { Hop } from "#core/adjudication/hops.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import styles from "./adjudication.module.css";
import type { Reading } from "./adjudication-screen.tsx";
import { boundaryWords, hopsBeside } from "./words.ts";

type Props = {
  place: number;
  name: string;
  claim: Claim | null;
  /** What the others are compared with. */
  first: Claim | null;
  isTaken: boolean;
  reading: Reading;
};

/** One coder's reading; what is other than the first one's stands out. */
export function CoderColumn({ place, name, claim, first, isTaken, reading }: Props) {
  return (
    <article className={styles.coder} data-taken={isTaken || undefined} aria-label={name}>
      <h2 className={styles.name}>
        {name} {claim ? <Kbd keys={String(place + 1)} /> : null}
      </h2>
      {claim && first ? (
        <Reads claim={claim} first={first} reading={reading} />
      ) : (
        <p className={styles.quiet}>Did not mark it.</p>
      )}
    </article>
  );
}

function Reads({ claim, first, reading }: { claim: Claim; first: Claim; reading: Reading }) {
  const { words, codebook } = reading;
  const moved = boundaryWords(claim, first);
  const other = (isOther: boolean) => (isOther ? true : undefined);
  const kind = claim.kind?.replaceAll("_", " ") ?? "none";
  const set = (members: readonly string[]) =>
    members
      .map((one) => one.replaceAll("_", " "))
      .toSorted()
      .join(", ") || "none";
  const hedges = ({ hedges: marked }: Claim) => set(marked.map(({ type }) => type));
  return (
    <dl className={styles.reads}>
      <div data-other={other(moved !== null)}>
        <dt>Words</dt>
        <dd className={styles.quote}>
          <ClaimQuote fragments={claim.spans.map(({ start, end }) => words[`${start}-${end}`] ?? "")} />
          {moved ? <span className={styles.quiet}>{moved}</span> : null}
        </dd>
      </div>
      <div>
        <dt>Statement</dt>
        <dd>{claim.statement || <span className={styles.quiet}>none</span>}</dd>
      </div>
      <div data-other={other(claim.provenance !== first.provenance)}>
        <dt>Provenance</dt>
        <dd>
          <ProvenanceChip codebook={codebook} category={claim.provenance} />
        </dd>
      </div>
      {claim.chain.length > 0 || first.chain.length > 0 ? (
        <div>
          <dt>Chain</dt>
          <dd>
            <ol className={styles.hops}>
              {hopsBeside(claim, first).map((hop, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: hops are told apart by their place
                <HopView key={at} hop={hop} reading={reading} />
              ))}
            </ol>
          </dd>
        </div>
      ) : null}
      <div data-other={other(claim.kind !== first.kind)}>
        <dt>Kind</dt>
        <dd>{kind}</dd>
      </div>
      <div data-other={other(hedges(claim) !== hedges(first))}>
        <dt>Hedges</dt>
        <dd>{hedges(claim)}</dd>
      </div>
      <div data-other={other(set(claim.flags) !== set(first.flags))}>
        <dt>Flags</dt>
        <dd>{set(claim.flags)}</dd>
      </div>
    </dl>
  );
}

const hopWords = {
  category: "other category",
  sources: "other source",
  facets: "other mention, cue or facet",
} as const;

/** A hop of this coder; where only the first coder has it, that it is missing. */
function HopView({ hop: { a, b, differs }, reading }: { hop: Hop; reading: Reading }) {
  if (!b)
    return (
      <li data-other className={styles.missing}>
        ← no such link
      </li>
    );
  const notes = a ? differs.map((name) => hopWords[name]) : ["only here"];
  return (
    <li data-other={notes.length > 0 || undefined}>
      <span aria-hidden="true">← </span>
      {b.sources.map(reading.sourceOf).join(" and ") || "nobody named"}{" "}
      <ProvenanceChip codebook={reading.codebook} category={b.category} isCarriedOver={!b.explicit} />
      {notes.length > 0 ? <span className={styles.quiet}> {notes.join(", ")}</span> : null}
    </li>
  );
}
