"use client";
import { Notice } from "#components/ui/notice.tsx";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import type { Review } from "#lib/contracts/claims.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import { reasonOf } from "./describe-review.ts";
import styles from "./inspector.module.css";
import { usePeople } from "./use-people.ts";
import { useResource } from "./use-resource.ts";

/** Why a claim came back, where its author looks first: nobody should have to search the history for it. */
export function SentBack({ claim }: { claim: ClaimView }) {
  return claim.state === "changes_requested" || claim.state === "rejected" ? <Reason claim={claim} /> : null;
}

function Reason({ claim }: { claim: ClaimView }) {
  const { workspace } = useWorkspace();
  const key = `${claim.revision} ${claim.state}`;
  const { value } = useResource<{ items: readonly Review[] }>(
    `/workspaces/${workspace}/claims/${claim.id}/reviews`,
    key,
  );
  const nameOf = usePeople();
  const last = (value?.items ?? [])
    .filter((review) => review.retractedAt === null && review.decision !== "approve")
    .toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))
    .at(-1);
  if (!last) return null;
  return (
    <Notice
      tone={claim.state === "rejected" ? "danger" : "warning"}
      title={`${nameOf(last.reviewerId)} ${claim.state === "rejected" ? "rejected this" : "asks for a change"}`}
      className={styles.trouble}
    >
      {reasonOf(last)}
      {last.comment ? <p>{last.comment}</p> : null}
      {last.proposal ? <p>Proposed: “{last.proposal.statement}”</p> : null}
    </Notice>
  );
}
