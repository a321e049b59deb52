import { useEffect, useState } from "react";
import { workWords } from "#components/articles/work.ts";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { ArticleLayers } from "#lib/contracts/layers.ts";
import styles from "./release-dialog.module.css";

/** Who codes an article, and how far each is. */
export function LayersOf({ workspace, articleId }: { workspace: string; articleId: string }) {
  const [layers, setLayers] = useState<ArticleLayers | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const path = `/workspaces/${workspace}/articles/${articleId}/layers`;
    void call<ArticleLayers>("GET", path, undefined, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return;
      if (answer.ok) setLayers(answer.value);
      else setFailure(answer.failure);
    });
    return () => stop.abort();
  }, [workspace, articleId]);
  if (failure) return <p role="alert">{failure.detail ?? failure.title}</p>;
  if (!layers) return <p aria-busy="true">Loading…</p>;
  const rows = [
    ...layers.items.map(({ id, kind, ownerName, state }) => ({
      id,
      name: kind === "adjudicated" ? "The adjudicated layer" : (ownerName ?? "Somebody who has left"),
      words: workWords[state],
    })),
    ...(layers.coding?.waitingFor ?? []).map(({ userId, name }) => ({
      id: userId,
      name,
      words: "Has not begun",
    })),
  ];
  return (
    <ul className={styles.people} aria-label="Who codes it">
      {rows.map(({ id, name, words }) => (
        <li key={id}>
          <span>{name}</span>
          <span className={styles.quiet}>{words}</span>
        </li>
      ))}
    </ul>
  );
}
