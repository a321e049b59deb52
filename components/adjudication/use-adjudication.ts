import { useRef, useState } from "react";
import { useToast } from "#components/ui/toast.tsx";
import { type ApiResult, call } from "#lib/client/api.ts";
import type { Adjudication, DecisionCreate } from "#lib/contracts/adjudication.ts";
import { inOrder, nextOpen } from "./words.ts";

/** An article's adjudication as it goes on: where one is, and what one decides. Begins at the first open unit. */
export function useAdjudication(workspace: string, first: Adjudication) {
  const { notify } = useToast();
  const [state, setState] = useState(first);
  const [at, setAt] = useState(
    () => nextOpen(first.units, inOrder(first.units), -1) ?? inOrder(first.units)[0] ?? 0,
  );
  const [isSending, setSending] = useState(false);
  const sending = useRef(false);
  const order = inOrder(state.units);
  const path = `/workspaces/${workspace}/articles/${state.articleId}/adjudication`;
  const send = async (sent: () => ApiResult<Adjudication>): Promise<Adjudication | null> => {
    if (sending.current) return null;
    sending.current = true;
    setSending(true);
    const answer = await sent();
    sending.current = false;
    setSending(false);
    if (answer.ok) {
      setState(answer.value);
      return answer.value;
    }
    notify({ title: answer.failure.title, description: answer.failure.detail ?? "", tone: "danger" });
    if (answer.failure.status !== 409) return null;
    const now = await call<Adjudication>("GET", path);
    if (now.ok) setState(now.value);
    return null;
  };
  return {
    state,
    order,
    at: Math.min(at, Math.max(0, state.units.length - 1)),
    isSending,
    open: setAt,
    step(by: 1 | -1) {
      const place = order.indexOf(at) + by;
      setAt(order[Math.min(order.length - 1, Math.max(0, place))] ?? at);
    },
    async decide(decision: DecisionCreate): Promise<boolean> {
      const after = await send(() => call("POST", `${path}/decisions`, decision));
      if (after) setAt(nextOpen(after.units, inOrder(after.units), at) ?? at);
      return after !== null;
    },
    async takeAgreed() {
      const expected = state.progress.agreed;
      const after = await send(() => call("POST", `${path}/agreed`, { expected }));
      if (after)
        notify({ title: `${after.progress.decided - state.progress.decided} taken over`, tone: "success" });
    },
    async undo(id: string) {
      const after = await send(() => call("DELETE", `${path}/decisions/${id}`));
      if (after) notify({ title: "Taken back", tone: "success" });
    },
  };
}
