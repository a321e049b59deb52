"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useToast } from "#components/ui/toast.tsx";
import { call, queryString } from "#lib/client/api.ts";
import type { ClaimToLookAtAnswer } from "#lib/contracts/codebooks.ts";

type Page = { items: ClaimToLookAtAnswer[]; next: string | null };
export type LookView = { readonly category: string | null; readonly looked: boolean };

const PAGE = 50;

/** Claims worth another look, a page after the other, and saying of each that it stays as it is. */
export function useLookList(workspace: string, project: string, view: LookView) {
  const router = useRouter();
  const { notify } = useToast();
  const [page, setPage] = useState<Page | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { category, looked } = view;
  const address = (after: string | null) =>
    `/workspaces/${workspace}/projects/${project}/codebook/look-again${queryString({ category, looked, after, limit: PAGE })}`;
  const first = address(null);
  useEffect(() => {
    let isGone = false;
    setPage(null);
    void call<Page>("GET", first).then((answer) => {
      if (isGone) return;
      setFailure(answer.ok ? null : (answer.failure.detail ?? answer.failure.title));
      if (answer.ok) setPage(answer.value);
    });
    return () => {
      isGone = true;
    };
  }, [first]);
  const more = async () => {
    if (!page?.next) return;
    setBusy(true);
    const answer = await call<Page>("GET", address(page.next));
    setBusy(false);
    if (answer.ok) setPage({ items: [...page.items, ...answer.value.items], next: answer.value.next });
    else setFailure(answer.failure.detail ?? answer.failure.title);
  };
  /** Marks a claim as looked at, or takes the mark back; either leaves this list. */
  const mark = async (claim: ClaimToLookAtAnswer) => {
    const path = `/workspaces/${workspace}/claims/${claim.id}/look`;
    const answer = claim.looked
      ? await call("DELETE", path)
      : await call("PUT", path, undefined, { ifMatch: claim.revision });
    if (!answer.ok) {
      return notify({
        tone: "danger",
        title: answer.failure.title,
        description: answer.failure.detail ?? "",
      });
    }
    setPage((now) => now && { ...now, items: now.items.filter(({ id }) => id !== claim.id) });
    router.refresh();
  };
  return { page, failure, isBusy, more, mark };
}
