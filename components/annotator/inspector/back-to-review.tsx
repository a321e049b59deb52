"use client";
import { X } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { useActions } from "../workspace/use-actions.ts";
import { useEntry, useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./inspector.module.css";

/**
 * Says of an approved claim what a change does to it, before and once it is made, with the way back. It stops nobody,
 * and is not said again once it was put away.
 */
export function BackToReview({ claim }: { claim: ClaimView }) {
  const { canWrite } = useWorkspace();
  const { undo } = useActions();
  const entry = useEntry(claim.id);
  const wasApproved = useRef(claim.state === "approved");
  if (claim.state === "approved") wasApproved.current = true;
  const isOwn = useRef(false);
  const [isAway, setAway] = useState(false);
  if (!canWrite || isAway || !wasApproved.current || !entry) return null;
  if (entry.writes.length > 0) isOwn.current = true;
  const isChanged = claim.state === "submitted" || entry.writes.length > 0;
  if (claim.state !== "approved" && claim.state !== "submitted") return null;
  // A colleague's change is theirs to take back.
  if (isChanged && !isOwn.current) return null;
  return (
    <p className={styles.note} role="status">
      {isChanged ? "This goes back to review." : "Approved. A change goes back to review."}
      <span>
        {isChanged ? (
          <Button size="sm" variant="quiet" onClick={undo}>
            Undo
          </Button>
        ) : null}
        <IconButton size="sm" icon={<X />} label="Put this away" onClick={() => setAway(true)} />
      </span>
    </p>
  );
}
