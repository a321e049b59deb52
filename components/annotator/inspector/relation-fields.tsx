"use client";
import { useMemo } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { possibleParents } from "#lib/client/workspace/nesting.ts";
import type { Row } from "#lib/client/workspace/order.ts";
import { join, joinedWith, leaveGroup, nestIn, takeOut } from "../tagging/relate.ts";
import { useClaim, useNames, useSnapshot, useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./inspector.module.css";
import { Section } from "./section.tsx";

/** How a claim stands to others: nested in one, joined with some, or the same as one. */
export function RelationFields({ claim }: { claim: ClaimView }) {
  const wordsOf = useWordsOf();
  const parent = useClaim(claim.parentId);
  const same = useClaim(claim.sameClaimAs);
  const { claims } = useSnapshot();
  const joined = useMemo(() => joinedWith(claim, claims), [claim, claims]);
  return (
    <>
      <Section title="Nested in" value={wordsOf(parent)}>
        <NestedIn claim={claim} />
      </Section>
      <Section title="Joined with" value={joined.map((other) => short(wordsOf(other))).join("; ")}>
        <JoinedWith claim={claim} joined={joined} />
      </Section>
      <Section title="Same claim as" value={wordsOf(same)}>
        <SameClaimAs claim={claim} />
      </Section>
    </>
  );
}

function NestedIn({ claim }: { claim: ClaimView }) {
  const workspace = useWorkspace();
  const { store, canWrite } = workspace;
  const optionOf = useOptionOf();
  const parents = useMemo(() => possibleParents(claim, store.claims), [claim, store]);
  const nest = (value: string) => {
    const parent = store.get(value);
    if (parent) nestIn(workspace, claim, parent);
    else takeOut(workspace, claim, "whole");
  };
  return (
    <Select
      placeholder="No other claim"
      size="sm"
      aria-label="Nested in"
      disabled={!canWrite}
      value={claim.parentId ?? ""}
      options={[none, ...parents.map(optionOf)]}
      onValueChange={nest}
    />
  );
}

function JoinedWith({ claim, joined }: { claim: ClaimView; joined: readonly ClaimView[] }) {
  const workspace = useWorkspace();
  const { store, rows, canWrite } = workspace;
  const wordsOf = useWordsOf();
  const optionOf = useOptionOf();
  const others = useMemo(() => around(rows.get(), rows.indexOf(claim.id)), [rows, claim]);
  const offered = others.filter((other) => !joined.includes(other));
  const joinOther = (value: string) => {
    const other = store.get(value);
    if (other) join(workspace, claim, other);
  };
  return (
    <>
      <p className={styles.hint}>Parts of one statement that may be judged apart.</p>
      {joined.length > 0 ? (
        <ul className={styles.joined} aria-label="Claims joined with this one">
          {joined.map((other) => (
            <li key={other.id}>{short(wordsOf(other))}</li>
          ))}
        </ul>
      ) : null}
      {canWrite ? (
        <Select
          placeholder="Join with another claim"
          size="sm"
          aria-label="Join with another claim"
          value=""
          options={offered.map(optionOf)}
          onValueChange={joinOther}
        />
      ) : null}
      {canWrite && claim.groupId !== null ? (
        <div>
          <Button size="sm" variant="quiet" onClick={() => leaveGroup(workspace, claim)}>
            Part it from them
          </Button>
        </div>
      ) : null}
    </>
  );
}

function SameClaimAs({ claim }: { claim: ClaimView }) {
  const { store, rows, canWrite } = useWorkspace();
  const optionOf = useOptionOf();
  const others = useMemo(() => around(rows.get(), rows.indexOf(claim.id)), [rows, claim]);
  const chosen = useClaim(claim.sameClaimAs);
  const offered = chosen && !others.includes(chosen) ? [chosen, ...others] : others;
  return (
    <Select
      placeholder="No other claim"
      size="sm"
      aria-label="Same claim as"
      disabled={!canWrite}
      value={claim.sameClaimAs ?? ""}
      options={[none, ...offered.map(optionOf)]}
      onValueChange={(value) =>
        store.change(claim.id, { sameClaimAs: value || null }, "Change “same claim as”")
      }
    />
  );
}

const none = { value: "", label: "No other claim" };
/** As many as a list can be looked through; an article with more is rare, and what it says again is mostly near. */
const OFFERED = 300;

function around(rows: readonly Row[], at: number): ClaimView[] {
  const from = Math.max(0, Math.min(at - OFFERED / 2, rows.length - OFFERED));
  const near = rows.slice(from, from + OFFERED).map(({ claim }) => claim);
  return near.filter((_, place) => from + place !== at);
}

function useWordsOf(): (claim: ClaimView | null) => string {
  const names = useNames();
  return (claim) => (claim ? claim.statement || names.words(claim.spans) : "");
}

function useOptionOf() {
  const wordsOf = useWordsOf();
  const names = useNames();
  return (claim: ClaimView) => ({
    value: claim.id,
    label: short(wordsOf(claim)),
    hint: names.category(claim.provenance),
  });
}

function short(words: string): string {
  return words.length > 90 ? `${words.slice(0, 88)}…` : words;
}
