"use client";
import { Plus, X } from "lucide-react";
import { optionsOf } from "#components/chain/link-facets.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Select } from "#components/ui/select.tsx";
import { facetLabels } from "#core/provenance/facet-labels.ts";
import type { ClaimKind } from "#core/provenance/facets.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { useActions } from "../workspace/use-actions.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import { FlagsField } from "./flags-field.tsx";
import styles from "./inspector.module.css";
import { RelationFields } from "./relation-fields.tsx";
import { Section } from "./section.tsx";

/** What a claim may have besides: folded away, with its value in the fold. */
export function MoreFields({ claim }: { claim: ClaimView }) {
  const { index, store, canWrite } = useWorkspace();
  const { startPicking } = useActions();
  const kind = claim.kind ? facetLabels.kind[claim.kind].label : "";
  const setKind = (value: string) =>
    // The options are the kinds, and "" for none.
    store.change(claim.id, { kind: value === "" ? null : (value as ClaimKind) }, "Change the kind");
  return (
    <div className={styles.more}>
      <Section title="Kind of claim" value={kind}>
        <Select
          placeholder="Not said"
          size="sm"
          aria-label="Kind of claim"
          disabled={!canWrite}
          value={claim.kind ?? ""}
          options={[{ value: "", label: "Not said" }, ...optionsOf(facetLabels.kind)]}
          onValueChange={setKind}
        />
      </Section>
      <Section title="Hedges" value={claim.hedges.map(({ span }) => index.slice(span)).join(", ")}>
        {claim.hedges.map((hedge) => (
          <div key={`${hedge.type} ${hedge.span.start} ${hedge.span.end}`} className={styles.rowItem}>
            <span>
              “{index.slice(hedge.span)}” · {facetLabels.hedge[hedge.type].label}
            </span>
            {canWrite ? (
              <IconButton
                size="sm"
                icon={<X />}
                label="Remove the hedge"
                onClick={() =>
                  store.change(
                    claim.id,
                    { hedges: claim.hedges.filter((other) => other !== hedge) },
                    "Remove a hedge",
                  )
                }
              />
            ) : null}
          </div>
        ))}
        {canWrite ? (
          <div>
            <Button size="sm" icon={<Plus />} onClick={() => startPicking({ kind: "hedge" })}>
              Mark a hedge in the text
            </Button>
          </div>
        ) : null}
      </Section>
      <FlagsField claim={claim} />
      <RelationFields claim={claim} />
    </div>
  );
}
