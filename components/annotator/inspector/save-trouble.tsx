"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { RadioGroup } from "#components/ui/choice.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type Change, type ClaimView, type Field, fieldsOf } from "#lib/client/workspace/change.ts";
import { type Conflict, partsOf } from "#lib/client/workspace/merge.ts";
import { chainFields } from "#lib/client/workspace/write.ts";
import { useEntry, useWorkspace } from "../workspace/workspace-context.tsx";
import { describeValue, fieldNames } from "./describe-change.ts";
import styles from "./inspector.module.css";

/** What is not saved of this claim, or saved by two people at once, with every version in hand. */
export function SaveTrouble({ claim }: { claim: ClaimView }) {
  const { store } = useWorkspace();
  const entry = useEntry(claim.id);
  if (entry?.conflict) return <Choice key={claim.id} id={claim.id} conflict={entry.conflict} />;
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

type Side = "mine" | "theirs";

/** Two people changed the same: for each field, or fields that mean something only together, one of the two stays. */
function Choice({ id, conflict }: { id: string; conflict: Conflict }) {
  const { store } = useWorkspace();
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({});
  const parts = partsOf(conflict.mine);
  const isChosen = parts.every((fields) => sides[keyOf(fields)]);
  const take = (side: (fields: readonly Field[]) => Side | undefined) =>
    store.choose(
      id,
      parts.flatMap((fields) => (side(fields) === "mine" ? fields : [])),
    );
  return (
    <Notice
      tone="warning"
      title={`Somebody else changed ${namesOf(conflict.fields)} too`}
      live
      className={styles.trouble}
    >
      {parts.map((fields) =>
        parts.length === 1 ? (
          <Both key={keyOf(fields)} conflict={conflict} />
        ) : (
          <div key={keyOf(fields)} className={styles.versions}>
            <RadioGroup<Side>
              label={sentenceCase(namesOf(fields))}
              {...(sides[keyOf(fields)] ? { value: sides[keyOf(fields)] } : {})}
              onValueChange={(side) => setSides({ ...sides, [keyOf(fields)]: side })}
              options={[
                { value: "mine", label: "Yours", hint: <Version change={conflict.mine} fields={fields} /> },
                {
                  value: "theirs",
                  label: "Theirs, saved",
                  hint: <Version change={conflict.theirs} fields={fields} />,
                },
              ]}
            />
            <p className={styles.before}>
              Before: <Version change={conflict.before} fields={fields} />
            </p>
          </div>
        ),
      )}
      <span className={styles.troubleActions}>
        {parts.length > 1 ? (
          <Button
            size="sm"
            variant="primary"
            disabled={!isChosen}
            onClick={() => take((fields) => sides[keyOf(fields)])}
          >
            Save the choice
          </Button>
        ) : null}
        <Button size="sm" onClick={() => take(() => "mine")}>
          {parts.length === 1 ? "Save mine" : "Save all of mine"}
        </Button>
        <Button size="sm" onClick={() => take(() => "theirs")}>
          {parts.length === 1 ? "Keep theirs" : "Keep all of theirs"}
        </Button>
      </span>
    </Notice>
  );
}

/** One thing to choose: its versions, above the two buttons. */
function Both({ conflict: { fields, mine, theirs, before } }: { conflict: Conflict }) {
  return (
    <dl className={styles.versions}>
      <dt>Yours</dt>
      <dd>
        <Version change={mine} fields={fields} />
      </dd>
      <dt>Theirs, saved</dt>
      <dd>
        <Version change={theirs} fields={fields} />
      </dd>
      <dt>Before</dt>
      <dd>
        <Version change={before} fields={fields} />
      </dd>
    </dl>
  );
}

function Version({ change, fields }: { change: Change; fields: readonly Field[] }) {
  const { index, codebook } = useWorkspace();
  const shown = fieldsOf(change).filter((field) => fields.includes(field));
  return shown.map((field) => describeValue(field, change[field], { index, codebook })).join("; ");
}

const keyOf = (fields: readonly Field[]): string => fields.join();
const namesOf = (fields: readonly Field[]): string => fields.map((field) => fieldNames[field]).join(" and ");

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
