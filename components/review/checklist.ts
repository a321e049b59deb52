import type { Link } from "#core/attribution/claim.ts";
import { type Codebook, familyOf } from "#core/provenance/codebook.ts";
import type { ReviewCase } from "#lib/contracts/review-case.ts";

/** A newsroom's question about an unnamed source, and what has been entered that bears on it. */
export type ChecklistItem = { readonly question: string; readonly entered: string | null };

type Given = Pick<ReviewCase, "claim" | "sources">;

const factual: ReadonlySet<string> = new Set(["speech_event", "event", "sequence", "figure", "request"]);

/**
 * The ground rules for unnamed sources (domain.md), in the order newsrooms ask them; empty where every link has a
 * name. They help reading; nothing is decided by them.
 */
export function checklistOf({ claim, sources }: Given, codebook: Codebook): readonly ChecklistItem[] {
  const unnamed = claim.chain.filter((hop) => familyOf(codebook, hop.category)?.id === "anonymous");
  if (unnamed.length === 0) return [];
  const theirs = sources.filter(({ id }) => unnamed.some((hop) => hop.sources.includes(id)));
  const told = (values: readonly (string | null)[]) => values.filter(Boolean).join("; ") || null;
  return [
    { question: "Named?", entered: named(claim.chain, unnamed) },
    { question: "Position given?", entered: told(theirs.map(({ roleTitle }) => roleTitle)) },
    { question: "Reason for anonymity given?", entered: null },
    { question: "Number of sources given?", entered: theirs.length === 1 ? (theirs[0]?.name ?? null) : null },
    { question: "Motive visible?", entered: told(theirs.map(({ motive }) => motive)) },
    { question: "Fact or opinion?", entered: factOrOpinion(claim.kind) },
    { question: "Second independent source?", entered: null },
    { question: "Response sought?", entered: null },
  ];
}

function named(chain: readonly Link[], unnamed: readonly Link[]): string {
  const rest = chain.length - unnamed.length;
  return rest === 0 ? "no link is" : `${unnamed.length} of ${chain.length} links not`;
}

function factOrOpinion(kind: string | null): string | null {
  if (kind === null) return null;
  const label = kind.replaceAll("_", " ");
  return factual.has(kind) ? `entered as ${label}: can be checked` : `entered as ${label}: may be a view`;
}
