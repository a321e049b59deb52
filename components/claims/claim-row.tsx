import { Check, ChevronRight, CloudUpload, TriangleAlert, Unlink } from "lucide-react";
import { memo, type ReactNode } from "react";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { isCarriedOver } from "#core/attribution/chain.ts";
import type { ChainNames } from "#core/attribution/sentence.ts";
import type { Codebook } from "#core/provenance/codebook.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { ClaimQuote } from "./claim-quote.tsx";
import styles from "./claim-row.module.css";
import { sourcesOf, weakestOf } from "./claim-words.ts";
import { ProvenanceChip } from "./provenance-chip.tsx";
import { StateMark } from "./state-mark.tsx";

export type ClaimRowProps = {
  claim: ClaimView;
  codebook: Codebook;
  names: ChainNames;
  /** Claims nested in it, where they can be folded away. */
  children?: number;
  isCollapsed?: boolean;
  isSelected?: boolean;
  isUnsaved?: boolean;
  /** Not saved and needs the person, or two versions to choose from. */
  needsCare?: boolean;
};

/**
 * What one row shows of a claim: what it says, who is committed to it, how far it is. Read aloud it begins with what
 * is claimed, and each mark has its words.
 */
export const ClaimRow = memo(function ClaimRow(props: ClaimRowProps) {
  const { claim, codebook, names, children = 0, isCollapsed = false } = props;
  return (
    <span className={styles.row}>
      <span className={styles.side} aria-hidden="true">
        <span className={styles.box} data-part="select" data-on={props.isSelected || undefined}>
          {props.isSelected ? <Check /> : null}
        </span>
        {children > 0 ? (
          <span className={styles.fold} data-part="fold" data-folded={isCollapsed || undefined}>
            <ChevronRight />
          </span>
        ) : null}
      </span>
      <span className={styles.body}>
        <Said claim={claim} names={names} />
        <span className={styles.head}>
          <ProvenanceChip
            codebook={codebook}
            category={claim.provenance}
            isCarriedOver={isCarriedOver(claim.chain)}
          />
          {isCarriedOver(claim.chain) ? <VisuallyHidden>, carried over</VisuallyHidden> : null}
          <Who words={sourcesOf(claim, names)} />
          <span className={styles.marks}>
            <Marks {...props} />
            <StateMark state={claim.state} quiet />
          </span>
        </span>
      </span>
    </span>
  );
});

function Said({ claim, names }: Pick<ClaimRowProps, "claim" | "names">) {
  if (claim.statement) {
    return (
      <span className={styles.statement} data-state={claim.state} dir="auto">
        {claim.statement}
      </span>
    );
  }
  return (
    <span className={styles.quote} dir="auto">
      <ClaimQuote fragments={claim.spans.map((span) => names.words([span]))} lines={2} />
    </span>
  );
}

function Who({ words }: { words: string }) {
  return words ? (
    <span className={styles.who} title={words}>
      {words}
    </span>
  ) : null;
}

function Marks({ claim, codebook, names, children, isCollapsed, isUnsaved, needsCare }: ClaimRowProps) {
  const weakest = weakestOf(claim, codebook, names);
  const links = claim.chain.length;
  return (
    <>
      {isCollapsed ? (
        <Mark words={`${children} nested, folded away`} look="folded">
          +{children}
        </Mark>
      ) : null}
      {claim.spans.length > 1 ? (
        <Mark words={`in ${claim.spans.length} parts of the text`} look="parts">
          […]
        </Mark>
      ) : null}
      {links > 0 ? (
        <Mark words={links === 1 ? "1 link" : `${links} links`} look="depth">
          ← {links}
        </Mark>
      ) : null}
      {weakest ? (
        <Mark words={`hardest to check: ${weakest}`} look="weakest">
          <Unlink />
        </Mark>
      ) : null}
      {needsCare ? (
        <Mark words="needs your attention" look="care">
          <TriangleAlert />
        </Mark>
      ) : isUnsaved ? (
        <Mark words="not saved yet" look="unsaved">
          <CloudUpload />
        </Mark>
      ) : null}
    </>
  );
}

type MarkProps = { words: string; look: string; children: ReactNode };

/** A sign for those who see it, with its words for those who point at it or hear it. */
function Mark({ words, look, children }: MarkProps) {
  return (
    <span className={styles.mark} data-look={look} title={words}>
      <span aria-hidden="true">{children}</span>
      <VisuallyHidden>, {words}</VisuallyHidden>
    </span>
  );
}
