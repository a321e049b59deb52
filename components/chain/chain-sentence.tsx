import { MoveLeft } from "lucide-react";
import { Fragment } from "react";
import { cx } from "#components/ui/cx.ts";
import type { Chain } from "#core/attribution/chain.ts";
import { type ChainNames, type ChainPiece, chainSentence } from "#core/attribution/sentence.ts";
import { type Codebook, familyOf } from "#core/provenance/codebook.ts";
import styles from "./chain-sentence.module.css";

export type ChainSentenceProps = {
  chain: Chain;
  names: ChainNames;
  codebook: Codebook;
  /** Index in the whole chain. */
  activeIndex?: number | null;
  /** Makes each link a button. */
  onSelect?: (index: number) => void;
};

/** The chain read as a sentence: this article ← The Daily Courier (“reported”) ← two officials. */
export function ChainSentence({ chain, names, codebook, activeIndex = null, onSelect }: ChainSentenceProps) {
  const pieces = chainSentence(chain, names);
  return (
    <p className={styles.sentence}>
      {pieces.map((piece) =>
        piece.kind === "article" ? (
          <span key="article" className={styles.article}>
            this article
          </span>
        ) : (
          <Fragment key={piece.index}>
            {" "}
            <MoveLeft className={styles.arrow} aria-hidden="true" />{" "}
            <LinkWords
              piece={piece}
              family={familyOf(codebook, piece.category)?.id ?? "unclear"}
              isActive={piece.index === activeIndex}
              onSelect={onSelect}
            />
          </Fragment>
        ),
      )}
      {chain.length === 0 ? <span className={styles.alone}> speaks for itself</span> : null}
    </p>
  );
}

type WordsProps = {
  piece: Extract<ChainPiece, { kind: "link" }>;
  family: string;
  isActive: boolean;
  onSelect: ChainSentenceProps["onSelect"];
};

function LinkWords({ piece, family, isActive, onSelect }: WordsProps) {
  const words = (
    <>
      <span
        className={cx("family-mark", styles.name)}
        data-family={family}
        data-carried={piece.isCarriedOver || undefined}
      >
        {piece.name}
      </span>
      {piece.cue ? <span className={styles.cue}> (“{piece.cue}”)</span> : null}
    </>
  );
  if (!onSelect) return <span data-family={family}>{words}</span>;
  return (
    <button
      type="button"
      className={styles.link}
      data-family={family}
      aria-pressed={isActive}
      onClick={() => onSelect(piece.index)}
    >
      {words}
    </button>
  );
}
