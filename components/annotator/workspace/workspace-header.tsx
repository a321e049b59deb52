"use client";
import { Suspense } from "react";
import { stateLabel } from "#components/claims/state-mark.tsx";
import { ProvenanceLegend } from "#components/provenance-legend/provenance-legend.tsx";
import { Button } from "#components/ui/button.tsx";
import { lazily } from "#components/ui/lazily.ts";
import { leisure } from "#components/ui/leisure.ts";
import { claimStates } from "#core/review/state.ts";
import { LiveState } from "../live/live-state.tsx";
import { PresenceBar } from "../live/presence-bar.tsx";
import { ArticleMenu } from "./article-menu.tsx";
import { Assigned } from "./assigned.tsx";
import { SavingState } from "./saving-state.tsx";
import { UndoButtons } from "./undo-buttons.tsx";
import { useStatus, useTally, useWorkspace } from "./workspace-context.tsx";
import styles from "./workspace-header.module.css";

const WorkState = lazily(async () => {
  await leisure();
  return (await import("./work-state.tsx")).WorkState;
});
/** The same element at every render: until its code is here, what the server wrote stays untouched. */
const workState = (
  <Suspense fallback={<span className={styles.work} />}>
    <WorkState />
  </Suspense>
);

/** The bar that stays: which article, how far, whether it is saved. */
export function WorkspaceBar() {
  const { article, canWrite } = useWorkspace();
  return (
    <div className={styles.bar}>
      <p className={styles.barTitle} title={article.title}>
        {article.title}
      </p>
      <StateCounts />
      <span className={styles.end}>
        <LiveState />
        <PresenceBar />
        {canWrite ? (
          <>
            <SavingState />
            <UndoButtons />
            {workState}
          </>
        ) : (
          <span className={styles.saving}>Read only</span>
        )}
        <ArticleMenu />
      </span>
    </div>
  );
}

function StateCounts() {
  const { store } = useWorkspace();
  const loading = useStatus("loading");
  const counts = useTally("states");
  if (loading === "failed") {
    return (
      <p className={styles.loading} role="alert">
        The claims could not be loaded.{" "}
        <Button size="sm" onClick={() => void store.load()}>
          Try again
        </Button>
      </p>
    );
  }
  if (loading === "loading") return <p className={styles.loading}>Loading the claims…</p>;
  return (
    <ul className={styles.counts} aria-label="Claims by state">
      {claimStates.map((state) =>
        counts[state] ? (
          <li key={state} data-state={state}>
            <b>{counts[state]}</b> {stateLabel(state).toLowerCase()}
          </li>
        ) : null,
      )}
    </ul>
  );
}

/** Title and origin above the text, then the legend with its counts. */
export function ArticleHead() {
  const { article, project, workspace } = useWorkspace();
  const counts = useTally("families");
  const isInText = useTitleInText();
  const origin = [article.outlet, article.byline].filter(Boolean);
  return (
    <header className={styles.head}>
      <p className={styles.eyebrow}>
        <a href={`/w/${workspace}/p/${project.slug}/articles`}>{project.name}</a>
      </p>
      <h1
        className={isInText ? styles.hiddenTitle : styles.title}
        lang={article.language ?? undefined}
        dir={article.direction ?? "auto"}
      >
        {article.title}
      </h1>
      <p className={styles.origin}>
        {origin.map((part) => (
          <span key={part}>{part}</span>
        ))}
        {article.publishedAt ? (
          <time dateTime={article.publishedAt}>{dateOf(article.publishedAt)}</time>
        ) : null}
        {article.url ? (
          <a href={article.url} target="_blank" rel="noreferrer noopener">
            Original
          </a>
        ) : null}
      </p>
      <Assigned />
      <ProvenanceLegend keys counts={counts} reserved={["carried"]} />
    </header>
  );
}

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
function dateOf(at: string): string {
  return day.format(new Date(at));
}

/** A pasted text begins with its title: then that one is the headline, and can be marked. */
export function useTitleInText(): boolean {
  const { article, index } = useWorkspace();
  const first = article.version.blocks[0];
  return first !== undefined && index.slice(first).trim() === article.title.trim();
}
