"use client";
import Link from "next/link";
import { StateMark } from "#components/claims/state-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Codebook } from "#core/provenance/codebook.ts";
import type { ReviewCase } from "#lib/contracts/review-case.ts";
import { CaseAside } from "./case-aside.tsx";
import styles from "./case-view.module.css";
import { ClaimFacts } from "./claim-facts.tsx";
import { DecisionBar } from "./decision-bar.tsx";
import { differenceRows } from "./difference-rows.ts";
import { DifferenceList, SinceReviewed } from "./difference-view.tsx";
import { type Means, meansOf } from "./means.ts";
import { PassageView } from "./passage-view.tsx";
import type { NameOf } from "./people.ts";
import type { Reader } from "./review-view.ts";
import { SettledBar } from "./settled-bar.tsx";
import { approvalsOf, whyNot } from "./standing.ts";
import type { Decisions } from "./use-decisions.ts";

export type CaseViewProps = {
  case: ReviewCase;
  codebook: Codebook;
  nameOf: NameOf;
  reader: Reader;
  workspace: string;
  decisions: Decisions;
};

/** One claim to decide on, with all there is to read about it. */
export function CaseView(props: CaseViewProps) {
  const { case: given, codebook, nameOf, reader, workspace, decisions } = props;
  const { claim, reviewed, article } = given;
  const means = meansOf(given, codebook);
  const href = `/w/${workspace}/articles/${article.id}?claim=${claim.id}`;
  const why = whyNot(given, reader);
  return (
    <div className={styles.case}>
      <article className={styles.middle} aria-labelledby="case-title">
        <Head case={given} href={href} nameOf={nameOf} />
        <Troubles case={given} codebook={codebook} decisions={decisions} />
        {reviewed ? (
          <SinceReviewed
            case={given}
            rows={differenceRows(reviewed.content, claim, means)}
            by={lower(nameOf(given.revisedBy))}
          />
        ) : null}
        <PassageView case={given} codebook={codebook} />
        <ClaimFacts case={given} means={means} />
        {why === null ? (
          <DecisionBar key={claim.id} case={given} decisions={decisions} />
        ) : (
          <SettledBar case={given} why={why} href={href} decisions={decisions} />
        )}
      </article>
      <CaseAside
        key={claim.id}
        {...{ case: given, means, nameOf, reader, workspace }}
        onRetract={(id) => void decisions.retract(id)}
      />
    </div>
  );
}

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const lower = (name: string) => (name === "You" ? "you" : name);

function Head({ case: given, href, nameOf }: { case: ReviewCase; href: string; nameOf: NameOf }) {
  const { article, claim } = given;
  const published = article.publishedAt ? day.format(new Date(article.publishedAt)) : null;
  const from = [article.outlet, article.byline, published].filter(Boolean).join(" · ");
  const approvals = approvalsOf(given);
  return (
    <header className={styles.head}>
      <h2 id="case-title">
        <Link href={href}>{article.title}</Link>
      </h2>
      {from ? <p className={styles.from}>{from}</p> : null}
      <p className={styles.from}>
        <StateMark state={claim.state} /> {approvals ? `${approvals} · ` : ""}
        <span>
          Marked by {lower(nameOf(claim.createdBy))}
          {claim.submittedAt ? ", submitted " : ""}
          {claim.submittedAt ? <RelativeTime at={claim.submittedAt} /> : null}
        </span>
      </p>
    </header>
  );
}

/** What became of the last press of a key, and where the claim moved on meanwhile, in what. */
function Troubles({
  case: given,
  codebook,
  decisions,
}: Pick<CaseViewProps, "case" | "codebook" | "decisions">) {
  const { trouble, seen, dismiss } = decisions;
  const isNewer = seen !== null && seen.claim.revision !== given.claim.revision;
  if (!trouble) return null;
  return (
    <Notice
      live
      tone={isNewer ? "warning" : "danger"}
      title={trouble.title}
      action={
        <Button size="sm" variant="quiet" onClick={dismiss}>
          Understood
        </Button>
      }
    >
      <p>{trouble.detail}</p>
      {isNewer ? (
        <DifferenceList
          rows={differenceRows(seen.claim, given.claim, both(seen, given, codebook))}
          label="What changed while you looked"
        />
      ) : null}
    </Notice>
  );
}

function both(one: ReviewCase, other: ReviewCase, codebook: Codebook): Means {
  return meansOf(
    { words: { ...one.words, ...other.words }, sources: [...one.sources, ...other.sources] },
    codebook,
  );
}
