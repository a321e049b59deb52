"use client";
import { useEffect, useRef, useState } from "react";
import type { Codebook } from "#core/provenance/codebook.ts";
import type { CodebookChange } from "#core/provenance/codebook-change.ts";
import { type Draft, drafted, withChanges, withoutChange } from "./draft.ts";

/**
 * Changes that are not published, kept by this tab while it is open: leaving the page loses none. Where somebody else
 * has published meanwhile they are made of the new version, and those that no longer can be are let go.
 */
export function useDraft(workspace: string, base: Codebook) {
  const key = `sl-codebook-draft ${workspace} ${base.id}`;
  const [draft, setDraft] = useState<Draft>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const version = useRef<number | null>(null);
  useEffect(() => {
    if (version.current === base.version) return;
    version.current = base.version;
    const kept = stored(key).reduce<Draft>((so, change) => {
      const next = withChanges(base, so, [change]);
      return next.ok ? next.value : so;
    }, []);
    setDraft(kept);
  }, [key, base]);
  const keep = (next: Draft) => {
    sessionStorage.setItem(key, JSON.stringify(next));
    setDraft(next);
    setProblem(null);
  };
  const settle = (done: ReturnType<typeof withChanges>): boolean => {
    if (done.ok) keep(done.value);
    else setProblem(done.failure);
    return done.ok;
  };
  return {
    draft,
    codebook: drafted(base, draft),
    /** Why the last change could not be made. */
    problem,
    forget: () => setProblem(null),
    /** False where the changes cannot be made; `problem` says why. */
    add: (...changes: CodebookChange[]) => settle(withChanges(base, draft, changes)),
    drop: (at: number) => settle(withoutChange(base, draft, at)),
    clear: () => keep([]),
  };
}

export type DraftState = ReturnType<typeof useDraft>;

function stored(key: string): Draft {
  try {
    // Written by `keep` from a draft; what does not fit the codebook any more is left out above.
    return JSON.parse(sessionStorage.getItem(key) ?? "[]") as Draft;
  } catch {
    return [];
  }
}
