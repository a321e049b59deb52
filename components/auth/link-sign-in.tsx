"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import styles from "./auth.module.css";
import { LinkProblem } from "./link-problem.tsx";
import { useLinkToken } from "./one-time-link.ts";
import { wordsOf } from "./password-sign-in.tsx";
import { type SignInOutcome, signIn } from "./sign-in-request.ts";

/** Uses a letter's link up on a press, so that a mail scanner that opens it does not. */
export function LinkSignIn() {
  const token = useLinkToken();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Exclude<SignInOutcome, { kind: "done" }> | null>(null);
  if (token === null) return <LinkProblem failure={null} remedy="" />;
  async function press() {
    setBusy(true);
    const outcome = await signIn("link", { token: token ?? "" });
    if (outcome.kind === "done") return location.assign("/");
    setRefusal(outcome);
    setBusy(false);
  }
  return (
    <div className={styles.stack}>
      {refusal ? (
        <Notice tone="danger" live title={wordsOf(refusal).title}>
          {wordsOf(refusal).body}
        </Notice>
      ) : null}
      <Button variant="primary" size="lg" busy={busy || token === undefined} onClick={press}>
        Sign in
      </Button>
    </div>
  );
}
