"use client";
import { useEffect, useMemo, useState } from "react";
import { membersOf } from "#lib/client/members.ts";
import type { Member } from "#lib/contracts/workspaces.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";

/** Names of the workspace's people, for comments, history and who else is here. */
export function usePeople(): (id: string | null) => string {
  const { workspace, me } = useWorkspace();
  const [people, setPeople] = useState<readonly Member[]>([]);
  useEffect(() => {
    let isHere = true;
    void membersOf(workspace).then((found) => isHere && found && setPeople(found));
    return () => {
      isHere = false;
    };
  }, [workspace]);
  const names = useMemo(() => new Map(people.map(({ userId, name }) => [userId, name])), [people]);
  return (id) => {
    if (id === null) return "Sourceline";
    return id === me.id ? "You" : (names.get(id) ?? "A colleague");
  };
}
