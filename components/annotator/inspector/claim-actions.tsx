"use client";
import { Send, Trash2, Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { call } from "#lib/client/api.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import type { ClaimDetail } from "#lib/contracts/claims.ts";
import { useActions } from "../workspace/use-actions.ts";
import { useEntry, useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./inspector.module.css";
import { RemoveDialog } from "./remove-dialog.tsx";
import { ReopenDialog } from "./reopen-dialog.tsx";
import { ReviewPanel } from "./review-panel.tsx";

/** What may be done with the claim as a whole, by this person, in this state; nothing else is shown. */
export function ClaimActions({ claim }: { claim: ClaimView }) {
  const may = useAllowed(claim);
  const { store, workspace } = useWorkspace();
  const { submit } = useActions();
  const path = `/workspaces/${workspace}/claims/${claim.id}`;
  const perform = (event: string, body?: unknown) =>
    store.perform(claim.id, (revision) =>
      call<ClaimDetail>("POST", `${path}/${event}`, body, { ifMatch: revision }),
    );
  const offered = [
    "claim:submit",
    "claim:withdraw",
    "claim:remove",
    "review:decide",
    "review:reopen",
    "proposal:accept",
  ];
  if (!offered.some((action) => may.has(action))) return null;
  return (
    <footer className={styles.actions}>
      {may.has("review:decide") ? <ReviewPanel claim={claim} /> : null}
      {may.has("proposal:accept") ? (
        <Button size="sm" variant="primary" onClick={() => perform("accept-proposal")}>
          Accept the proposal
        </Button>
      ) : null}
      {may.has("claim:submit") ? (
        <Button
          size="sm"
          variant={may.has("proposal:accept") ? "secondary" : "primary"}
          icon={<Send />}
          onClick={() => submit(claim.id)}
          title="Ctrl-Enter"
        >
          Submit for review
        </Button>
      ) : null}
      {may.has("claim:withdraw") ? (
        <Button size="sm" icon={<Undo2 />} onClick={() => store.withdraw(claim.id)}>
          Withdraw
        </Button>
      ) : null}
      {may.has("review:reopen") ? (
        <ReopenDialog onReopen={(reason) => perform("reopen", { reason })} />
      ) : null}
      {may.has("claim:remove") ? <Remove claim={claim} /> : null}
    </footer>
  );
}

function Remove({ claim }: { claim: ClaimView }) {
  const { store, announce } = useWorkspace();
  const { activate, undo } = useActions();
  const { notify } = useToast();
  const [isAsking, setAsking] = useState(false);
  const hasChildren = () => store.childrenOf(claim.id).length > 0;
  const remove = (children?: "keep" | "remove") => {
    setAsking(false);
    store.remove(claim.id, children);
    activate(null);
    announce("Claim removed.");
    notify({ title: "Claim removed", action: { label: "Undo", onPress: undo } });
  };
  return (
    <span className={styles.actionsEnd}>
      <IconButton
        size="sm"
        icon={<Trash2 />}
        label="Remove the claim"
        onClick={() => (hasChildren() ? setAsking(true) : remove())}
      />
      <RemoveDialog open={isAsking} onOpenChange={setAsking} onChoose={remove} />
    </span>
  );
}

/** Until the server has said: what an author may nearly always do with a draft. */
function useAllowed(claim: ClaimView): ReadonlySet<string> {
  const { canWrite, me } = useWorkspace();
  const actions = useEntry(claim.id)?.actions;
  if (actions) return new Set(actions);
  if (!canWrite) return new Set();
  const isOpen = claim.state === "draft" || claim.state === "changes_requested";
  return new Set([
    ...(isOpen ? ["claim:submit"] : []),
    ...(claim.state === "draft" && claim.createdBy === me.id ? ["claim:remove"] : []),
  ]);
}
