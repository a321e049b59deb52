"use client";
import { useMemo } from "react";
import { Select } from "#components/ui/select.tsx";
import { link } from "#core/attribution/link.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { possibleParents } from "#lib/client/workspace/nesting.ts";
import type { Row } from "#lib/client/workspace/order.ts";
import { useClaim, useNames, useWorkspace } from "../workspace/workspace-context.tsx";
import { Section } from "./section.tsx";

/** How a claim stands to others: nested in one, or the same as one. */
export function RelationFields({ claim }: { claim: ClaimView }) {
  const wordsOf = useWordsOf();
  const parent = useClaim(claim.parentId);
  const same = useClaim(claim.sameClaimAs);
  return (
    <>
      <Section title="Nested in" value={wordsOf(parent)}>
        <NestedIn claim={claim} />
      </Section>
      <Section title="Same claim as" value={wordsOf(same)}>
        <SameClaimAs claim={claim} />
      </Section>
    </>
  );
}

function NestedIn({ claim }: { claim: ClaimView }) {
  const { store, canWrite } = useWorkspace();
  const optionOf = useOptionOf();
  const parents = useMemo(() => possibleParents(claim, store.claims), [claim, store]);
  const nest = (value: string) => {
    const parent = store.get(value);
    const hasOwn = claim.ownChain.length > 0;
    // A nested claim has at least one link of its own (domain.md, Boundary rules 6).
    const ownChain = parent && !hasOwn ? [link({ category: "unclear" })] : claim.ownChain;
    const provenance = parent?.provenance ?? ownChain[0]?.category ?? claim.provenance;
    store.change(
      claim.id,
      { parentId: parent?.id ?? null, ownChain, provenance },
      parent ? "Nest the claim" : "Take the claim out",
    );
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
