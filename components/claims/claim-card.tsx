import { GitBranch, TriangleAlert } from "lucide-react";
import type { CSSProperties } from "react";
import { cx } from "#components/ui/cx.ts";
import type { ChainNames } from "#core/attribution/sentence.ts";
import { type Codebook, familyOf } from "#core/provenance/codebook.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import styles from "./claim-card.module.css";
import { ClaimQuote } from "./claim-quote.tsx";
import { ProvenanceChip } from "./provenance-chip.tsx";
import { StateMark } from "./state-mark.tsx";

export type ClaimCardProps = {
  claim: ClaimView;
  codebook: Codebook;
  names: ChainNames;
  fragments: readonly string[];
  level?: number;
  /** Not saved, or two versions to choose from. */
  needsCare?: boolean;
  isPointedAt?: boolean;
  onOpen: () => void;
  onPoint?: (isOver: boolean) => void;
};

/** One claim in a list: what it says, who is committed to it, how far it is. */
export function ClaimCard(props: ClaimCardProps) {
  const { claim, codebook, names, fragments, level = 0, onOpen, onPoint } = props;
  const first = claim.chain[0];
  const who = first
    ? first.sources
        .map((id) => names.source(id))
        .filter(Boolean)
        .join(", ")
    : "";
  return (
    <button
      type="button"
      className={cx(styles.card, props.isPointedAt && styles.pointed)}
      style={{ "--level": level } as CSSProperties} // Custom properties are not in React's CSSProperties.
      data-family={familyOf(codebook, claim.provenance)?.id ?? "unclear"}
      data-state={claim.state}
      onClick={onOpen}
      onPointerEnter={() => onPoint?.(true)}
      onPointerLeave={() => onPoint?.(false)}
      onFocus={() => onPoint?.(true)}
      onBlur={() => onPoint?.(false)}
    >
      <span className={styles.head}>
        {level > 0 ? <GitBranch className={styles.nested} aria-label="Nested claim" /> : null}
        <ProvenanceChip
          codebook={codebook}
          category={claim.provenance}
          isCarriedOver={claim.chain.some((hop) => !hop.explicit)}
        />
        {who ? <span className={styles.who}>{who}</span> : null}
        {claim.chain.length > 1 ? (
          <span className={styles.depth} title={`${claim.chain.length} links`}>
            ←{claim.chain.length}
          </span>
        ) : null}
        <span className={styles.state}>
          {props.needsCare ? (
            <TriangleAlert className={styles.care} aria-label="Needs your attention" />
          ) : null}
          <StateMark state={claim.state} quiet />
        </span>
      </span>
      {claim.statement ? (
        <span className={styles.statement}>{claim.statement}</span>
      ) : (
        <ClaimQuote fragments={fragments} lines={2} />
      )}
    </button>
  );
}
