"use client";
import { useEffect } from "react";
import { Tabs } from "#components/ui/tabs.tsx";
import { call } from "#lib/client/api.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import type { ClaimDetail } from "#lib/contracts/claims.ts";
import { useUi, useWorkspace } from "../workspace/workspace-context.tsx";
import type { InspectorTab } from "../workspace/workspace-types.ts";
import { AssessmentTab } from "./assessment-tab.tsx";
import { BackToReview } from "./back-to-review.tsx";
import { ClaimActions } from "./claim-actions.tsx";
import { ClaimTab } from "./claim-tab.tsx";
import { CommentsTab } from "./comments-tab.tsx";
import { HistoryTab } from "./history-tab.tsx";
import styles from "./inspector.module.css";
import { InspectorHead } from "./inspector-head.tsx";
import { SaveTrouble } from "./save-trouble.tsx";
import { SentBack } from "./sent-back.tsx";

/** Everything about one claim, beside the text it stands in. */
export function Inspector({ claim }: { claim: ClaimView }) {
  const { ui } = useWorkspace();
  const tab = useUi((state) => state.tab);
  useActionsOf(claim);
  return (
    <section className={styles.inspector} aria-label="Claim" tabIndex={-1}>
      <InspectorHead claim={claim} />
      <SaveTrouble claim={claim} />
      <SentBack claim={claim} />
      <BackToReview claim={claim} />
      <div className={styles.tabs}>
        <Tabs<InspectorTab>
          aria-label="Parts of the claim"
          value={tab}
          onValueChange={(next) => ui.set({ tab: next, focus: null })}
          tabs={[
            { value: "claim", label: "Claim", content: <ClaimTab claim={claim} /> },
            { value: "assessment", label: "Assessment", content: <AssessmentTab claim={claim} /> },
            { value: "comments", label: "Comments", content: <CommentsTab claim={claim} /> },
            { value: "history", label: "History", content: <HistoryTab claim={claim} /> },
          ]}
        />
      </div>
      <ClaimActions claim={claim} />
    </section>
  );
}

/** What this person may do with the claim is asked once it is looked at, and again when its state has moved. */
function useActionsOf({ id, state, revision }: ClaimView): void {
  const { store, workspace } = useWorkspace();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state or revision allows other things
  useEffect(() => {
    const entry = store.entry(id);
    if (!entry || entry.create || entry.actions) return;
    const stop = new AbortController();
    void call<ClaimDetail>("GET", `/workspaces/${workspace}/claims/${id}`, undefined, {
      signal: stop.signal,
    }).then((result) => result.ok && store.setActions(id, result.value.actions));
    return () => stop.abort();
  }, [store, workspace, id, state, revision]);
}
