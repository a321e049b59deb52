"use client";
import { useState } from "react";
import { DecisionForm } from "#components/review/decision-form.tsx";
import type { Decision } from "#components/review/review-api.ts";
import { Button } from "#components/ui/button.tsx";
import { ok } from "#core/result.ts";
import { type ApiResult, call } from "#lib/client/api.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./inspector.module.css";

/** A reviewer's decision without leaving the article: the same form as in the review queue. */
export function ReviewPanel({ claim }: { claim: ClaimView }) {
  const decide = useDecide(claim.id);
  const [asking, setAsking] = useState<"reject" | "request_changes" | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (decision: Decision) => {
    setBusy(true);
    if (await decide(decision)) setAsking(null);
    setBusy(false);
  };
  if (asking) {
    return (
      <div className={styles.decision}>
        <DecisionForm
          key={asking}
          decision={asking}
          statement={claim.statement}
          busy={busy}
          onSend={send}
          onCancel={() => setAsking(null)}
        />
      </div>
    );
  }
  return (
    <>
      <Button size="sm" variant="primary" busy={busy} onClick={() => send({ decision: "approve" })}>
        Approve
      </Button>
      <Button size="sm" onClick={() => setAsking("request_changes")}>
        Request changes
      </Button>
      <Button size="sm" onClick={() => setAsking("reject")}>
        Reject
      </Button>
    </>
  );
}

function useDecide(id: string) {
  const { store, workspace, announce } = useWorkspace();
  return async (decision: Decision): Promise<boolean> => {
    const send = async (revision: number): ApiResult<Claim> => {
      const path = `/workspaces/${workspace}/claims/${id}/reviews`;
      const result = await call<{ claim: Claim }>("POST", path, decision, { ifMatch: revision });
      return result.ok ? ok(result.value.claim) : result;
    };
    const isDone = await store.perform(id, send);
    if (isDone) announce("Decision saved.");
    return isDone;
  };
}
