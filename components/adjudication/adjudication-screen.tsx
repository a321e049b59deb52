"use client";
import Link from "next/link";
import { useCodebook } from "#components/codebook/codebook-context.tsx";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { type NameOf, namesOf, type Person } from "#components/review/people.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Codebook } from "#core/provenance/codebook.ts";
import type { Adjudication } from "#lib/contracts/adjudication.ts";
import styles from "./adjudication.module.css";
import { UnitList } from "./unit-list.tsx";
import { UnitView } from "./unit-view.tsx";
import { useAdjudication } from "./use-adjudication.ts";

type Props = {
  workspace: string;
  /** Slug. */
  project: string;
  userId: string;
  people: readonly Person[];
  adjudication: Adjudication;
};

export type Reading = {
  readonly nameOf: NameOf;
  readonly sourceOf: (id: string) => string;
  readonly words: Adjudication["words"];
  readonly codebook: Codebook;
};

/** What several people marked in one article, unit by unit, to be settled by a key each. */
export function AdjudicationScreen({ workspace, project, userId, people, adjudication }: Props) {
  const work = useAdjudication(workspace, adjudication);
  const { state, order, at } = work;
  const sources = new Map(state.sources.map(({ id, name }) => [id, name]));
  const reading: Reading = {
    nameOf: namesOf(people, userId),
    sourceOf: (id) => sources.get(id) ?? "a source",
    words: state.words,
    codebook: useCodebook(),
  };
  useHotkeys([
    {
      id: "adjudication-next",
      keys: "j",
      label: "Next unit",
      group: "Adjudication",
      onPress: () => work.step(1),
    },
    {
      id: "adjudication-previous",
      keys: "k",
      label: "Previous unit",
      group: "Adjudication",
      onPress: () => work.step(-1),
    },
  ]);
  const unit = state.units[at];
  const { units, decided, agreed } = state.progress;
  return (
    <Page>
      <PageHeader
        eyebrow={<Link href={`/w/${workspace}/p/${project}/adjudication`}>Adjudication</Link>}
        title={state.articleTitle}
        description={`Coded by ${state.layers.map(({ ownerId }) => reading.nameOf(ownerId)).join(", ")}.`}
        actions={
          agreed > 0 ? (
            <TakeAgreed count={agreed} isSending={work.isSending} onTake={work.takeAgreed} />
          ) : null
        }
      />
      <p className={styles.progress} role="status">
        <progress value={decided} max={Math.max(1, units)} aria-label="Settled" />
        {decided} of {units} settled
        {agreed > 0 ? `, ${agreed} more ${agreed === 1 ? "is" : "are"} agreed on` : ""}
      </p>
      {units > 0 && decided === units ? (
        <EmptyState
          compact
          title={`Done. ${decided} settled`}
          action={<Link href={`/w/${workspace}/p/${project}/review`}>To the review queue</Link>}
        >
          What came of it waits for somebody else’s review.
        </EmptyState>
      ) : null}
      {units === 0 ? (
        <EmptyState title="Nobody marked anything">Two layers are finished, and both are empty.</EmptyState>
      ) : null}
      <div className={styles.columns}>
        <UnitList state={state} order={order} at={at} onOpen={work.open} />
        {unit ? (
          <UnitView
            key={unit.claimIds.join(" ")}
            unit={unit}
            passage={state.passages[at]}
            layers={state.layers}
            language={state.language}
            direction={state.direction}
            reading={reading}
            work={work}
          />
        ) : null}
      </div>
    </Page>
  );
}

type TakeProps = { count: number; isSending: boolean; onTake: () => Promise<void> };

function TakeAgreed({ count, isSending, onTake }: TakeProps) {
  const claims = count === 1 ? "One claim" : `${count} claims`;
  return (
    <ConfirmDialog
      trigger={<Button busy={isSending}>Take over {count} agreed</Button>}
      title="Take over what all agree on?"
      description={`${claims} that everybody marked on the same words, with the same category, chain and facets. The wording of the statement is taken from the first coder. Each goes to review, and can be taken back until then.`}
      confirmLabel={`Take over ${count}`}
      onConfirm={onTake}
    />
  );
}
