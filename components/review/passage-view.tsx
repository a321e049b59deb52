import { Fragment } from "react";
import { cx } from "#components/ui/cx.ts";
import { isCarriedOver } from "#core/attribution/chain.ts";
import { type Codebook, familyOf } from "#core/provenance/codebook.ts";
import type { ReviewCase } from "#lib/contracts/review-case.ts";
import { type MarkedRun, markedRuns, marksOf } from "./passage-marks.ts";
import styles from "./passage-view.module.css";

type Props = { case: ReviewCase; codebook: Codebook };

/** The claim where it stands: its words painted as in the article, its source's mention and cue underlined. */
export function PassageView({ case: { claim, article, passage }, codebook }: Props) {
  const family = familyOf(codebook, claim.provenance)?.id ?? "unclear";
  const marks = marksOf(claim);
  return (
    <section className={styles.passage} aria-label="The claim in its context">
      <div
        lang={article.language ?? undefined}
        dir={article.direction ?? undefined}
        data-family={family}
        data-carried={isCarriedOver(claim.chain) || undefined}
      >
        {passage.map((part) => (
          <Fragment key={part.start}>
            {part.isAfterGap ? (
              <p className={styles.gap} aria-hidden="true">
                ⋯
              </p>
            ) : null}
            <p className={cx(styles.part, part.isOfClaim && styles.own)} data-kind={part.kind}>
              {markedRuns(part, marks).map((run) => (
                <Run key={run.start} run={run} family={family} isCarried={isCarriedOver(claim.chain)} />
              ))}
            </p>
          </Fragment>
        ))}
      </div>
      <Key family={family} marks={new Set(marks.map(({ mark }) => mark))} />
    </section>
  );
}

function Run({ run, family, isCarried }: { run: MarkedRun; family: string; isCarried: boolean }) {
  const { text, marks } = run;
  if (marks.length === 0) return text;
  const inner = marks.filter((mark) => mark !== "claim");
  const named =
    inner.length > 0 ? <span className={cx(...inner.map((mark) => styles[mark]))}>{text}</span> : text;
  if (!marks.includes("claim")) return named;
  return (
    <mark
      className={cx("family-mark", styles.claim)}
      data-family={family}
      data-carried={isCarried || undefined}
    >
      {named}
    </mark>
  );
}

function Key({ family, marks }: { family: string; marks: ReadonlySet<string> }) {
  return (
    <p className={styles.key}>
      <span>
        <span className={cx("family-mark", styles.claim)} data-family={family}>
          claim
        </span>
      </span>
      {marks.has("mention") ? <span className={styles.mention}>source named</span> : null}
      {marks.has("cue") ? <span className={styles.cue}>attributing words</span> : null}
      {marks.has("addressee") ? <span className={styles.addressee}>addressee</span> : null}
      {marks.has("hedge") ? <span className={styles.hedge}>hedge</span> : null}
    </p>
  );
}
