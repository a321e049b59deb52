"use client";
import { ChainEditor } from "#components/chain/chain-editor.tsx";
import { useLate } from "#components/ui/use-late.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import styles from "./inspector.module.css";
import { MoreFields } from "./more-fields.tsx";
import { SpansField } from "./spans-field.tsx";
import { StatementField } from "./statement-field.tsx";

export function ClaimTab({ claim }: { claim: ClaimView }) {
  // Folded away below all else: what a press opens is shown before them.
  const hasTime = useLate(true, false);
  return (
    <div className={styles.tab}>
      <SpansField claim={claim} />
      <StatementField claim={claim} />
      <ChainEditor claim={claim} />
      {hasTime ? <MoreFields claim={claim} /> : null}
    </div>
  );
}
