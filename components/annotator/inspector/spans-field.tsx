"use client";
import { X } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { familyOf } from "#core/provenance/codebook.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./inspector.module.css";

/** The marked words, fragment by fragment. */
export function SpansField({ claim }: { claim: ClaimView }) {
  const { index, codebook, store, canWrite } = useWorkspace();
  const family = familyOf(codebook, claim.provenance)?.id ?? "unclear";
  const isOne = claim.spans.length === 1;
  return (
    <div className={styles.spans}>
      <ul
        className={styles.fragments}
        aria-label={isOne ? "Marked words" : `${claim.spans.length} marked fragments`}
      >
        {claim.spans.map((span) => (
          <li key={span.start} className={styles.fragment}>
            <q className={styles.quote} data-family={family}>
              {index.slice(span)}
            </q>
            {canWrite && !isOne ? (
              <IconButton
                size="sm"
                icon={<X />}
                label="Remove this fragment"
                onClick={() =>
                  store.change(
                    claim.id,
                    { spans: claim.spans.filter((other) => other !== span) },
                    "Remove a fragment",
                  )
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      {canWrite ? (
        <p className={styles.hint}>
          <Kbd keys="Alt-ArrowRight" /> moves the end, with <Kbd keys="Shift" /> the start. Select words and
          press <Kbd keys="+" /> to add them, <Kbd keys="-" /> to take them out.
        </p>
      ) : null}
    </div>
  );
}
