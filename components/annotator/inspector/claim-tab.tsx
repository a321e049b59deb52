"use client";
import { ChainEditor } from "#components/chain/chain-editor.tsx";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import styles from "./inspector.module.css";
import { MoreFields } from "./more-fields.tsx";
import { SpansField } from "./spans-field.tsx";
import { StatementField } from "./statement-field.tsx";

export function ClaimTab({ claim }: { claim: ClaimView }) {
  return (
    <div className={styles.tab}>
      <SpansField claim={claim} />
      <StatementField claim={claim} />
      <ChainEditor claim={claim} />
      <MoreFields claim={claim} />
    </div>
  );
}
