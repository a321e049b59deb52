"use client";
import { useEffect, useState } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { Problem } from "#lib/contracts/common.ts";
import type { Shape } from "./choices.ts";
import { csvRows } from "./csv.ts";
import styles from "./exports.module.css";

type Seen = { kind: "loading" } | { kind: "failed"; title: string } | { kind: "text"; text: string };

/** More of one document would not be looked through anyway. */
const MOST_CHARACTERS = 20_000;

/** The first claims of the file, as they will stand in it. */
export function ExportPreview({ address, shape }: { address: string; shape: Shape }) {
  const seen = usePreview(address);
  return (
    <section className={styles.preview} aria-labelledby="preview-title">
      <h2 id="preview-title" className={styles.previewTitle}>
        The first rows
      </h2>
      <Content seen={seen} shape={shape} />
    </section>
  );
}

function Content({ seen, shape }: { seen: Seen; shape: Shape }) {
  if (seen.kind === "loading") return <SkeletonLines lines={8} label="Loading the first rows" />;
  if (seen.kind === "failed") return <Notice tone="danger" title={seen.title} live />;
  if (!shape.startsWith("csv")) return <JsonText text={seen.text} />;
  const [head = [], ...rows] = csvRows(seen.text);
  if (rows.length === 0)
    return <p className={styles.hint}>No claim is in it yet: the file holds only its head row.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.tableBox} aria-label="First rows of the table" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slice(0, 2).join()}>
              {row.map((cell, at) => (
                <td key={head[at]} title={cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function JsonText({ text }: { text: string }) {
  const pretty = indented(text);
  const isCut = pretty.length > MOST_CHARACTERS;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.jsonBox} tabIndex={0} aria-label="First claims as JSON">
        <pre className={styles.json}>{isCut ? `${pretty.slice(0, MOST_CHARACTERS)}\n…` : pretty}</pre>
      </section>
      <p className={styles.hint}>
        Indented and shortened here for reading. The file holds all of it, one record a line.
      </p>
    </>
  );
}

/** Texts of articles and the codebook are long and come first: shortened here, whole in the file. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), shortened, 2);
  } catch {
    return text;
  }
}

const LONG_LISTS: ReadonlySet<string> = new Set(["families", "categories", "blocks"]);

function shortened(key: string, value: unknown): unknown {
  if (key === "text" && typeof value === "string" && value.length > 160) return `${value.slice(0, 160)}…`;
  return LONG_LISTS.has(key) && Array.isArray(value) ? `… ${value.length} entries` : value;
}

function usePreview(address: string): Seen {
  const [seen, setSeen] = useState<Seen>({ kind: "loading" });
  useEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      const response = await fetch(address, { signal: stop.signal });
      if (response.ok) return setSeen({ kind: "text", text: await response.text() });
      const problem: Partial<Problem> = await response.json();
      setSeen({ kind: "failed", title: problem.title ?? "It could not be read" });
    };
    read().catch(() => {
      if (!stop.signal.aborted) setSeen({ kind: "failed", title: "The server did not answer" });
    });
    return () => stop.abort();
  }, [address]);
  return seen;
}
