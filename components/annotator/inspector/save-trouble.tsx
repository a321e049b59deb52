"use client";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type Change, type ClaimView, type Field, fieldsOf } from "#lib/client/workspace/change.ts";
import { chainFields } from "#lib/client/workspace/entry.ts";
import type { Conflict } from "#lib/client/workspace/merge.ts";
import { useSnapshot, useWorkspace } from "../workspace/workspace-context.tsx";
import { describeValue, fieldNames } from "./describe-change.ts";
import styles from "./inspector.module.css";

/** What is not saved of this claim, or saved by two people at once, with every version in hand. */
export function SaveTrouble({ claim }: { claim: ClaimView }) {
  const { store } = useWorkspace();
  const { entries } = useSnapshot();
  const entry = entries.get(claim.id);
  if (entry?.conflict) return <Choice id={claim.id} conflict={entry.conflict} />;
  if (!entry?.problem) return null;
  const isChainOnly = fieldsOf(entry.held).every((field) => chainFields.includes(field)) && !entry.create;
  return (
    <Notice
      tone={isChainOnly ? "info" : "warning"}
      title={isChainOnly ? "The claim is saved; its chain waits here" : "Not saved yet; kept here"}
      live
      className={styles.trouble}
    >
      {entry.problem.detail || entry.problem.title}
      <span className={styles.troubleActions}>
        <Button size="sm" onClick={() => store.retry()}>
          Try again
        </Button>
        <Button size="sm" variant="quiet" onClick={() => store.discard(claim.id)}>
          Give up the change
        </Button>
      </span>
    </Notice>
  );
}

function Choice({ id, conflict }: { id: string; conflict: Conflict }) {
  const { store } = useWorkspace();
  const names = conflict.fields.map((field) => fieldNames[field]).join(" and ");
  return (
    <Notice tone="warning" title={`Somebody else changed ${names} too`} live className={styles.trouble}>
      <dl className={styles.versions}>
        <Version term="Yours" change={conflict.mine} fields={conflict.fields} />
        <Version term="Theirs, saved" change={conflict.theirs} fields={conflict.fields} />
        <Version term="Before" change={conflict.before} fields={conflict.fields} />
      </dl>
      <span className={styles.troubleActions}>
        <Button size="sm" variant="primary" onClick={() => store.keepMine(id)}>
          Save mine
        </Button>
        <Button size="sm" onClick={() => store.keepTheirs(id)}>
          Keep theirs
        </Button>
      </span>
    </Notice>
  );
}

function Version({ term, change, fields }: { term: string; change: Change; fields: readonly Field[] }) {
  const { index, codebook } = useWorkspace();
  const shown = fieldsOf(change).filter((field) => fields.includes(field));
  return (
    <>
      <dt>{term}</dt>
      <dd>{shown.map((field) => describeValue(field, change[field], { index, codebook })).join("; ")}</dd>
    </>
  );
}
