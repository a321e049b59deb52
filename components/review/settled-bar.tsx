"use client";
import { PenLine, Send } from "lucide-react";
import { ReopenDialog } from "#components/annotator/inspector/reopen-dialog.tsx";
import { LinkButton } from "#components/layout/link-button.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ReviewCase } from "#lib/contracts/review-case.ts";
import styles from "./decision-bar.module.css";
import { Bar } from "./decision-bar.tsx";
import type { Decisions } from "./use-decisions.ts";

type Props = { case: ReviewCase; why: string; href: string; decisions: Decisions };

/** Where there is nothing to decide: why, and what else this reader can do with the claim. */
export function SettledBar({ case: { claim }, why, href, decisions }: Props) {
  const { cause, isSending } = decisions;
  const may = new Set(claim.actions);
  const isTheirs = claim.state !== "approved" && claim.state !== "submitted";
  const mayAccept = may.has("proposal:accept");
  return (
    <Bar>
      <div className={styles.why}>
        <p>{why}</p>
        <div className={styles.acts}>
          {mayAccept ? (
            <Button variant="primary" busy={isSending} onClick={() => void cause("accept-proposal")}>
              Accept the proposal
            </Button>
          ) : null}
          {may.has("claim:revise") ? (
            <LinkButton
              href={href}
              icon={<PenLine />}
              variant={isTheirs && !mayAccept ? "primary" : "secondary"}
            >
              {isTheirs ? "Revise in the article" : "Open in the article"}
            </LinkButton>
          ) : null}
          {may.has("claim:submit") ? (
            <Button icon={<Send />} busy={isSending} onClick={() => void cause("submit")}>
              {claim.state === "draft" ? "Submit" : "Submit again"}
            </Button>
          ) : null}
          {may.has("claim:withdraw") && claim.state === "submitted" ? (
            <Button busy={isSending} onClick={() => void cause("withdraw")}>
              Withdraw
            </Button>
          ) : null}
          {may.has("review:reopen") ? (
            <ReopenDialog onReopen={(reason) => cause("reopen", { reason })} />
          ) : null}
        </div>
      </div>
    </Bar>
  );
}
