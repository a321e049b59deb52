"use client";
import Link from "next/link";
import { ClaimQuote } from "#components/claims/claim-quote.tsx";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { useCodebook } from "#components/codebook/codebook-context.tsx";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { type NameOf, namesOf, type Person } from "#components/review/people.ts";
import { Badge } from "#components/ui/badge.tsx";
import { type Codebook, categoryOf } from "#core/provenance/codebook.ts";
import type { GoldComparison } from "#lib/contracts/calibration.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import styles from "./calibration.module.css";
import { differenceWords, verdictWords } from "./words.ts";

type Unit = GoldComparison["units"][number];
type Props = {
  workspace: string;
  userId: string;
  people: readonly Person[];
  comparison: GoldComparison;
};

/** One's own layer of a training article beside the answer, what differs first. */
export function ComparisonScreen({ workspace, userId, people, comparison }: Props) {
  const { articleId, articleTitle, score, units } = comparison;
  const sources = new Map(comparison.sources.map(({ id, name }) => [id, name]));
  const shared = {
    codebook: useCodebook(),
    words: comparison.words,
    sources,
    nameOf: namesOf(people, userId),
  };
  const differing = units.filter(({ verdict }) => verdict !== "same");
  const same = units.filter(({ verdict }) => verdict === "same");
  return (
    <Page width="narrow">
      <PageHeader
        eyebrow={<Link href={`/w/${workspace}/articles/${articleId}`}>{articleTitle}</Link>}
        title="What differs"
        description={`When you finished it you had found ${score.found} of ${score.gold} claims and marked ${score.own - score.found} more. Below is how both stand now.`}
      />
      <ol className={styles.units} aria-label="Differing">
        {differing.map((unit) => (
          <UnitView key={keyOf(unit)} unit={unit} {...shared} />
        ))}
      </ol>
      {differing.length === 0 ? <p className={styles.about}>Nothing differs.</p> : null}
      {same.length > 0 ? (
        <details className={styles.same}>
          <summary>
            {same.length === 1 ? "One claim is the same" : `${same.length} claims are the same`}
          </summary>
          <ol className={styles.units} aria-label="The same">
            {same.map((unit) => (
              <UnitView key={keyOf(unit)} unit={unit} {...shared} />
            ))}
          </ol>
        </details>
      ) : null}
    </Page>
  );
}

const keyOf = ({ gold, own }: Unit) => `${gold?.id ?? ""} ${own?.id ?? ""}`;

type Shared = {
  codebook: Codebook;
  words: GoldComparison["words"];
  sources: ReadonlyMap<string, string>;
  nameOf: NameOf;
};

function UnitView({ unit, nameOf, ...shared }: Shared & { unit: Unit }) {
  const { verdict, differences, gold, own, notes } = unit;
  return (
    <li className={styles.unit}>
      <p className={styles.verdict}>
        <Badge tone={verdictWords[verdict].tone}>{verdictWords[verdict].label}</Badge>
        <span className={styles.quiet}>{differences.map((name) => differenceWords[name]).join(", ")}</span>
      </p>
      <dl className={styles.sides}>
        {gold ? <Side label="Answer" claim={gold} {...shared} /> : null}
        {own && verdict !== "same" ? <Side label="You" claim={own} {...shared} /> : null}
      </dl>
      <Why unit={unit} codebook={shared.codebook} />
      {notes.map(({ id, createdBy, body }) => (
        <p key={id} className={styles.note}>
          <strong>{nameOf(createdBy)}</strong> {body}
        </p>
      ))}
    </li>
  );
}

type SideProps = Omit<Shared, "nameOf"> & { label: string; claim: Claim };

function Side({ label, claim, codebook, words, sources }: SideProps) {
  return (
    <div className={styles.side}>
      <dt>{label}</dt>
      <dd>
        <ClaimQuote fragments={claim.spans.map(({ start, end }) => words[`${start}-${end}`] ?? "")} />
        <span className={styles.chain}>
          {claim.chain.length === 0 ? (
            <ProvenanceChip codebook={codebook} category={claim.provenance} />
          ) : null}
          {claim.chain.map((link, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: links are told apart by their place
            <span key={at}>
              <span aria-hidden="true">← </span>
              {link.sources.map((id) => sources.get(id) ?? "a source").join(" and ") || "nobody named"}{" "}
              <ProvenanceChip codebook={codebook} category={link.category} />
            </span>
          ))}
        </span>
      </dd>
    </div>
  );
}

/** The codebook's own rule for the answer, where another category was chosen. */
function Why({ unit: { gold, own, differences }, codebook }: { unit: Unit; codebook: Codebook }) {
  if (!gold || !own || !differences.includes("provenance")) return null;
  const category = categoryOf(codebook, gold.provenance);
  if (!category) return null;
  return (
    <p className={styles.why}>
      <strong>{category.label}:</strong> {category.decisionRule || category.definition}
    </p>
  );
}
