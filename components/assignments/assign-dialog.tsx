"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { RadioGroup, SegmentedControl } from "#components/ui/choice.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { Assigned, AssignmentsPlan, Worker } from "#lib/contracts/assignments.ts";
import styles from "./assign-dialog.module.css";
import { PeopleChoice } from "./people-choice.tsx";
import {
  type AssignForm,
  formFor,
  type Given,
  inputOf,
  planOf,
  planWords,
  problemsOf,
  type Way,
} from "./plan.ts";
import { PlanSummary } from "./plan-summary.tsx";
import { usePlan } from "./use-plan.ts";
import { useWorkers } from "./use-workers.ts";

type Props = {
  workspace: string;
  /** Slug or id. */
  project: string;
  /** Of a blind project: how many people code each article. */
  coders?: number | undefined;
  articles: readonly Given[];
  onClose: () => void;
  onAssigned: (assigned: Assigned, workers: readonly Worker[]) => void;
};

const kinds = [
  { value: "annotate", label: "To annotate" },
  { value: "review", label: "To review" },
] as const;
const ways = [
  { value: "everybody", label: "Everybody gets every article" },
  { value: "round_robin", label: "A number of people for each article, in turn" },
  { value: "load", label: "A number of people for each article, the least busy first" },
] as const;

const byPairs = {
  value: "pairs",
  label: "The project’s number of people for each article, by pairs",
  hint: "Everybody gets about as many, and each two people share about as many.",
} as const;

/** Gives articles to people, and says before what that will mean. */
export function AssignDialog({ workspace, project, coders, articles, onClose, onAssigned }: Props) {
  const [form, setForm] = useState<AssignForm>(() => formFor(coders));
  const [isTried, setIsTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [refused, setRefused] = useState<ApiFailure | null>(null);
  const { workers, failure } = useWorkers(workspace, project, form.kind);
  const set = (change: Partial<AssignForm>) => setForm((before) => ({ ...before, ...change }));
  const problems = problemsOf(form, new Date());
  const isFine = Object.keys(problems).length === 0;
  const plan = planOf(articles, form, isFine ? (workers ?? []) : []);
  const byServer = usePlan(workspace, project, isFine ? plannedByServer(articles, form) : null);
  const told = isTried ? problems : {};
  const send = async () => {
    setIsTried(true);
    if (!isFine) return;
    setIsBusy(true);
    const path = `/workspaces/${workspace}/projects/${project}/assignments`;
    const answer = await call<Assigned>("POST", path, inputOf(articles, form));
    setIsBusy(false);
    if (!answer.ok) return setRefused(answer.failure);
    onAssigned(answer.value, workers ?? []);
    onClose();
  };
  const trouble = refused ?? failure;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={articles.length === 1 ? "Assign the article" : `Assign ${articles.length} articles`}
      footer={
        <>
          <p className={styles.plan} role="status">
            {isFine ? footerWords(plan, form.way) : null}
          </p>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            variant="primary"
            busy={isBusy}
            disabled={isFine && givenBy(form.way, plan, byServer) === 0}
            onClick={send}
          >
            Assign
          </Button>
        </>
      }
    >
      {trouble ? (
        <Notice tone="danger" title={trouble.title} live>
          {reasonOf(trouble)}
        </Notice>
      ) : null}
      <div className={styles.form}>
        <SegmentedControl
          label="For what"
          labelHidden={false}
          options={kinds}
          value={form.kind}
          onValueChange={(kind) => set(kindChange(kind, coders))}
        />
        <PeopleChoice
          workers={workers}
          chosen={form.people}
          onChange={(people) => set({ people })}
          error={told.people}
        />
        <RadioGroup
          label="How"
          options={waysFor(form.kind, coders)}
          value={form.way}
          onValueChange={(way) => set(way === "pairs" ? formRule(coders) : { way })}
        />
        <div className={styles.pair}>
          {asksHowMany(form.way) ? (
            <TextField
              label="How many for each"
              inputMode="numeric"
              value={form.each}
              onChange={(event) => set({ each: event.currentTarget.value })}
              error={told.each}
            />
          ) : null}
          {isByPairs(form.kind, coders) ? (
            <TextField
              label="One check for every"
              inputMode="numeric"
              placeholder="No checks"
              hint="Articles with a known answer, mixed in unseen"
              value={form.checkEvery}
              onChange={(event) => set({ checkEvery: event.currentTarget.value })}
              error={told.checkEvery}
            />
          ) : null}
          <TextField
            type="date"
            label="Due"
            hint="Optional; until the end of that day"
            value={form.due}
            onChange={(event) => set({ due: event.currentTarget.value })}
            error={told.due}
          />
        </div>
        {byServer ? <PlanSummary plan={byServer} workers={workers ?? []} each={Number(form.each)} /> : null}
        <TextArea
          label="Note"
          rows={2}
          maxLength={1_000}
          hint="Optional; stands beside the article in their work"
          value={form.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </div>
    </Dialog>
  );
}

type Plan = ReturnType<typeof planOf>;

const isByPairs = (kind: AssignForm["kind"], coders: number | undefined) =>
  coders !== undefined && kind === "annotate";

const waysFor = (kind: AssignForm["kind"], coders: number | undefined) =>
  isByPairs(kind, coders) ? [byPairs, ...ways] : ways;

const asksHowMany = (way: Way) => way === "round_robin" || way === "load";

const footerWords = (plan: Plan, way: Way) => (way === "pairs" ? null : planWords(plan, way));

/** How many assignments would be given; undefined while the server is asked. */
const givenBy = (way: Way, plan: Plan, byServer: AssignmentsPlan | null) =>
  way === "pairs" ? byServer?.given : plan.given;

/** By pairs only the server knows who has finished already. Neither note nor date changes who gets what. */
function plannedByServer(articles: readonly Given[], form: AssignForm) {
  return form.way === "pairs" ? inputOf(articles, { ...form, note: "", due: "" }) : null;
}

function formRule(coders: number | undefined): Partial<AssignForm> {
  const { way, each } = formFor(coders);
  return { way, each };
}

/** A review is not coding: the project's number of people is none of its. */
function kindChange(kind: AssignForm["kind"], coders: number | undefined): Partial<AssignForm> {
  return { kind, people: [], ...formRule(isByPairs(kind, coders) ? coders : undefined) };
}

/** The server's own reasons, where it refused single people or articles. */
function reasonOf(failure: ApiFailure): string {
  const errors = "errors" in failure && failure.errors ? failure.errors : [];
  return errors.length > 0
    ? [...new Set(errors.map(({ message }) => message))].join(" ")
    : (failure.detail ?? "");
}
