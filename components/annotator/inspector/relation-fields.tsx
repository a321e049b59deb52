"use client";
import { useMemo } from "react";
import { Select } from "#components/ui/select.tsx";
import { link } from "#core/attribution/link.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { possibleParents } from "#lib/client/workspace/nesting.ts";
import { useNames, useSnapshot, useWorkspace } from "../workspace/workspace-context.tsx";
import { Section } from "./section.tsx";

/** How a claim stands to others: nested in one, or the same as one. */
export function RelationFields({ claim }: { claim: ClaimView }) {
  const { store, canWrite } = useWorkspace();
  const { claims } = useSnapshot();
  const names = useNames();
  const wordsOf = (id: string | null) => {
    const other = id === null ? undefined : claims.get(id);
    return other ? other.statement || names.words(other.spans) : "";
  };
  const optionOf = (other: ClaimView) => ({
    value: other.id,
    label: short(wordsOf(other.id)),
    hint: names.category(other.provenance),
  });
  const parents = useMemo(() => possibleParents(claim, claims), [claim, claims]);
  const others = useMemo(() => [...claims.values()].filter(({ id }) => id !== claim.id), [claims, claim.id]);
  const nest = (value: string) => {
    const parent = claims.get(value) ?? null;
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
    <>
      <Section title="Nested in" value={wordsOf(claim.parentId)}>
        <Select
          placeholder="No other claim"
          size="sm"
          aria-label="Nested in"
          disabled={!canWrite}
          value={claim.parentId ?? ""}
          options={[{ value: "", label: "No other claim" }, ...parents.map(optionOf)]}
          onValueChange={nest}
        />
      </Section>
      <Section title="Same claim as" value={wordsOf(claim.sameClaimAs)}>
        <Select
          placeholder="No other claim"
          size="sm"
          aria-label="Same claim as"
          disabled={!canWrite}
          value={claim.sameClaimAs ?? ""}
          options={[{ value: "", label: "No other claim" }, ...others.map(optionOf)]}
          onValueChange={(value) =>
            store.change(claim.id, { sameClaimAs: value || null }, "Change “same claim as”")
          }
        />
      </Section>
    </>
  );
}

function short(words: string): string {
  return words.length > 90 ? `${words.slice(0, 88)}…` : words;
}
