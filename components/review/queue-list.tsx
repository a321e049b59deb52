"use client";
import { useEffect, useRef } from "react";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { StateMark } from "#components/claims/state-mark.tsx";
import { Checkbox } from "#components/ui/choice.tsx";
import { cx } from "#components/ui/cx.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { isCarriedOver } from "#core/attribution/chain.ts";
import type { Codebook } from "#core/provenance/codebook.ts";
import type { ClaimRow } from "#lib/contracts/claims.ts";
import type { NameOf } from "./people.ts";
import styles from "./queue.module.css";
import { riskWords } from "./risk-words.ts";

type Props = {
  rows: readonly ClaimRow[];
  openId: string | null;
  codebook: Codebook;
  nameOf: NameOf;
  /** Null where nothing can be decided together. */
  chosen: ReadonlySet<string> | null;
  showsState: boolean;
  onOpen: (id: string) => void;
  onChoose: (id: string, on: boolean) => void;
};

/** The pile as a list to scan: what is claimed, on whose word, in which article, by whom, since when. */
export function QueueList(props: Props) {
  const { rows, openId, chosen, onChoose } = props;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (openId) list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [openId]);
  return (
    <ol className={styles.list} ref={list} aria-label="Claims">
      {rows.map((row) => (
        <li key={row.id} className={cx(styles.item, row.id === openId && styles.current)}>
          {chosen ? (
            <Checkbox
              labelHidden
              label={`Choose “${row.statement || row.exact}”`}
              checked={chosen.has(row.id)}
              onCheckedChange={(on) => onChoose(row.id, on)}
            />
          ) : null}
          <Row {...props} row={row} />
        </li>
      ))}
    </ol>
  );
}

function Row({ row, openId, codebook, nameOf, showsState, onOpen }: Props & { row: ClaimRow }) {
  const risks = riskWords(codebook, row.chain);
  return (
    <button
      type="button"
      className={styles.row}
      aria-current={row.id === openId ? "true" : undefined}
      onClick={() => onOpen(row.id)}
    >
      <span className={styles.title}>
        <span className={styles.article}>{row.articleTitle}</span>
        <RelativeTime at={row.submittedAt ?? row.updatedAt} />
      </span>
      <span className={cx(styles.statement, !row.statement && styles.exact)}>
        {row.statement || row.exact}
      </span>
      <span className={styles.meta}>
        <ProvenanceChip
          codebook={codebook}
          category={row.provenance}
          isCarriedOver={isCarriedOver(row.chain)}
        />
        <span className={styles.by}>{nameOf(row.createdBy)}</span>
        {showsState ? <StateMark state={row.state} quiet /> : null}
      </span>
      {risks ? <span className={styles.risks}>{risks}</span> : null}
    </button>
  );
}
