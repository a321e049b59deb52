import { type Codebook, isOwnVoice, isUnclear } from "../provenance/codebook.ts";
import type { Span } from "../text/span.ts";
import { wholeChain } from "./chain.ts";
import { categoryProblems, chainProblems, inheritedChain, type ProblemContext } from "./chain-problems.ts";
import type { ClaimContent } from "./claim.ts";
import type { ClaimProblem } from "./problems.ts";
import { fragmentFaults, spanFault } from "./span-problems.ts";

const atClaim = { link: null, order: null } as const;

/** A slug, as the known flags are. */
const flagPattern = /^[a-z0-9]+(?:_[a-z0-9]+)*$/;

/**
 * Every problem of a claim's content: spans, statement, nesting, provenance, chain, hedges, flags, in that order; empty
 * when it may be saved and nothing is odd. Never throws, whatever came in: what cannot be checked is itself a problem.
 */
export function claimProblems(
  codebook: Codebook,
  claim: ClaimContent,
  context: ProblemContext,
): readonly ClaimProblem[] {
  return [
    ...spanProblems(claim, context),
    ...(claim.statement.trim() === "" ? [{ kind: "no_statement", severity: "warning" } as const] : []),
    ...nestingProblems(claim, context),
    ...provenanceProblems(codebook, claim, context),
    ...chainProblems(codebook, claim, context),
    ...hedgeProblems(claim, context),
    ...claim.flags
      .filter((flag) => !flagPattern.test(flag))
      .map((flag) => ({ kind: "bad_flag", severity: "error", flag }) as const),
  ];
}

/** A claim without words would be about nothing; a hedge or a cue may be absent, its words may not. */
function spanProblems(claim: ClaimContent, context: ProblemContext): readonly ClaimProblem[] {
  if (claim.spans.length === 0) return [{ kind: "no_spans", severity: "error" }];
  return fragmentFaults(claim.spans, context.textLength).map(
    (fault) => ({ kind: "bad_span", severity: "error", field: "spans", ...fault, ...atClaim }) as const,
  );
}

/** A child lies inside its parent's range and adds at least one link to its chain (domain.md, Boundary rules 6). */
function nestingProblems(claim: ClaimContent, context: ProblemContext): readonly ClaimProblem[] {
  const { parentId } = claim;
  if (parentId === null) return [];
  const { parent, claimId } = context;
  if (!parent || parent.id !== parentId) return [{ kind: "unknown_parent", severity: "error", parentId }];
  if (claimId != null && (parentId === claimId || parent.ancestorIds.includes(claimId))) {
    return [{ kind: "nested_in_itself", severity: "error", parentId }];
  }
  const outside = claim.spans.flatMap((span, index) =>
    isWithin(span, parent.spans) ? [] : [{ kind: "outside_parent", severity: "error", span: index } as const],
  );
  return claim.chain.length === 0 ? [...outside, { kind: "no_own_link", severity: "error" }] : outside;
}

/** The range, not the fragments: a child may use words between two fragments of its parent. */
function isWithin(span: Span, parent: readonly Span[]): boolean {
  const start = Math.min(...parent.map((fragment) => fragment.start));
  const end = Math.max(...parent.map((fragment) => fragment.end));
  return start <= span.start && span.end <= end;
}

/** Invariant of rules.md 1: provenance is link 1's category; without a link it is own voice or unclear. */
function provenanceProblems(
  codebook: Codebook,
  claim: ClaimContent,
  context: ProblemContext,
): readonly ClaimProblem[] {
  const stored = claim.provenance;
  const [first] = wholeChain(inheritedChain(claim, context), claim.chain);
  if (first) {
    if (first.category === stored) return [];
    return [{ kind: "provenance_disagrees", severity: "error", stored, expected: first.category }];
  }
  const problems = categoryProblems(codebook, stored, atClaim, context);
  if (problems.some((problem) => problem.kind === "unknown_category")) return problems;
  if (isOwnVoice(codebook, stored) || isUnclear(codebook, stored)) return problems;
  return [...problems, { kind: "missing_chain", severity: "error", provenance: stored }];
}

/** Hedges may overlap one another: "may reportedly" is two markers. */
function hedgeProblems(claim: ClaimContent, context: ProblemContext): readonly ClaimProblem[] {
  return claim.hedges.flatMap(({ span }, index) => {
    const fault = spanFault(span, context.textLength);
    if (!fault) return [];
    return [
      { kind: "bad_span", severity: "error", field: "hedges", span: index, fault, ...atClaim } as const,
    ];
  });
}
