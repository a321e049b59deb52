"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { ReviewCase } from "#lib/contracts/review-case.ts";

type Shown = { readonly id: string; readonly case: ReviewCase | null; readonly failure: ApiFailure | null };
type Reading = Promise<ReviewCase | ApiFailure>;
export type CaseState = {
  readonly case: ReviewCase | null;
  readonly failure: ApiFailure | null;
  /** Reads the open claim anew, showing the old until the new is there. */
  readonly reload: () => void;
  /** Forgets what was read of these: they have changed. */
  readonly forget: (ids: readonly string[]) => void;
};

/** The open claim with all there is to read about it; the one after it is read ahead, so that it is there at once. */
export function useCase(
  workspace: string,
  id: string | null,
  ahead: string | null,
  first: ReviewCase | null,
): CaseState {
  const held = useRef(new Map<string, Reading>(first ? [[first.claim.id, Promise.resolve(first)]] : []));
  const [round, setRound] = useState(0);
  const [shown, setShown] = useState<Shown | null>(
    first && { id: first.claim.id, case: first, failure: null },
  );
  const read = useCallback(
    (wanted: string): Reading => {
      const known = held.current.get(wanted) ?? fetchCase(workspace, wanted);
      held.current.set(wanted, known);
      return known;
    },
    [workspace],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: round asks for another reading
  useEffect(() => {
    if (id === null) return;
    let isWanted = true;
    void read(id).then((answer) => {
      if (!isWanted) return;
      if (isCase(answer)) return setShown({ id, case: answer, failure: null });
      held.current.delete(id);
      setShown((old) => ({ id, case: old?.id === id ? old.case : null, failure: answer }));
    });
    return () => {
      isWanted = false;
    };
  }, [id, read, round]);
  const isHere = shown !== null && shown.id === id;
  useEffect(() => {
    if (ahead !== null && isHere) void read(ahead);
  }, [ahead, isHere, read]);
  const forget = useCallback((ids: readonly string[]) => {
    for (const one of ids) held.current.delete(one);
  }, []);
  const reload = useCallback(() => {
    if (id !== null) forget([id]);
    setRound((count) => count + 1);
  }, [id, forget]);
  return { case: isHere ? shown.case : null, failure: isHere ? shown.failure : null, reload, forget };
}

async function fetchCase(workspace: string, id: string): Reading {
  const answer = await call<ReviewCase>("GET", `/workspaces/${workspace}/claims/${id}/review-case`);
  return answer.ok ? answer.value : answer.failure;
}

const isCase = (answer: ReviewCase | ApiFailure): answer is ReviewCase => "claim" in answer;
