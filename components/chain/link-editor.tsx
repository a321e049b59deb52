"use client";
import { ArrowDown, ArrowUp, TextSelect, Trash2, X } from "lucide-react";
import { pickNames, useActions } from "#components/annotator/workspace/use-actions.ts";
import { useNames, useUi, useWorkspace } from "#components/annotator/workspace/workspace-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Link } from "#core/attribution/claim.ts";
import { familyOf } from "#core/provenance/codebook.ts";
import { chainChange, inheritedCount, moveLink, patchLink } from "#lib/client/workspace/chain-edit.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { CategoryPicker } from "./category-picker.tsx";
import styles from "./chain-editor.module.css";
import { LinkFacets } from "./link-facets.tsx";
import { LinkSources } from "./link-sources.tsx";

type Props = { claim: ClaimView; hop: Link; at: number };

/** One link: category, source, mention, cue; the other facets folded away (rules.md 1). */
export function LinkEditor({ claim, hop, at }: Props) {
  const { store, ui, codebook, canWrite } = useWorkspace();
  const { setCategory } = useActions();
  const write = (own: readonly Link[], label: string) =>
    store.change(claim.id, chainChange(claim, own, codebook), label);
  const patch = (part: Partial<Link>, label: string) => write(patchLink(claim.ownChain, at, part), label);
  const move = (step: 1 | -1) => {
    write(moveLink(claim.ownChain, at, step), "Move a link");
    ui.set({ activeLink: at + step });
  };
  const remove = () => {
    write(claim.ownChain.toSpliced(at, 1), "Remove a link");
    ui.set({ activeLink: null });
  };
  const order = inheritedCount(claim) + at + 1;
  return (
    <fieldset
      className={styles.link}
      data-family={familyOf(codebook, hop.category)?.id ?? "unclear"}
      aria-label={`Link ${order}`}
    >
      <div className={styles.linkHead}>
        <span className={styles.order}>Link {order}</span>
        {canWrite ? (
          <>
            <IconButton
              size="sm"
              icon={<ArrowUp />}
              label="Move towards the article"
              aria-disabled={at === 0}
              onClick={() => at > 0 && move(-1)}
            />
            <IconButton
              size="sm"
              icon={<ArrowDown />}
              label="Move towards the origin"
              aria-disabled={at === claim.ownChain.length - 1}
              onClick={() => at < claim.ownChain.length - 1 && move(1)}
            />
            <IconButton size="sm" icon={<Trash2 />} label="Remove the link" onClick={remove} />
          </>
        ) : null}
        <IconButton
          size="sm"
          icon={<X />}
          label="Fold the link"
          shortcut="Esc"
          onClick={() => ui.set({ activeLink: null })}
        />
      </div>
      <div className={styles.row}>
        <span className={styles.rowLabel}>Category</span>
        {canWrite ? <CategoryPicker current={hop.category} isForActive onPick={setCategory} /> : hop.category}
      </div>
      <LinkSources hop={hop} onChange={(sources) => patch({ sources }, "Change the source")} />
      {(["mention", "cue", "addressee"] as const).map((field) => (
        <Marked
          key={field}
          hop={hop}
          at={at}
          field={field}
          onClear={() => patch({ [field]: [] }, `Clear the ${pickNames[field]}`)}
        />
      ))}
      <LinkFacets hop={hop} onChange={patch} />
    </fieldset>
  );
}

const labels = { mention: "Mention", cue: "Cue", addressee: "Addressee" } as const;
const keys = { mention: "Shift-S", cue: "t", addressee: undefined } as const;
type MarkedProps = { hop: Link; at: number; field: keyof typeof labels; onClear: () => void };

/** Words of the text that belong to a link, and the way to mark them there. */
function Marked({ hop, at, field, onClear }: MarkedProps) {
  const { canWrite, ui } = useWorkspace();
  const { startPicking } = useActions();
  const names = useNames();
  const isPicking = useUi(({ picking }) => picking?.kind === field && picking.link === at);
  const words = names.words(hop[field]);
  return (
    <div className={styles.row}>
      <span className={styles.rowLabel}>{labels[field]}</span>
      <span className={styles.words}>
        {words ? (
          `“${words}”`
        ) : (
          <span className={styles.absent}>{isPicking ? "Select the words in the text" : "not marked"}</span>
        )}
      </span>
      {canWrite ? (
        <span>
          {words && !isPicking ? (
            <IconButton size="sm" icon={<X />} label={`Clear the ${pickNames[field]}`} onClick={onClear} />
          ) : null}
          {isPicking ? (
            <Button size="sm" onClick={() => ui.set({ picking: null })}>
              Cancel
            </Button>
          ) : (
            <IconButton
              size="sm"
              icon={<TextSelect />}
              label={`Mark the ${pickNames[field]} in the text`}
              {...(keys[field] ? { shortcut: keys[field] } : {})}
              onClick={() => startPicking({ kind: field, link: at })}
            />
          )}
        </span>
      ) : null}
    </div>
  );
}
