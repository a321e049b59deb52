"use client";
import { useState } from "react";
import { usePages } from "#lib/client/use-pages.ts";
import type { ClaimDetail, ClaimsPage } from "#lib/contracts/claims.ts";
import type { ReviewCase } from "#lib/contracts/review-case.ts";
import { nextAfter, stepFrom } from "./queue-order.ts";
import { claimsAddress } from "./review-api.ts";
import { queryOf, type Reader, type ReviewView } from "./review-view.ts";
import { useCase } from "./use-case.ts";

export type QueueGiven = {
  /** The claim that is open first, where the server could read it already. */
  readonly first: ReviewCase | null;
  readonly workspace: string;
  readonly project: string;
  readonly page: ClaimsPage;
  readonly view: ReviewView;
  readonly reader: Reader;
};

/** The pile as a list, and which of its claims is open. */
export function useQueue({ workspace, project, page, view, reader, first }: QueueGiven) {
  const pages = usePages(page, claimsAddress(workspace, queryOf(view, project, reader)));
  const { rows, setRows } = pages;
  const [openId, setOpenId] = useState<string | null>(view.claim ?? rows[0]?.id ?? null);
  const read = useCase(workspace, openId, nextAfter(rows, openId, new Set())?.id ?? null, first);
  const open = (id: string | null) => {
    setOpenId(id);
    showInAddress(id);
  };
  const step = (by: 1 | -1) => {
    const next = stepFrom(rows, openId, by);
    if (next && next.id !== openId) open(next.id);
  };
  /** Takes over what claims have become: those that left the pile go, and the next one comes by itself. */
  const settle = (changed: readonly ClaimDetail[]) => {
    const byId = new Map(changed.map((claim) => [claim.id, claim]));
    const gone = new Set(changed.filter((claim) => !staysIn(view, claim)).map(({ id }) => id));
    read.forget([...byId.keys()]);
    setRows((held) =>
      held
        .filter(({ id }) => !gone.has(id))
        .map((row) => {
          const now = byId.get(row.id);
          return now ? { ...row, ...now } : row;
        }),
    );
    if (openId === null || !byId.has(openId)) return;
    if (gone.has(openId)) open(nextAfter(rows, openId, gone)?.id ?? null);
    else read.reload();
  };
  /** A claim as it is now, wherever it stands. */
  const update = (claim: ClaimDetail) =>
    setRows((held) => held.map((row) => (row.id === claim.id ? { ...row, ...claim } : row)));
  return { ...pages, update, openId, open, step, settle, read };
}

export type Queue = ReturnType<typeof useQueue>;

/** Whether a claim still belongs to the pile shown; what one has decided on no longer awaits one. */
function staysIn({ pile }: ReviewView, { state }: ClaimDetail): boolean {
  switch (pile) {
    case "awaiting":
      return false;
    case "waiting":
      return state === "submitted";
    case "returned":
      return state === "changes_requested";
    default:
      return state === pile;
  }
}

/** The address names the open claim without asking the server for a page. */
function showInAddress(id: string | null): void {
  const address = new URL(window.location.href);
  if (id === null) address.searchParams.delete("claim");
  else address.searchParams.set("claim", id);
  window.history.replaceState(null, "", address);
}
