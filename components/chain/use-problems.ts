"use client";
import { useMemo } from "react";
import { useClaim, useSources, useWorkspace } from "#components/annotator/workspace/workspace-context.tsx";
import { claimProblems } from "#core/attribution/claim-problems.ts";
import type { ClaimProblem } from "#core/attribution/problems.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";

/** What is the matter with a claim, as far as this screen can know; found as one works, before anything is sent. */
export function useProblems(claim: ClaimView): readonly ClaimProblem[] {
  const { store, codebook, index, switchedOff } = useWorkspace();
  const { claims } = store;
  const sources = useSources();
  const parent = useClaim(claim.parentId);
  return useMemo(() => {
    const context = {
      parent: parent && {
        id: parent.id,
        ancestorIds: ancestorsOf(parent, claims),
        wholeChain: parent.chain,
        spans: parent.spans,
      },
      claimId: claim.id,
      sources,
      textLength: index.length,
      switchedOff,
      // Asked of all claims only where something is carried over from one.
      ...(claim.ownChain.some((hop) => !hop.explicit)
        ? { attributedElsewhere: sourcesOfOthers(claim, claims) }
        : {}),
    };
    return claimProblems(codebook, { ...claim, chain: claim.ownChain }, context);
  }, [claim, parent, claims, codebook, index, switchedOff, sources]);
}

function ancestorsOf(claim: ClaimView, claims: ReadonlyMap<string, ClaimView>): string[] {
  const ids: string[] = [];
  for (let at: ClaimView | null = claim; at && !ids.includes(at.id); ) {
    ids.push(at.id);
    at = at.parentId === null ? null : (claims.get(at.parentId) ?? null);
  }
  return ids;
}

function sourcesOfOthers(claim: ClaimView, claims: ReadonlyMap<string, ClaimView>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const other of claims.values()) {
    if (other.id === claim.id) continue;
    for (const hop of other.chain) if (hop.explicit) for (const source of hop.sources) ids.add(source);
  }
  return ids;
}
