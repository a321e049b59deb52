"use client";
import { Check, MessageSquareWarning, Undo2, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { ReviewCase } from "#lib/contracts/review-case.ts";
import styles from "./decision-bar.module.css";
import { DecisionForm } from "./decision-form.tsx";
import type { Decisions } from "./use-decisions.ts";

type Props = { case: ReviewCase; decisions: Decisions };

/** The three decisions, each a key; a reason is asked for in place, so that the text stays in sight. */
export function DecisionBar({ case: { claim }, decisions }: Props) {
  const [asking, setAsking] = useState<"reject" | "request_changes" | null>(null);
  const { decide, isSending, undo, clearToast } = decisions;
  const ask = (decision: "reject" | "request_changes") => {
    clearToast();
    setAsking(decision);
  };
  useHotkeys([
    {
      id: "review-approve",
      keys: "a",
      label: "Approve",
      group: "Review",
      onPress: () => void decide({ decision: "approve" }),
    },
    {
      id: "review-reject",
      keys: "r",
      label: "Reject with a reason",
      group: "Review",
      onPress: () => ask("reject"),
    },
    {
      id: "review-changes",
      keys: "c",
      label: "Request changes",
      group: "Review",
      onPress: () => ask("request_changes"),
    },
  ]);
  return (
    <Bar>
      {asking ? (
        <DecisionForm
          key={asking}
          decision={asking}
          statement={claim.statement}
          busy={isSending}
          onSend={(decision) => void decide(decision)}
          onCancel={() => setAsking(null)}
        />
      ) : (
        <div className={styles.buttons}>
          <Button
            variant="primary"
            size="lg"
            icon={<Check />}
            busy={isSending}
            onClick={() => void decide({ decision: "approve" })}
          >
            Approve <Key of="a" isOnAccent />
          </Button>
          <Button size="lg" icon={<MessageSquareWarning />} onClick={() => ask("request_changes")}>
            Request changes <Key of="c" />
          </Button>
          <Button size="lg" icon={<X />} onClick={() => ask("reject")}>
            Reject <Key of="r" />
          </Button>
          <span className={styles.end}>
            <IconButton
              icon={<Undo2 />}
              label="Take back the last decision"
              shortcut="u"
              onClick={() => void undo()}
            />
          </span>
        </div>
      )}
    </Bar>
  );
}

/** Stays in sight at the foot of the claim. */
export function Bar({ children }: { children: ReactNode }) {
  return (
    <section className={styles.bar} aria-label="Decision">
      {children}
    </section>
  );
}

function Key({ of, isOnAccent = false }: { of: string; isOnAccent?: boolean }) {
  return (
    <span className={styles.key} aria-hidden="true">
      <Kbd keys={of} tone={isOnAccent ? "inverse" : "plain"} />
    </span>
  );
}
