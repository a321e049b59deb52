"use client";
import { Highlighter } from "lucide-react";
import { useMemo, useState } from "react";
import { ClaimCard } from "#components/claims/claim-card.tsx";
import { stateLabel } from "#components/claims/state-mark.tsx";
import { type FamilyId, families } from "#components/provenance-legend/families.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Select } from "#components/ui/select.tsx";
import { familyOf } from "#core/provenance/codebook.ts";
import { type ClaimState, claimStates } from "#core/review/state.ts";
import { coverage } from "#lib/client/workspace/coverage.ts";
import type { Row } from "#lib/client/workspace/order.ts";
import styles from "./claim-pane.module.css";
import { useActions } from "./use-actions.ts";
import { useNames, useRows, useSnapshot, useStatus, useUi, useWorkspace } from "./workspace-context.tsx";

const SHOWN = 200;

/** Every claim of the text, in its order: the list beside the painting, and its equal for those who cannot see it. */
export function ClaimPane() {
  const { codebook } = useWorkspace();
  const all = useRows();
  const [state, setState] = useState<ClaimState | "all">("all");
  const [family, setFamily] = useState<FamilyId | "all">("all");
  const [limit, setLimit] = useState(SHOWN);
  const rows = useMemo(
    () =>
      all.filter(
        ({ claim }) =>
          (state === "all" || claim.state === state) &&
          (family === "all" || familyOf(codebook, claim.provenance)?.id === family),
      ),
    [all, state, family, codebook],
  );
  if (all.length === 0) return <NoClaims />;
  return (
    <section className={styles.pane} aria-label="Claims">
      <header className={styles.head}>
        <h2 className={styles.title}>
          {all.length === 1 ? "1 claim" : `${all.length} claims`} <Covered rows={all} />
        </h2>
        <div className={styles.filters}>
          <Select
            size="sm"
            aria-label="State"
            value={state}
            onValueChange={setState}
            options={[
              { value: "all" as const, label: "All states" },
              ...claimStates.map((value) => ({ value, label: stateLabel(value) })),
            ]}
          />
          <Select
            size="sm"
            aria-label="Family"
            value={family}
            onValueChange={setFamily}
            options={[
              { value: "all" as const, label: "All families" },
              ...families.map(({ id, label }) => ({ value: id, label })),
            ]}
          />
        </div>
      </header>
      <ClaimRows rows={rows.slice(0, limit)} />
      {rows.length === 0 ? <p className={styles.none}>No claim matches. Choose other filters.</p> : null}
      {rows.length > limit ? (
        <button type="button" className={styles.more} onClick={() => setLimit(limit + SHOWN)}>
          Show {Math.min(SHOWN, rows.length - limit)} more of {rows.length}
        </button>
      ) : null}
    </section>
  );
}

function ClaimRows({ rows }: { rows: readonly Row[] }) {
  const { codebook, index, ui } = useWorkspace();
  const { entries } = useSnapshot();
  const { activate } = useActions();
  const names = useNames();
  const underPointer = useUi((state) => state.underPointer);
  return (
    <ol className={styles.list} aria-label="Claims in reading order">
      {rows.map(({ claim, level }) => {
        const entry = entries.get(claim.id);
        return (
          <li key={claim.id} className={styles.item}>
            <ClaimCard
              claim={claim}
              codebook={codebook}
              names={names}
              level={level}
              fragments={claim.spans.map((span) => index.slice(span))}
              needsCare={Boolean(entry?.problem ?? entry?.conflict)}
              isPointedAt={underPointer.includes(claim.id)}
              onOpen={() => activate(claim.id, true)}
              onPoint={(isOver) => ui.set({ pointedAt: isOver ? [claim.id] : [] })}
            />
          </li>
        );
      })}
    </ol>
  );
}

function Covered({ rows }: { rows: readonly Row[] }) {
  const { index } = useWorkspace();
  const share = useMemo(
    () =>
      coverage(
        rows.map(({ claim }) => claim),
        index.length,
      ),
    [rows, index],
  );
  return <span className={styles.covered}>cover {Math.round(share * 100)} % of the text</span>;
}

function NoClaims() {
  const { canWrite } = useWorkspace();
  if (useStatus("loading") !== "loaded") return null;
  return (
    <EmptyState icon={<Highlighter />} title="No claims yet">
      {canWrite ? (
        <>
          Select the words of a claim in the text, then press <Kbd keys="Enter" />, or a digit from{" "}
          <Kbd keys="1" /> to <Kbd keys="7" /> to say at once how the article knows.
        </>
      ) : (
        "Nobody has marked a claim in this article."
      )}
    </EmptyState>
  );
}
