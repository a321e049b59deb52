"use client";
import Link from "next/link";
import { type CSSProperties, useEffect, useState } from "react";
import { ClaimQuote } from "#components/claims/claim-quote.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type ApiFailure, call, queryString } from "#lib/client/api.ts";
import type { AgreementPassages, ShownReport } from "#lib/contracts/agreement.ts";
import styles from "./agreement.module.css";
import type { Reading } from "./agreement-screen.tsx";
import { keyOfPair, PairChoice } from "./pairs-part.tsx";

type Pair = ShownReport["pairs"][number];
type Cell = Pick<Pair["confusion"]["cells"][number], "row" | "column" | "count">;

/** Which categories two coders took for which; each cell opens the words behind it. */
export function ConfusionPart({ report, reading }: { report: ShownReport; reading: Reading }) {
  const [first] = report.pairs;
  const [chosen, setChosen] = useState(first ? keyOfPair(first) : "");
  const [open, setOpen] = useState<Cell | null>(null);
  const pair = report.pairs.find((one) => keyOfPair(one) === chosen) ?? first;
  if (!pair) return <p className={styles.about}>No two coders have an article in common.</p>;
  const change = (key: string) => {
    setChosen(key);
    setOpen(null);
  };
  return (
    <div className={styles.parts}>
      <PairChoice report={report} reading={reading} value={keyOfPair(pair)} onChange={change} />
      <div className={styles.confusion}>
        <Matrix pair={pair} reading={reading} open={open} onOpen={setOpen} />
        {open ? (
          <Passages key={`${open.row} ${open.column}`} pair={pair} cell={open} reading={reading} />
        ) : (
          <p className={styles.quiet}>Choose a number to read the words behind it.</p>
        )}
      </div>
    </div>
  );
}

const NOT_MARKED = "not marked";

/** Categories that one of the two used, in the codebook's order; what was not marked comes last. */
function categoriesIn({ confusion: { cells } }: Pair, { codebook }: Reading): (string | null)[] {
  const used = new Set(cells.flatMap(({ row, column }) => [row, column]));
  const known = codebook.categories.map(({ id }) => id).filter((id) => used.has(id));
  const others = [...used].filter((id): id is string => id !== null && !known.includes(id)).sort();
  return [...known, ...others, ...(used.has(null) ? [null] : [])];
}

type MatrixProps = { pair: Pair; reading: Reading; open: Cell | null; onOpen: (cell: Cell) => void };

function Matrix({ pair, reading, open, onOpen }: MatrixProps) {
  const categories = categoriesIn(pair, reading);
  const cells = new Map(pair.confusion.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const most = Math.max(1, ...pair.confusion.cells.map(({ count }) => count));
  const labelOf = (id: string | null) => (id === null ? NOT_MARKED : reading.labelOf(id));
  const [down, across] = [reading.nameOf(pair.a), reading.nameOf(pair.b)];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} aria-label="Confusion matrix" tabIndex={0}>
      <table className={styles.matrix}>
        <caption>
          Down: {down}. Across: {across}.
        </caption>
        <thead>
          <tr>
            <td />
            {categories.map((id) => (
              <th key={id ?? NOT_MARKED} scope="col">
                <span>{labelOf(id)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((row) => (
            <tr key={row ?? NOT_MARKED}>
              <th scope="row">{labelOf(row)}</th>
              {categories.map((column) => {
                const cell = cells.get(`${row} ${column}`);
                return (
                  <td key={column ?? NOT_MARKED} data-same={row === column || undefined}>
                    {cell ? (
                      <button
                        type="button"
                        className={styles.cell}
                        style={weightOf(cell.count / most)}
                        aria-pressed={open?.row === row && open.column === column}
                        aria-label={`${cell.count}: ${down} ${labelOf(row)}, ${across} ${labelOf(column)}`}
                        onClick={() => onOpen(cell)}
                      >
                        {cell.count}
                      </button>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How strongly a cell is tinted, by its share of the fullest one. */
function weightOf(share: number): CSSProperties {
  // Custom properties are not in the type.
  return { "--weight": `${Math.round(12 + 60 * share)}%` } as CSSProperties;
}

function Passages({ pair, cell, reading }: { pair: Pair; cell: Cell; reading: Reading }) {
  const [found, setFound] = useState<AgreementPassages | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const { a, b } = pair;
  const { row, column } = cell;
  const { workspace, project } = reading;
  useEffect(() => {
    const gone = new AbortController();
    const path = `/workspaces/${workspace}/projects/${project}/agreement/passages${queryString({ a, b, row, column })}`;
    void call<AgreementPassages>("GET", path, undefined, { signal: gone.signal }).then((answer) => {
      if (gone.signal.aborted) return;
      if (answer.ok) setFound(answer.value);
      else setFailure(answer.failure);
    });
    return () => gone.abort();
  }, [workspace, project, a, b, row, column]);
  if (failure) {
    return (
      <Notice tone="danger" title={failure.title} live>
        {failure.detail}
      </Notice>
    );
  }
  if (!found) return <p className={styles.quiet}>Reading…</p>;
  const labelOf = (id: string | null) => (id === null ? NOT_MARKED : reading.labelOf(id));
  return (
    <section className={styles.passages} aria-label="Passages" aria-live="polite">
      <h2 className={styles.title}>
        {reading.nameOf(a)}: {labelOf(row)} · {reading.nameOf(b)}: {labelOf(column)}
      </h2>
      {found.count !== cell.count ? (
        <p className={styles.quiet}>
          Something has changed since it was computed: there are {found.count} now.
        </p>
      ) : null}
      <ol>
        {found.items.map((item) => {
          const side = item.a ?? item.b;
          return (
            <li key={`${item.a?.claimId} ${item.b?.claimId}`}>
              <ClaimQuote fragments={side?.fragments ?? []} />
              {item.a && item.b && item.a.fragments.join("…") !== item.b.fragments.join("…") ? (
                <p className={styles.quiet}>
                  {reading.nameOf(b)}: <ClaimQuote fragments={item.b.fragments} />
                </p>
              ) : null}
              <Link
                href={`/w/${workspace}/articles/${item.articleId}${queryString({ claim: side?.claimId })}`}
              >
                {item.articleTitle}
              </Link>
            </li>
          );
        })}
      </ol>
      {found.count > found.items.length ? (
        <p className={styles.quiet}>
          The first {found.items.length} of {found.count}.
        </p>
      ) : null}
    </section>
  );
}
