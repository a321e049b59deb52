import type { Codebook } from "#core/provenance/codebook.ts";
import { isOwnVoice } from "#core/provenance/codebook.ts";
import { categoryChange, inheritedCount, patchLink } from "./chain-edit.ts";
import { type Change, type ClaimView, effective, isEmpty } from "./change.ts";

/** What is done to several claims at once. */
export type BulkAction =
  | { readonly kind: "provenance"; readonly category: string }
  | { readonly kind: "source"; readonly source: string }
  | { readonly kind: "flag"; readonly flag: string; readonly isOn: boolean }
  | { readonly kind: "submit" }
  | { readonly kind: "remove" };

export type Skipped = { readonly id: string; readonly reason: string };

/** What an action comes to, claim by claim, before anything is done. */
export type BulkPlan = {
  readonly changes: readonly { readonly id: string; readonly change: Change }[];
  /** Claims to submit or to remove, in the order in which that can be done. */
  readonly moves: readonly string[];
  /** Claims that already are as they are meant to be. */
  readonly unchanged: number;
  readonly skipped: readonly Skipped[];
  /** Approved claims among them: they go back to review. */
  readonly reopened: number;
  /** Claims whose chain goes, because the article's own voice has none. */
  readonly losesChain: number;
};

type Means = {
  readonly codebook: Codebook;
  readonly me: string;
  /** Ids of claims whose chain is not saved yet. */
  readonly held: ReadonlySet<string>;
};
type Verdict = { readonly change: Change } | { readonly move: true } | { readonly reason: string };

/** The plan of an action over claims in reading order. Never does anything itself. */
export function planBulk(claims: readonly ClaimView[], action: BulkAction, means: Means): BulkPlan {
  const judged = claims.map((claim) => ({ claim, verdict: verdictOn(claim, action, means) }));
  const changing = judged.flatMap(({ claim, verdict }) =>
    "change" in verdict ? [{ claim, change: effective(claim, verdict.change) }] : [],
  );
  const real = changing.filter(({ change }) => !isEmpty(change));
  const moves = judged.flatMap(({ claim, verdict }) => ("move" in verdict ? [claim.id] : []));
  return {
    changes: real.map(({ claim, change }) => ({ id: claim.id, change })),
    // Those nested go first: a claim that goes before them would hand its links down to claims that go too.
    moves: action.kind === "remove" ? moves.toReversed() : moves,
    unchanged: changing.length - real.length,
    skipped: judged.flatMap(({ claim, verdict }) =>
      "reason" in verdict ? [{ id: claim.id, reason: verdict.reason }] : [],
    ),
    reopened: real.filter(({ claim }) => claim.state === "approved").length,
    losesChain: real.filter(({ change }) => change.ownChain?.length === 0).length,
  };
}

function verdictOn(claim: ClaimView, action: BulkAction, { codebook, me, held }: Means): Verdict {
  switch (action.kind) {
    case "provenance":
      return provenanceOf(claim, action.category, codebook);
    case "source":
      return sourceOf(claim, action.source);
    case "flag": {
      const others = claim.flags.filter((flag) => flag !== action.flag);
      if (action.isOn === claim.flags.includes(action.flag)) return { change: {} };
      return { change: { flags: action.isOn ? [...others, action.flag] : others } };
    }
    case "submit":
      if (claim.state !== "draft" && claim.state !== "changes_requested")
        return { reason: submitted[claim.state] };
      return held.has(claim.id)
        ? { reason: "Its chain is not saved yet: a source is missing." }
        : { move: true };
    case "remove":
      return claim.state === "draft" && claim.createdBy === me
        ? { move: true }
        : { reason: "It is not a draft of yours: an admin can remove it." };
  }
}

const submitted = {
  submitted: "It is with review already.",
  approved: "It is approved.",
  rejected: "It was rejected; change it first.",
} as const;

function provenanceOf(claim: ClaimView, category: string, codebook: Codebook): Verdict {
  if (inheritedCount(claim) > 0) return { reason: nested };
  if (isOwnVoice(codebook, category) && claim.parentId !== null) {
    return { reason: "It is nested: it needs a link of its own." };
  }
  return { change: categoryChange(claim, 0, category, codebook) };
}

function sourceOf(claim: ClaimView, source: string): Verdict {
  if (inheritedCount(claim) > 0) return { reason: nested };
  const [first] = claim.ownChain;
  if (!first) return { reason: "It has no link that a source could stand at. Tag its provenance first." };
  return {
    change: { ownChain: patchLink(claim.ownChain, 0, { sources: [source] }), provenance: claim.provenance },
  };
}

const nested = "It is nested: its first link comes from the claim around it.";
