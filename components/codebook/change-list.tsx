import { Badge } from "#components/ui/badge.tsx";
import type { ChangedCategory, CodebookChanges } from "#lib/contracts/codebooks.ts";
import styles from "./codebook.module.css";
import { fieldWords, reasonWords } from "./words.ts";

type Props = {
  changes: CodebookChanges;
  labelOf: (id: string) => string;
};

/** What differs between two versions, category by category, with before and after side by side. */
export function ChangeList({ changes, labelOf }: Props) {
  const looks = new Map(changes.look.map(({ category, reasons }) => [category, reasons]));
  if (changes.categories.length === 0) return <p className={styles.quiet}>They say the same.</p>;
  return (
    <ul className={styles.changes}>
      {changes.categories.map((one) => {
        const reasons = looks.get(one.id) ?? [];
        return (
          <li key={one.id} className={styles.change} data-family={(one.after ?? one.before)?.family}>
            <p className={styles.changeHead}>
              <span className={styles.label}>{labelOf(one.id)}</span>
              <What one={one} labelOf={labelOf} />
              {reasons.length > 0 ? <Badge tone="warning">Worth another look</Badge> : null}
            </p>
            <Fields one={one} />
            {reasons.some(({ kind }) => kind === "split") ? (
              <p className={styles.quiet}>
                Claims of it: {reasons.map((reason) => reasonWords(reason, labelOf)).join(", ")}.
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

type OneProps = { one: ChangedCategory; labelOf: (id: string) => string };

function What({ one, labelOf }: OneProps) {
  const { before, after } = one;
  if (!before) {
    return (
      <Badge tone="accent">
        {after?.splitFrom ? `New, split from “${labelOf(after.splitFrom)}”` : "New"}
      </Badge>
    );
  }
  if (!after) return <Badge>Not there yet</Badge>;
  if (after.mergedInto && after.mergedInto !== before.mergedInto) {
    return <Badge>Merged into “{labelOf(after.mergedInto)}”</Badge>;
  }
  if (after.isRetired !== before.isRetired) return <Badge>{after.isRetired ? "Retired" : "Back"}</Badge>;
  return null;
}

/** The words that differ; of a new category all of them. */
function Fields({ one: { before, after, fields } }: { one: ChangedCategory }) {
  const shown = before ? fields : ["definition", "decisionRule"];
  const rows = shown.flatMap((field) => {
    const name = fieldWords[field];
    if (!name || !after) return [];
    const [was, is] = [wordsOf(before, field), wordsOf(after, field)];
    return [{ name, was, is }];
  });
  if (rows.length === 0) return null;
  return (
    <dl className={styles.differences}>
      {rows.map(({ name, was, is }) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>
            {was ? <del>{was}</del> : null}{" "}
            {is ? <ins>{is}</ins> : <span className={styles.quiet}>none</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function wordsOf(category: ChangedCategory["after"], field: string): string {
  const value = category ? Object.entries(category).find(([name]) => name === field)?.[1] : null;
  return value === null || value === undefined ? "" : String(value);
}
