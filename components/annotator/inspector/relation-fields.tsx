"use client";
import { useMemo } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { possibleParents } from "#lib/client/workspace/nesting.ts";
import type { Row } from "#lib/client/workspace/order.ts";
import { join, joinedWith, leaveGroup, nestIn, takeOut } from "../tagging/relate.ts";
import { useClaim, useNames, useRows, useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./inspector.module.css";
import { Section } from "./section.tsx";

/** How a claim stands to others: nested in one, joined with some, or the same as one. */
export function RelationFields({ claim }: { claim: ClaimView }) {
  const wordsOf = useWordsOf();
  const parent = useClaim(claim.parentId);
  const same = useClaim(claim.sameClaimAs);
  const rows = useRows();
  const joined = useMemo(() => joinedWith(claim, rows), [claim, rows]);
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
  const { canWrite } = workspace;
  const optionOf = useOptionOf();
  const withChosen = useChosen();
  // Others around it come and go.
  useRows();
  const parent = useClaim(claim.parentId);
  const parents = possibleParents(claim, workspace.places);
  const nest = (value: string) => {
    if (value === "") takeOut(workspace, claim, "whole");
    else withChosen(value, (other) => nestIn(workspace, claim, other));
  };
  return (
    <Select
      placeholder="No other claim"
      size="sm"
      aria-label="Nested in"
      disabled={!canWrite}
      value={claim.parentId ?? ""}
      options={[none, ...withFirst(parent, parents).map(optionOf)]}
      onValueChange={nest}
    />
  );
}

function JoinedWith({ claim, joined }: { claim: ClaimView; joined: readonly ClaimView[] }) {
  const workspace = useWorkspace();
  const { canWrite } = workspace;
  const wordsOf = useWordsOf();
  const optionOf = useOptionOf();
  const withChosen = useChosen();
  const others = useAround(claim);
  const offered = others.filter((other) => !joined.includes(other));
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
          onValueChange={(value) => withChosen(value, (other) => join(workspace, claim, other))}
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
  const { store, canWrite } = useWorkspace();
  const optionOf = useOptionOf();
  const withChosen = useChosen();
  const others = useAround(claim);
  const chosen = useClaim(claim.sameClaimAs);
  const set = (sameClaimAs: string | null) =>
    store.change(claim.id, { sameClaimAs }, "Change “same claim as”");
  return (
    <Select
      placeholder="No other claim"
      size="sm"
      aria-label="Same claim as"
      disabled={!canWrite}
      value={claim.sameClaimAs ?? ""}
      options={[none, ...withFirst(chosen, others).map(optionOf)]}
      onValueChange={(value) => (value === "" ? set(null) : withChosen(value, ({ id }) => set(id)))}
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

/** What is chosen stands in the list in any case: a list without it would let it go by itself. */
function withFirst(chosen: ClaimView | null, others: readonly ClaimView[]): readonly ClaimView[] {
  return chosen && !others.includes(chosen) ? [chosen, ...others] : others;
}

function useAround(claim: ClaimView): readonly ClaimView[] {
  const { rows } = useWorkspace();
  const all = useRows();
  return useMemo(() => around(all, rows.indexOf(claim.id)), [all, rows, claim.id]);
}

/** Does something with the claim chosen from a list, unless a colleague removed it while the list was open. */
function useChosen(): (id: string, run: (other: ClaimView) => void) => void {
  const { store, announce } = useWorkspace();
  return (id, run) => {
    const other = store.get(id);
    if (other) run(other);
    else announce("That claim is gone. Nothing was changed.");
  };
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
