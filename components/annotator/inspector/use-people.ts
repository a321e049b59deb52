"use client";
import type { Member } from "#lib/contracts/workspaces.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import { useResource } from "./use-resource.ts";

/** Names of the workspace's people, for comments and history. */
export function usePeople(): (id: string | null) => string {
  const { workspace, me } = useWorkspace();
  const { value } = useResource<{ items: readonly Member[] }>(`/workspaces/${workspace}/members?limit=500`);
  return (id) => {
    if (id === null) return "Sourceline";
    if (id === me.id) return "You";
    return value?.items.find(({ userId }) => userId === id)?.name ?? "A colleague";
  };
}
