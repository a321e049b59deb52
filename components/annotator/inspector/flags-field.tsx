"use client";
import { X } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { FlagField, flagLabel } from "../tagging/flag-field.tsx";
import { useUi, useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./inspector.module.css";
import { Section } from "./section.tsx";

/** What is worth knowing of a claim beyond its fields: an open list, the known flags offered. */
export function FlagsField({ claim }: { claim: ClaimView }) {
  const { store, ui, canWrite } = useWorkspace();
  const isAsked = useUi((state) => state.focus?.field === "flag");
  const write = (flags: readonly string[]) => store.change(claim.id, { flags }, "Change the flags");
  return (
    <Section title="Flags" value={claim.flags.map(flagLabel).join(", ")} isAsked={isAsked}>
      {claim.flags.length > 0 ? (
        <ul className={styles.chips} aria-label="Flags of the claim">
          {claim.flags.map((flag) => (
            <li key={flag} className={styles.flag}>
              {flagLabel(flag)}
              {canWrite ? (
                <IconButton
                  size="sm"
                  icon={<X />}
                  label={`Take the flag ${flagLabel(flag)} off`}
                  onClick={() => write(claim.flags.filter((other) => other !== flag))}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {canWrite ? (
        <FlagField
          taken={claim.flags}
          onAdd={(flag) => write([...claim.flags.filter((other) => other !== flag), flag])}
          onLeave={() => ui.set({ focus: { field: "chain" } })}
        />
      ) : null}
    </Section>
  );
}
