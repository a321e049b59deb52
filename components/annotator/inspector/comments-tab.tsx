"use client";
import { useRef } from "react";
import { ClaimComments } from "#components/comments/claim-comments.tsx";
import type { BoxHandle } from "#components/comments/comment-box.tsx";
import { CommentsProvider } from "#components/comments/comments-provider.tsx";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { useAskedFocus } from "../workspace/use-asked-focus.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./inspector.module.css";

/** What people say about the claim; it stays with the claim, whatever becomes of its words. */
export function CommentsTab({ claim }: { claim: ClaimView }) {
  const { workspace, me, comments } = useWorkspace();
  const box = useRef<BoxHandle>(null);
  useAskedFocus("comment", () => box.current);
  return (
    <div className={styles.tab}>
      <CommentsProvider store={comments} workspace={workspace} me={me.id} canWrite={me.role !== "viewer"}>
        <ClaimComments claimId={claim.id} box={box} />
      </CommentsProvider>
    </div>
  );
}
