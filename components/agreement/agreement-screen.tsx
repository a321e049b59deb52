"use client";
import { Scale } from "lucide-react";
import { useState } from "react";
import { useCodebook } from "#components/codebook/codebook-context.tsx";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { type NameOf, namesOf, type Person } from "#components/review/people.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/choice.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { type Codebook, categoryOf } from "#core/provenance/codebook.ts";
import type { Agreement, AgreementRun, ShownReport } from "#lib/contracts/agreement.ts";
import type { Project, Workspace } from "#lib/contracts/workspaces.ts";
import styles from "./agreement.module.css";
import { ArticlesPart } from "./articles-part.tsx";
import { ConfusionPart } from "./confusion-part.tsx";
import { MethodPart } from "./method-part.tsx";
import { PairsPart } from "./pairs-part.tsx";
import { SummaryPart } from "./summary-part.tsx";
import { useAgreement } from "./use-agreement.ts";

export type AgreementScreenProps = {
  workspace: Workspace;
  project: Project;
  userId: string;
  people: readonly Person[];
  agreement: Agreement;
};

/** What the parts of the report are told besides it. */
export type Reading = {
  readonly workspace: string;
  readonly project: string;
  readonly nameOf: NameOf;
  readonly labelOf: (category: string) => string;
  readonly codebook: Codebook;
};

/** How far people who coded the same articles blind agree: what was marked, and how it was labelled, never in one figure. */
export function AgreementScreen(props: AgreementScreenProps) {
  const { workspace, project, userId, people } = props;
  const { agreement, failure, isWaiting, start } = useAgreement(
    workspace.slug,
    project.slug,
    props.agreement,
  );
  const codebook = useCodebook();
  const reading: Reading = {
    workspace: workspace.slug,
    project: project.slug,
    nameOf: namesOf(people, userId),
    labelOf: (id) => categoryOf(codebook, id)?.label ?? id,
    codebook,
  };
  const { report, run } = agreement;
  return (
    <Page>
      <PageHeader
        title="Agreement"
        description="Over articles that two people or more have coded blind and finished, and whose layers you may see."
      />
      {failure ? (
        <Notice tone="danger" title={failure.title} live>
          {failure.detail}
        </Notice>
      ) : null}
      {project.mode === "shared" ? (
        <EmptyState icon={<Scale />} title="There is nothing to compare here">
          In a shared project everybody works in one layer. Agreement needs a blind project, where each person
          has a layer of their own.
        </EmptyState>
      ) : (
        <>
          <Asking agreement={agreement} isWaiting={isWaiting} onStart={start} />
          {run ? <Progress run={run} /> : null}
          {report ? <Report report={report} name={project.name} reading={reading} /> : null}
        </>
      )}
    </Page>
  );
}

type AskingProps = {
  agreement: Agreement;
  isWaiting: boolean;
  onStart: (options: { gamma: boolean }) => Promise<void>;
};

function Asking({ agreement: { articles, report }, isWaiting, onStart }: AskingProps) {
  const [gamma, setGamma] = useState(false);
  if (articles === 0 && !report) {
    return (
      <EmptyState icon={<Scale />} title="Nothing can be compared yet">
        Two people have to finish the same article, and an admin has to release their layers. Before that,
        each sees only their own.
      </EmptyState>
    );
  }
  const stale = report?.changed ?? 0;
  return (
    <div className={styles.asking}>
      <p className={styles.stand}>
        {report ? standOf(stale) : `${articles} ${articles === 1 ? "article" : "articles"} can be compared.`}
      </p>
      <Checkbox label="γ too, which takes long" checked={gamma} onCheckedChange={setGamma} />
      <Button
        variant={report && stale === 0 ? "secondary" : "primary"}
        busy={isWaiting}
        disabled={articles === 0}
        onClick={() => void onStart({ gamma })}
      >
        {report ? "Compute again" : "Compute agreement"}
      </Button>
    </div>
  );
}

function standOf(changed: number): string {
  if (changed === 0) return "Nothing has changed since it was computed.";
  return changed === 1 ? "One article has changed since." : `${changed} articles have changed since.`;
}

function Progress({ run: { state, articlesDone, articlesTotal, error } }: { run: AgreementRun }) {
  if (state === "failed") {
    return (
      <Notice tone="danger" title="It could not be computed" live>
        {error}
      </Notice>
    );
  }
  const words =
    articlesTotal === null
      ? "Waiting for its turn…"
      : articlesDone < articlesTotal
        ? `Read ${articlesDone} of ${articlesTotal} articles…`
        : "Computing intervals…";
  return (
    <div className={styles.progress} role="status">
      <progress value={articlesTotal === null ? undefined : articlesDone} max={articlesTotal ?? 1} />
      {words} You can leave this page.
    </div>
  );
}

type Part = "summary" | "pairs" | "confusion" | "articles" | "method";

function Report({ report, name, reading }: { report: ShownReport; name: string; reading: Reading }) {
  const [shown, setShown] = useState<Part>("summary");
  return (
    <Tabs
      aria-label="Agreement"
      value={shown}
      onValueChange={setShown}
      tabs={[
        { value: "summary", label: "Summary", content: <SummaryPart report={report} reading={reading} /> },
        { value: "pairs", label: "Pairs", content: <PairsPart report={report} reading={reading} /> },
        {
          value: "confusion",
          label: "Confusion",
          content: <ConfusionPart report={report} reading={reading} />,
        },
        {
          value: "articles",
          label: "Articles and time",
          content: <ArticlesPart report={report} reading={reading} />,
        },
        {
          value: "method",
          label: "How to cite",
          content: <MethodPart report={report} name={name} reading={reading} />,
        },
      ]}
    />
  );
}
