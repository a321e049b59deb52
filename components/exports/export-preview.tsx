"use client";
import { useEffect, useState } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { Problem } from "#lib/contracts/common.ts";
import { csvRows } from "./csv.ts";
import styles from "./exports.module.css";
import type { Look } from "./format-words.ts";

type Seen =
  | { kind: "loading" }
  | { kind: "failed"; title: string; detail?: string | undefined }
  | { kind: "text"; text: string };
type Shown = { seen: Seen; look: Look; address: string | null };

/** More of one document would not be looked through anyway. */
const MOST_CHARACTERS = 20_000;
/** Words are typed, and choices made in a row: what is in between is not asked for. */
const PAUSE = 300;

/** The first claims of the file, as they will stand in it; what is no text is described. Without an address, nothing. */
export function ExportPreview({ address, look }: { address: string | null; look: Look }) {
  const isText = look.kind !== "inside";
  const shown = usePreview(isText ? address : null, look);
  return (
    <section className={styles.preview} aria-labelledby="preview-title">
      <h2 id="preview-title" className={styles.previewTitle}>
        {isText ? "The first rows" : "What is in the file"}
      </h2>
      {look.kind === "inside" ? (
        <ul className={styles.inside}>
          {look.parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      ) : (
        <div className={styles.seen} data-pending={shown.address !== address || undefined}>
          <Content {...shown} />
        </div>
      )}
    </section>
  );
}

function Content({ seen, look }: Shown) {
  if (seen.kind === "loading") return <SkeletonLines lines={8} label="Loading the first rows" />;
  if (seen.kind === "failed") {
    return (
      <Notice tone="danger" title={seen.title} live>
        {seen.detail}
      </Notice>
    );
  }
  return look.kind === "table" ? <CsvTable text={seen.text} /> : <PlainText text={seen.text} look={look} />;
}

function CsvTable({ text }: { text: string }) {
  const [head = [], ...rows] = csvRows(text);
  if (rows.length === 0)
    return <p className={styles.hint}>Nothing is in it yet: the file holds only its head row.</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
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
              <tr key={row.slice(0, 3).join()}>
                {row.map((cell, at) => (
                  <td key={head[at]} title={cell} data-id={head[at]?.endsWith("_id") || undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles.hint}>{head.length} columns: the table scrolls sideways.</p>
    </>
  );
}

function PlainText({ text, look }: { text: string; look: Look }) {
  if (text.trim() === "") return <p className={styles.hint}>Nothing is in it yet: the file is empty.</p>;
  const pretty = readable(text, look);
  const isCut = pretty.length > MOST_CHARACTERS;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.jsonBox} tabIndex={0} aria-label="First claims as they stand in the file">
        <pre className={styles.json} data-columns={look.kind === "text" || undefined}>
          {isCut ? `${pretty.slice(0, MOST_CHARACTERS)}\n…` : pretty}
        </pre>
      </section>
      {look.kind === "text" ? null : (
        <p className={styles.hint}>Indented and shortened here for reading. The file holds all of it.</p>
      )}
    </>
  );
}

function readable(text: string, look: Look): string {
  if (look.kind === "text") return text;
  if (look.kind === "json") return indented(text);
  return text.trimEnd().split("\n").map(indented).join("\n\n");
}

/** What comes first is long and says nothing of the claims: shortened here, whole in the file. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), shortened, 2);
  } catch {
    return text;
  }
}

const LONG_LISTS: ReadonlySet<string> = new Set(["families", "categories", "blocks"]);
const HEADS: ReadonlySet<string> = new Set(["header", "workspace", "project", "codebook", "filter"]);

function shortened(key: string, value: unknown): unknown {
  if (HEADS.has(key) && typeof value === "object" && value !== null)
    return `… ${Object.keys(value).join(", ")}`;
  if (key === "text" && typeof value === "string" && value.length > 160) return `${value.slice(0, 160)}…`;
  return LONG_LISTS.has(key) && Array.isArray(value) ? `… ${value.length} entries` : value;
}

/** What was read last stays until the next is here. */
function usePreview(address: string | null, look: Look): Shown {
  const [shown, setShown] = useState<Shown>({ seen: { kind: "loading" }, look, address });
  const { kind } = look;
  useEffect(() => {
    if (address === null) return;
    const stop = new AbortController();
    const show = (seen: Seen) => setShown({ seen, look: lookOfKind(kind), address });
    const timer = setTimeout(() => {
      read(address, stop.signal).then(show, () => {
        if (!stop.signal.aborted) show({ kind: "failed", title: "The server did not answer" });
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [address, kind]);
  return shown;
}

const lookOfKind = (kind: Look["kind"]): Look => (kind === "inside" ? { kind, parts: [] } : { kind });

async function read(address: string, signal: AbortSignal): Promise<Seen> {
  const response = await fetch(address, { signal });
  if (response.ok) return { kind: "text", text: await response.text() };
  const problem: Partial<Problem> = await response.json().catch(() => ({}));
  return { kind: "failed", title: problem.title ?? "It could not be read", detail: problem.detail };
}
