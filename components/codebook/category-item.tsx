import { Ellipsis } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import type { Category } from "#core/provenance/codebook.ts";
import styles from "./codebook.module.css";
import type { Editing } from "./codebook-screen.tsx";
import { moved } from "./draft.ts";
import type { DraftState } from "./use-draft.ts";
import { counted, labelsIn, rankWords } from "./words.ts";

type Props = {
  category: Category;
  /** As it is published; null of one that is not. */
  before: Category | null;
  draft: DraftState;
  claims: number;
  onEdit: ((editing: Editing) => void) | null;
};

/** A category: what it is called and means at first sight, the rest unfolded. */
export function CategoryItem({ category, before, draft, claims, onEdit }: Props) {
  const labelOf = labelsIn(draft.codebook);
  const { label, definition, isRetired, mergedInto, checkRank } = category;
  return (
    <li className={styles.category} data-retired={isRetired || undefined}>
      <span className={styles.digit}>{isRetired ? null : <Kbd keys={String(category.key)} />}</span>
      <details className={styles.words}>
        <summary className={styles.summary}>
          <span className={styles.label}>{label}</span>
          <Marks category={category} before={before} />
          <span className={styles.definition}>{definition}</span>
        </summary>
        <Rest category={category} />
      </details>
      <span className={styles.facts}>
        {mergedInto ? <span>merged into “{labelOf(mergedInto)}”</span> : null}
        <span>{rankWords(checkRank)}</span>
        <span>{claims === 0 ? "not in use" : `in use by ${counted(claims, "claim")}`}</span>
      </span>
      {onEdit ? <Actions {...{ category, draft, onEdit }} /> : null}
    </li>
  );
}

function Marks({ category, before }: Pick<Props, "category" | "before">) {
  if (before === null) return <Badge tone="accent">New</Badge>;
  if (category.isRetired) return before.isRetired ? null : <Badge tone="warning">To be retired</Badge>;
  if (before.isRetired) return <Badge tone="accent">Back</Badge>;
  const isSame = JSON.stringify(before) === JSON.stringify(category);
  return isSame ? null : <Badge tone="accent">Changed</Badge>;
}

function Rest({ category }: { category: Category }) {
  const { id, example, notToBeConfusedWith, decisionRule } = category;
  return (
    <dl className={styles.rest}>
      {decisionRule ? <Fact name="Take it when" words={decisionRule} /> : null}
      {example ? <Fact name="Example" words={example} isExample /> : null}
      {notToBeConfusedWith ? <Fact name="Not to be confused with" words={notToBeConfusedWith} /> : null}
      <Fact name="Id in exports" words={id} isCode />
    </dl>
  );
}

type FactProps = { name: string; words: string; isExample?: boolean; isCode?: boolean };

function Fact({ name, words, isExample = false, isCode = false }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd data-example={isExample || undefined}>{isCode ? <code>{words}</code> : words}</dd>
    </div>
  );
}

type ActionsProps = Pick<Props, "category" | "draft"> & { onEdit: (editing: Editing) => void };

function Actions({ category, draft, onEdit }: ActionsProps) {
  const up = moved(draft.codebook, category, -1);
  const down = moved(draft.codebook, category, 1);
  const { id, label, isRetired } = category;
  return (
    <Menu align="end" trigger={<IconButton size="sm" label={`Change “${label}”`} icon={<Ellipsis />} />}>
      <MenuItem onSelect={() => onEdit({ kind: "change", category })}>Change…</MenuItem>
      {up ? <MenuItem onSelect={() => draft.add(up)}>Move up</MenuItem> : null}
      {down ? <MenuItem onSelect={() => draft.add(down)}>Move down</MenuItem> : null}
      <MenuSeparator />
      {isRetired ? (
        <MenuItem onSelect={() => draft.add({ kind: "bring_back", id })}>Bring back</MenuItem>
      ) : null}
      <MenuItem onSelect={() => onEdit({ kind: "retire", category })}>
        {isRetired ? "Merge…" : "Retire or merge…"}
      </MenuItem>
    </Menu>
  );
}
