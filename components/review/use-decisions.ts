"use client";
import { useMemo, useRef, useState } from "react";
import { useToast } from "#components/ui/toast.tsx";
import type { ApiFailure } from "#lib/client/api.ts";
import type { ClaimDetail, ClaimRow } from "#lib/contracts/claims.ts";
import type { ReviewCase } from "#lib/contracts/review-case.ts";
import { approveChosen, causeOpen, type Desk, decideOpen, retractStanding, undoTaken } from "./decisions.ts";
import { oneToast } from "./one-toast.ts";
import { type ClaimEvent, type Decision, reviewApi, troubleOf } from "./review-api.ts";
import type { Queue } from "./use-queue.ts";

type Trouble = { readonly claimId: string | null; readonly title: string; readonly detail: string };

/** What a reader can do in the queue, one thing at a time, and what went wrong with the last of it. */
export function useDecisions(workspace: string, queue: Queue) {
  const toasts = useToast();
  const { notify, dismiss, clear } = useMemo(() => oneToast(toasts), [toasts]);
  const taken = useRef<Desk["taken"]>([]);
  const latest = useRef<Desk>(null);
  const pending = useRef<Promise<unknown>>(Promise.resolve());
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  /** The claim as it was read when a decision on it came too late. */
  const [seen, setSeen] = useState<ReviewCase | null>(null);
  const refuse = (failure: ApiFailure) => {
    setTrouble({ claimId: queue.openId, ...troubleOf(failure) });
    if (failure.status === 412) setSeen(queue.read.case);
    if ("current" in failure && failure.current) queue.update(failure.current as ClaimDetail); // A 412's body holds the claim.
    if (failure.status === 412 || failure.status === 409) queue.read.reload();
  };
  async function alone<T>(work: (desk: Desk) => Promise<T>): Promise<T | false> {
    if (isSending || !latest.current) return false;
    setSending(true);
    setTrouble(null);
    const sending = work(latest.current).finally(() => setSending(false));
    pending.current = sending;
    return sending;
  }
  /** Waits for what is being sent: who presses `a` and at once `u` means that very decision. */
  const undo = async (toast?: string) => {
    await pending.current;
    if (latest.current) await undoTaken(latest.current, toast);
  };
  // A toast's Undo is pressed renders later: it works on the queue as it is then.
  latest.current = {
    ...{ api: reviewApi(workspace), queue, notify, dismiss, taken: taken.current, refuse },
    undo: (toast: string) => void undo(toast),
  };
  return {
    isSending,
    trouble: trouble?.claimId === queue.openId ? trouble : null,
    seen: seen?.claim.id === queue.openId ? seen : null,
    dismiss: () => {
      setTrouble(null);
      setSeen(null);
    },
    clearToast: clear,
    decide: (decision: Decision) => alone((desk) => decideOpen(desk, decision)),
    undo,
    approveAll: (chosen: readonly ClaimRow[]) => alone((desk) => approveChosen(desk, chosen)),
    cause: (event: ClaimEvent, body?: { reason: string }) => alone((desk) => causeOpen(desk, event, body)),
    retract: (reviewId: string) => alone((desk) => retractStanding(desk, reviewId)),
  };
}

export type Decisions = ReturnType<typeof useDecisions>;
