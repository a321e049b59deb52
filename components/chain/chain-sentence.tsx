import { Lock, MoveLeft, TriangleAlert } from "lucide-react";
import { Fragment, type KeyboardEvent } from "react";
import { cx } from "#components/ui/cx.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
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
  /** Links taken over from the claim around: shown as such. */
  inherited?: number;
  /** Indices of links with something to look at. */
  troubled?: ReadonlySet<number>;
  /** Makes each link a button; the arrow keys move among them. */
  onSelect?: (index: number, by: "press" | "arrow") => void;
};

/** The chain read as a sentence: this article ← The Daily Courier (“reported”) ← two officials. */
export function ChainSentence(props: ChainSentenceProps) {
  const { chain, names, codebook, activeIndex = null, inherited = 0, troubled, onSelect } = props;
  const pieces = chainSentence(chain, names);
  return (
    <p className={styles.sentence} {...(onSelect ? { onKeyDown: (event) => step(event, onSelect) } : {})}>
      {pieces.map((piece) =>
        piece.kind === "article" ? (
          <span key="article" className={styles.article}>
            this article
          </span>
        ) : (
          <Fragment key={piece.index}>
            {" "}
            <span className={styles.hop}>
              <MoveLeft className={styles.arrow} aria-hidden="true" />{" "}
              <LinkWords
                piece={piece}
                family={familyOf(codebook, piece.category)?.id ?? "unclear"}
                isActive={piece.index === activeIndex}
                // One stop for Tab: the active link, or the first.
                isStop={piece.index === (activeIndex ?? 0)}
                isInherited={piece.index < inherited}
                isTroubled={troubled?.has(piece.index) ?? false}
                onSelect={onSelect}
              />
            </span>
          </Fragment>
        ),
      )}
      {chain.length === 0 ? <span className={styles.alone}> speaks for itself</span> : null}
    </p>
  );
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowLeft: (at) => Math.max(0, at - 1),
  ArrowRight: (at, last) => Math.min(last, at + 1),
  Home: () => 0,
  End: (_, last) => last,
};

function step(event: KeyboardEvent, onSelect: NonNullable<ChainSentenceProps["onSelect"]>): void {
  const move = event.altKey || event.ctrlKey || event.metaKey ? undefined : steps[event.key];
  if (!move) return;
  event.preventDefault();
  event.stopPropagation();
  const links = [...event.currentTarget.querySelectorAll("button")];
  const to = move(
    links.findIndex((link) => link.matches(":focus")),
    links.length - 1,
  );
  links[to]?.focus();
  onSelect(to, "arrow");
}

type WordsProps = {
  piece: Extract<ChainPiece, { kind: "link" }>;
  family: string;
  isActive: boolean;
  isStop: boolean;
  isInherited: boolean;
  isTroubled: boolean;
  onSelect: ChainSentenceProps["onSelect"];
};

function LinkWords({ piece, family, isActive, isStop, isInherited, isTroubled, onSelect }: WordsProps) {
  const words = (
    <>
      {isInherited ? <Lock className={styles.lock} aria-hidden="true" /> : null}
      <span
        className={cx("family-mark", styles.name)}
        data-family={family}
        data-carried={piece.isCarriedOver || undefined}
      >
        {piece.name}
      </span>
      {piece.cue ? <span className={styles.cue}> (“{piece.cue}”)</span> : null}
      {piece.isCarriedOver ? <span className={styles.cue}> (carried over)</span> : null}
      {isTroubled ? <TriangleAlert className={styles.trouble} aria-hidden="true" /> : null}
      {isInherited ? <VisuallyHidden>, inherited</VisuallyHidden> : null}
      {isTroubled ? <VisuallyHidden>, something to look at</VisuallyHidden> : null}
    </>
  );
  if (!onSelect) return <span data-family={family}>{words}</span>;
  return (
    <button
      type="button"
      className={styles.link}
      data-family={family}
      data-link={piece.index}
      aria-pressed={isActive}
      tabIndex={isStop ? 0 : -1}
      onClick={() => onSelect(piece.index, "press")}
    >
      {words}
    </button>
  );
}
