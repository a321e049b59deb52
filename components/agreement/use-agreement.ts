import { useCallback, useEffect, useState } from "react";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { Agreement, AgreementRun, AgreementStart } from "#lib/contracts/agreement.ts";

/** How often a page that waits asks how far it is. */
const ASK_EVERY = 1_500;

/** The agreement of a project: begins a reckoning, waits for it, and has the report when it is there. */
export function useAgreement(workspace: string, project: string, first: Agreement) {
  const [agreement, setAgreement] = useState(first);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const path = `/workspaces/${workspace}/projects/${project}/agreement`;
  const isWaiting = agreement.run !== null && agreement.run.state !== "failed";
  const look = useCallback(async () => {
    const answer = await call<Agreement>("GET", path);
    if (answer.ok) setAgreement(answer.value);
    setFailure(answer.ok ? null : answer.failure);
  }, [path]);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => void look(), ASK_EVERY);
    return () => clearInterval(timer);
  }, [isWaiting, look]);
  const start = async (options: Partial<AgreementStart>) => {
    const answer = await call<AgreementRun>("POST", path, options);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setAgreement((now) => ({ ...now, run: answer.value }));
  };
  return { agreement, failure, isWaiting, start };
}
