"use client";
import { Plus, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useNames, useUi, useWorkspace } from "#components/annotator/workspace/workspace-context.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Link } from "#core/attribution/claim.ts";
import styles from "./chain-editor.module.css";
import { SourceField } from "./source-field.tsx";

type Props = { hop: Link; onChange: (sources: readonly string[]) => void };

/** Who speaks at this link: usually one, several when they speak in one act. */
export function LinkSources({ hop, onChange }: Props) {
  const { canWrite, ui } = useWorkspace();
  const names = useNames();
  // Out of the field and back to the link, where the keys of the workspace work.
  const toChain = () => ui.set({ focus: { field: "chain" } });
  const isAsked = useUi((state) => state.focus?.field === "source");
  const [isAdding, setAdding] = useState(false);
  useEffect(() => {
    if (isAsked) setAdding(true);
  }, [isAsked]);
  const isOpen = canWrite && (isAdding || isAsked || hop.sources.length === 0);
  return (
    <div className={styles.sources}>
      <div className={styles.row}>
        <span className={styles.rowLabel}>Source</span>
        {hop.sources.length > 0 ? (
          <ul className={styles.tags} aria-label="Sources">
            {hop.sources.map((id) => (
              <li key={id} className={styles.tag}>
                {names.source(id) ?? "A source you may not see"}
                {canWrite ? (
                  <IconButton
                    size="sm"
                    icon={<X />}
                    label={`Take ${names.source(id) ?? "the source"} away`}
                    onClick={() => onChange(hop.sources.filter((other) => other !== id))}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <span className={styles.absent}>not named</span>
        )}
        {canWrite && !isOpen ? (
          <IconButton
            size="sm"
            icon={<Plus />}
            label="Another speaker in the same act"
            shortcut="s"
            onClick={() => ui.set({ focus: { field: "source" } })}
          />
        ) : null}
      </div>
      {isOpen ? (
        <SourceField
          category={hop.category}
          taken={hop.sources}
          onPick={(id) => {
            onChange([...hop.sources.filter((other) => other !== id), id]);
            setAdding(false);
            toChain();
          }}
          onTakeLast={() => hop.sources.length > 0 && onChange(hop.sources.slice(0, -1))}
          onLeave={() => {
            setAdding(false);
            toChain();
          }}
        />
      ) : null}
    </div>
  );
}
