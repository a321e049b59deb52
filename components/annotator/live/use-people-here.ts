"use client";
import { useMemo, useSyncExternalStore } from "react";
import type { Span } from "#core/text/span.ts";
import type { Present } from "#lib/contracts/presence.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";

const nobody: readonly Present[] = [];

/** Who else is in this article, each page of each person. */
export function usePeopleHere(): readonly Present[] {
  const { here } = useWorkspace();
  return useSyncExternalStore(here.subscribe, here.snapshot, () => nobody);
}

/** One entry a person, the page that says most of them: typing before an open claim before reading. */
export function usePersonsHere(): readonly Present[] {
  const { me } = useWorkspace();
  const all = usePeopleHere();
  return useMemo(() => {
    const byPerson = new Map<string, Present>();
    const weight = ({ isTyping, claimId }: Present) => (isTyping ? 2 : claimId === null ? 0 : 1);
    for (const present of all) {
      const known = byPerson.get(present.userId);
      if (!known || weight(present) > weight(known)) byPerson.set(present.userId, present);
    }
    byPerson.delete(me.id);
    return [...byPerson.values()];
  }, [all, me.id]);
}

/** What others have selected; the same array until it differs. */
export function usePresenceSpans(): readonly Span[] {
  const { me } = useWorkspace();
  const all = usePeopleHere();
  const spans = all.flatMap(({ userId, selection }) => (userId === me.id ? [] : (selection ?? [])));
  const key = spans.map(({ start, end }) => `${start}-${end}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: key stands for the selections
  return useMemo(() => spans, [key]);
}

const RINGS = 6;
/** A colour that stays a person's in every page that shows them. */
export function ringOf(userId: string): string {
  let sum = 0;
  for (const letter of userId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return `var(--person-${(sum % RINGS) + 1})`;
}
