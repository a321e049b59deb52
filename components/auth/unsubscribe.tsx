"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";

type State =
  | { readonly kind: "asking" | "busy" | "done" }
  | { readonly kind: "failed"; readonly why: string };

/** One button that stops a workspace's letters; works for whoever holds the letter, signed in or not. */
export function Unsubscribe({ address }: { address: string }) {
  const [state, setState] = useState<State>({ kind: "asking" });
  const stop = async () => {
    setState({ kind: "busy" });
    const answer = await fetch(address, { method: "POST" }).catch(() => null);
    setState(answer?.ok ? { kind: "done" } : { kind: "failed", why: whyNot(answer) });
  };
  if (state.kind === "done") {
    return (
      <Notice tone="success" title="No more letters">
        You are still told in the program. Its settings switch letters on again.
      </Notice>
    );
  }
  return (
    <>
      <p>
        Letters about comments, decisions and articles of one workspace stop. You are still told in the
        program.
      </p>
      {state.kind === "failed" ? (
        <Notice tone="danger" title="Nothing was changed">
          {state.why}
        </Notice>
      ) : null}
      <Button variant="primary" size="lg" busy={state.kind === "busy"} onClick={() => void stop()}>
        Stop letters
      </Button>
    </>
  );
}

function whyNot(answer: Response | null): string {
  if (!answer) return "The server did not answer. Try again in a moment.";
  if (answer.status !== 429) return "The server answered, but could not do it. Try again in a moment.";
  const seconds = Number(answer.headers.get("retry-after")) || 60;
  return `Too much was asked from your network in the last minute. Try again in ${seconds === 1 ? "a second" : `${seconds} seconds`}.`;
}
