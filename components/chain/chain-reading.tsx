"use client";
import { useNames, useWorkspace } from "#components/annotator/workspace/workspace-context.tsx";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { weakestLink } from "#core/attribution/chain.ts";
import { chainSentence } from "#core/attribution/sentence.ts";
import { weakestReason } from "#core/attribution/weakest-reason.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import styles from "./chain-editor.module.css";
import { ChainPicture } from "./chain-picture.tsx";

/** What the chain comes to, from two links on: where it ends, its weakest link and why, and the whole of it drawn. */
export function ChainReading({ claim }: { claim: ClaimView }) {
  const { codebook } = useWorkspace();
  const names = useNames();
  if (claim.chain.length < 2) return null;
  const last = chainSentence(claim.chain, names).at(-1);
  const reason = weakestReason(weakestLink(codebook, claim.chain, claim.provenance), codebook);
  return (
    <div className={styles.comesTo}>
      <dl className={styles.reading}>
        <dt>Origin</dt>
        <dd>
          {last?.kind === "link" ? last.name : null}{" "}
          <ProvenanceChip codebook={codebook} category={claim.originProvenance} />
        </dd>
        <dt>Hardest to check</dt>
        <dd>{reason}</dd>
      </dl>
      <ChainPicture chain={claim.chain} provenance={claim.provenance} names={names} codebook={codebook} />
    </div>
  );
}
