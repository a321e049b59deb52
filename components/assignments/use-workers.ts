"use client";
import { useEffect, useState } from "react";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { Worker, Workers } from "#lib/contracts/assignments.ts";
import type { Kind } from "./plan.ts";

/** Who may do this kind of work in a project; `null` until it is known. */
export function useWorkers(workspace: string, project: string, kind: Kind) {
  const [workers, setWorkers] = useState<readonly Worker[] | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const path = `/workspaces/${workspace}/projects/${project}/workers?kind=${kind}`;
    void call<Workers>("GET", path, undefined, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return;
      setFailure(answer.ok ? null : answer.failure);
      if (answer.ok) setWorkers(answer.value.items);
    });
    return () => stop.abort();
  }, [workspace, project, kind]);
  return { workers, failure };
}

export const inHandWords = (inHand: number) => (inHand === 0 ? "nothing in hand" : `${inHand} in hand`);
