"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";

type State = "asking" | "busy" | "done" | "failed";

/** One button that stops a workspace's letters; works for whoever holds the letter, signed in or not. */
export function Unsubscribe({ address }: { address: string }) {
  const [state, setState] = useState<State>("asking");
  const stop = async () => {
    setState("busy");
    const answer = await fetch(address, { method: "POST" }).catch(() => null);
    setState(answer?.ok ? "done" : "failed");
  };
  if (state === "done") {
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
      {state === "failed" ? (
        <Notice tone="danger" title="Nothing was changed">
          The server did not answer. Try again in a moment.
        </Notice>
      ) : null}
      <Button variant="primary" size="lg" busy={state === "busy"} onClick={() => void stop()}>
        Stop letters
      </Button>
    </>
  );
}
