"use client";
import { ChainSentence } from "#components/chain/chain-sentence.tsx";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { cx } from "#components/ui/cx.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import choice from "../workspace/choice.module.css";
import { useActions } from "../workspace/use-actions.ts";
import { useNames, useRows, useUi, useWorkspace } from "../workspace/workspace-context.tsx";
import type { TagTarget } from "../workspace/workspace-types.ts";
import { AskingPanel } from "./asking-panel.tsx";
import styles from "./chain-chooser.module.css";
import { nearbyChains, takeOver } from "./take-over.ts";

/** As many as there are digits to choose by. */
const SHOWN = 9;

/** The chains of the claims near by, to be taken over by a digit. */
export function ChainChooser() {
  const asking = useUi((state) => state.asking);
  if (asking?.kind !== "chain") return null;
  return <Choices target={asking.target} />;
}

function Choices({ target }: { target: TagTarget }) {
  const workspace = useWorkspace();
  const { ui, codebook } = workspace;
  const { markWith } = useActions();
  const names = useNames();
  useRows();
  const near = nearbyChains(workspace, target).slice(0, SHOWN);
  const leave = () => ui.set({ asking: null });
  const choose = (at: number): boolean => {
    const from = near[at];
    if (!from) return false;
    leave();
    takeOver(workspace, from, target, markWith);
    return true;
  };
  return (
    <AskingPanel
      title="Take over which chain?"
      onLeave={leave}
      onKey={({ key }) => /^[1-9]$/u.test(key) && choose(Number(key) - 1)}
    >
      <ol className={styles.list}>
        {near.map((claim, at) => (
          <li key={claim.id}>
            <button type="button" className={cx(choice.choice, styles.choice)} onClick={() => choose(at)}>
              <Kbd keys={String(at + 1)} />
              <span className={styles.words}>
                {claim.chain.length === 0 ? (
                  <ProvenanceChip codebook={codebook} category={claim.provenance} withFamily />
                ) : (
                  <ChainSentence chain={claim.chain} names={names} codebook={codebook} />
                )}
                <span className={styles.claim}>{claim.statement || names.words(claim.spans)}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {near.length === 0 ? <p className={styles.none}>No other claim is tagged yet.</p> : null}
    </AskingPanel>
  );
}
