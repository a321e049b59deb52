"use client";
import { useCallback, useEffect, useMemo, useState } from "react";
import { membersOf } from "#lib/client/members.ts";
import type { Member } from "#lib/contracts/workspaces.ts";

const none: readonly Member[] = [];

/** The workspace's people, and how each is called here. */
export function useMembers(workspace: string, me: string) {
  const [people, setPeople] = useState<readonly Member[] | null>(null);
  useEffect(() => {
    let isHere = true;
    void membersOf(workspace).then((found) => isHere && found && setPeople(found));
    return () => {
      isHere = false;
    };
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
    return (await membersOf(workspace)) ?? none;
  }, [workspace, people]);
  return { people: people ?? none, everybody, nameOf };
}
