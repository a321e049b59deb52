"use client";
import { useCallback, useEffect, useMemo, useState } from "react";
import { call } from "#lib/client/api.ts";
import type { Member } from "#lib/contracts/workspaces.ts";

const none: readonly Member[] = [];

/** The workspace's people, and how each is called here. */
export function useMembers(workspace: string, me: string) {
  const [people, setPeople] = useState<readonly Member[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const path = `/workspaces/${workspace}/members?limit=500`;
    void call<{ items: Member[] }>("GET", path, undefined, { signal: stop.signal }).then((answer) => {
      if (answer.ok && !stop.signal.aborted) setPeople(answer.value.items);
    });
    return () => stop.abort();
  }, [workspace]);
  const nameOf = useMemo(() => {
    const names = new Map(people?.map(({ userId, name }) => [userId, name]));
    return (id: string) => {
      if (id === me) return "You";
      return names.get(id) ?? (people ? "A former colleague" : "A colleague");
    };
  }, [people, me]);
  /** All of them, also for who is quicker than the answer: nobody named is left out. */
  const everybody = useCallback(async (): Promise<readonly Member[]> => {
    if (people) return people;
    const answer = await call<{ items: Member[] }>("GET", `/workspaces/${workspace}/members?limit=500`);
    return answer.ok ? answer.value.items : none;
  }, [workspace, people]);
  return { people: people ?? none, everybody, nameOf };
}
