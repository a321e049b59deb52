import { useState } from "react";
import { type ApiFailure, call } from "./api.ts";

type Page<T> = { readonly items: readonly T[]; readonly next: string | null };

/** A list that grows page by page. `address` names its further pages, without a cursor. */
export function usePages<T extends { readonly id: string }>(first: Page<T>, address: string) {
  const [rows, setRows] = useState<readonly T[]>(first.items);
  const [next, setNext] = useState(first.next);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const loadMore = async () => {
    if (next === null || isBusy) return;
    setIsBusy(true);
    const separator = address.includes("?") ? "&" : "?";
    const answer = await call<Page<T>>("GET", `${address}${separator}after=${encodeURIComponent(next)}`);
    setIsBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    // What moved up since the first page was read comes again: once is enough.
    setRows((held) => [
      ...held,
      ...answer.value.items.filter((row) => !held.some(({ id }) => id === row.id)),
    ]);
    setNext(answer.value.next);
  };
  return { rows, setRows, hasMore: next !== null, isBusy, failure, loadMore };
}
