"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import type { Assessment } from "#lib/contracts/claims.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import { AssessmentForm } from "./assessment-form.tsx";
import { describeAssessment } from "./describe-assessment.ts";
import styles from "./inspector.module.css";
import { usePeople } from "./use-people.ts";
import { useResource } from "./use-resource.ts";

/** Each editor's own judgement beside the others', never averaged (domain.md). */
export function AssessmentTab({ claim }: { claim: ClaimView }) {
  const { workspace, me } = useWorkspace();
  const path = `/workspaces/${workspace}/claims/${claim.id}/assessments`;
  const all = useResource<{ items: readonly Assessment[] }>(path);
  const nameOf = usePeople();
  const [saved, setSaved] = useState<Assessment | null>(null);
  const items = all.value?.items ?? [];
  const own = saved ?? items.find(({ userId }) => userId === me.id) ?? null;
  const others = items.filter(({ userId }) => userId !== me.id);
  return (
    <div className={styles.tab}>
      {all.failure ? (
        <Notice
          tone="danger"
          title="Assessments could not be read"
          action={
            <Button size="sm" onClick={all.reload}>
              Try again
            </Button>
          }
        >
          {all.failure.detail}
        </Notice>
      ) : null}
      {!all.value && !all.failure ? <SkeletonLines /> : null}
      {all.value && me.role !== "viewer" ? <AssessmentForm path={path} own={own} onSaved={setSaved} /> : null}
      {others.map((assessment) => (
        <div key={assessment.userId} className={styles.entry}>
          <p className={styles.entryHead}>
            <b>{nameOf(assessment.userId)}</b>
          </p>
          <p>{describeAssessment(assessment)}</p>
          {assessment.rationale ? <p className={styles.entryBody}>{assessment.rationale}</p> : null}
        </div>
      ))}
      {all.value && me.role === "viewer" && items.length === 0 ? (
        <p className={styles.none}>Nobody has assessed this claim.</p>
      ) : null}
    </div>
  );
}
