import { useEffect, useState } from "react";
import { call } from "#lib/client/api.ts";
import type { AssignmentsPlan } from "#lib/contracts/assignments.ts";

/** What the server would give to whom; null until it has answered, and where nothing is asked of it. */
export function usePlan(workspace: string, project: string, input: object | null): AssignmentsPlan | null {
  const [plan, setPlan] = useState<{ of: string; plan: AssignmentsPlan } | null>(null);
  const asked = input === null ? null : JSON.stringify(input);
  useEffect(() => {
    if (asked === null) return;
    const stop = new AbortController();
    const path = `/workspaces/${workspace}/projects/${project}/assignments/plan`;
    const body: unknown = JSON.parse(asked);
    void call<AssignmentsPlan>("POST", path, body, { signal: stop.signal }).then((answer) => {
      if (!stop.signal.aborted && answer.ok) setPlan({ of: asked, plan: answer.value });
    });
    return () => stop.abort();
  }, [workspace, project, asked]);
  return plan !== null && plan.of === asked ? plan.plan : null;
}
