"use client";
import { GraduationCap } from "lucide-react";
import Link from "next/link";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { type NameOf, namesOf, type Person } from "#components/review/people.ts";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Table } from "#components/ui/table.tsx";
import type { CoderQuality, GoldItem, ProjectQuality, QualityAnswer } from "#lib/contracts/calibration.ts";
import type { Project, Workspace } from "#lib/contracts/workspaces.ts";
import styles from "./calibration.module.css";
import { GoldDialog } from "./gold-dialog.tsx";
import { GoldList } from "./gold-list.tsx";
import { measures, percent } from "./words.ts";

export type QualityScreenProps = {
  workspace: Workspace;
  project: Project;
  userId: string;
  people: readonly Person[];
  quality: ProjectQuality;
  /** Null for those who do not manage them. */
  gold: readonly GoldItem[] | null;
};

/** How work stands against articles whose right answer is known: one's own, and for admins everybody's. */
export function QualityScreen({ workspace, project, userId, people, quality, gold }: QualityScreenProps) {
  const nameOf = namesOf(people, userId);
  const own = quality.coders.find((coder) => coder.userId === userId);
  return (
    <Page>
      <PageHeader
        title="Quality"
        description="How work, as it was first finished, stands against articles whose right answer is known."
        actions={
          gold && project.mode === "blind" ? (
            <GoldDialog workspace={workspace.slug} project={project.slug} nameOf={nameOf} />
          ) : null
        }
      />
      <div className={styles.parts}>
        {project.mode === "blind" ? (
          <>
            <Training workspace={workspace.slug} quality={quality} own={own} />
            {gold ? (
              <Coders coders={quality.coders} nameOf={nameOf} />
            ) : (
              <Own own={own} fewest={quality.fewestChecks} />
            )}
            {gold ? <GoldList workspace={workspace.slug} items={gold} nameOf={nameOf} /> : null}
          </>
        ) : (
          <EmptyState icon={<GraduationCap />} title="There is nothing to compare here">
            In a shared project everybody works in one layer. Training and checks need a blind project, where
            each person has a layer of their own.
          </EmptyState>
        )}
      </div>
    </Page>
  );
}

type TrainingProps = { workspace: string; quality: ProjectQuality; own: CoderQuality | undefined };

function Training({ workspace, quality, own }: TrainingProps) {
  const scores = new Map(own?.training.articles.map(({ articleId, score }) => [articleId, score]));
  const columns = [
    {
      id: "article",
      header: "Article",
      cell: ({ articleId, articleTitle }: ProjectQuality["training"][number]) => (
        <Link href={`/w/${workspace}/articles/${articleId}`} className={styles.name}>
          {articleTitle}
        </Link>
      ),
    },
    {
      id: "found",
      header: "Found",
      cardLabel: "Found",
      width: "12rem",
      cell: ({ articleId }: ProjectQuality["training"][number]) => {
        const score = scores.get(articleId);
        return score ? (
          `${score.found} of ${score.gold} claims`
        ) : (
          <span className={styles.quiet}>Not finished yet</span>
        );
      },
    },
    {
      id: "look",
      header: "",
      width: "12rem",
      align: "end" as const,
      cell: ({ articleId, articleTitle, isScored }: ProjectQuality["training"][number]) =>
        isScored ? (
          <Link
            href={`/w/${workspace}/articles/${articleId}/gold`}
            className={styles.name}
            aria-label={`See what differs in ${articleTitle}`}
          >
            See what differs
          </Link>
        ) : null,
    },
  ];
  const empty = (
    <EmptyState compact icon={<GraduationCap />} title="No training articles">
      An admin can name articles to train on. Whoever codes one sees, once finished, where it differs and why.
    </EmptyState>
  );
  return (
    <section className={styles.part} aria-label="Training">
      <h2 className={styles.title}>Training</h2>
      <Table
        caption="Training articles"
        columns={columns}
        rows={quality.training}
        rowKey={({ articleId }) => articleId}
        empty={empty}
      />
    </section>
  );
}

function Own({ own, fewest }: { own: CoderQuality | undefined; fewest: number }) {
  const checks = own?.checks.quality ?? null;
  return (
    <section className={styles.part} aria-label="Your work">
      <h2 className={styles.title}>Your work</h2>
      {own && own.training.quality.articles > 0 ? (
        <Figures of={own.training.quality} title="In training" />
      ) : null}
      {checks ? (
        <Figures of={checks} title="In checks" />
      ) : (
        <p className={styles.quiet}>
          Some articles may be checks that look like any other. What they come to is shown from {fewest} on,
          and never which they were.
        </p>
      )}
    </section>
  );
}

function Figures({ of, title }: { of: QualityAnswer; title: string }) {
  return (
    <div>
      <h3 className={styles.small}>
        {title}, {of.articles} {of.articles === 1 ? "article" : "articles"}
      </h3>
      <dl className={styles.figures}>
        {measures.map(({ id, label, about }) => (
          <div key={id} className={styles.figure}>
            <dt title={about}>{label}</dt>
            <dd>{percent(of[id])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Coders({ coders, nameOf }: { coders: readonly CoderQuality[]; nameOf: NameOf }) {
  const rows = coders.flatMap(({ userId, training, checks }) => [
    ...(training.quality.articles > 0
      ? [{ userId, what: "training" as const, quality: training.quality }]
      : []),
    ...(checks.quality && checks.quality.articles > 0
      ? [{ userId, what: "check" as const, quality: checks.quality }]
      : []),
  ]);
  type Row = (typeof rows)[number];
  const columns = [
    { id: "who", header: "Who", cell: ({ userId }: Row) => nameOf(userId) },
    {
      id: "what",
      header: "On",
      cardLabel: "On",
      width: "10rem",
      cell: ({ what, quality }: Row) => (
        <Badge outline>
          {quality.articles} {what === "training" ? "training" : quality.articles === 1 ? "check" : "checks"}
        </Badge>
      ),
    },
    ...measures.map(({ id, label }) => ({
      id,
      header: label,
      cardLabel: label,
      width: "7rem",
      align: "end" as const,
      cell: ({ quality }: Row) => percent(quality[id]),
    })),
  ];
  const empty = (
    <EmptyState compact icon={<GraduationCap />} title="Nobody has been scored yet">
      A person is scored once, when they first finish an article that is named below.
    </EmptyState>
  );
  return (
    <section className={styles.part} aria-label="People">
      <h2 className={styles.title}>People</h2>
      <Table
        caption="People’s work against gold layers"
        columns={columns}
        rows={rows}
        rowKey={({ userId, what }) => `${userId} ${what}`}
        empty={empty}
      />
    </section>
  );
}
