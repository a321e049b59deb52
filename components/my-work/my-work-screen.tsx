"use client";
import { CircleCheckBig } from "lucide-react";
import { useState } from "react";
import { articlesPath } from "#components/articles/paths.ts";
import { LinkButton } from "#components/layout/link-button.tsx";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { isAtLeast } from "#core/review/refusal.ts";
import type { Assignment, MyWork } from "#lib/contracts/assignments.ts";
import type { Workspace } from "#lib/contracts/workspaces.ts";
import { AssignmentItem, DoneItem } from "./assignment-item.tsx";
import { EndDialog } from "./end-dialog.tsx";
import styles from "./my-work.module.css";
import { SentBackItem } from "./sent-back-item.tsx";
import { StartedItem } from "./started-item.tsx";
import { useEnding } from "./use-ending.ts";
import { useEntryKeys } from "./use-entry-keys.ts";
import { WorkSection } from "./work-section.tsx";

type Place = { id: string; slug: string; name: string };
type Props = {
  workspace: Workspace;
  userId: string;
  work: MyWork;
  people: readonly { userId: string; name: string }[];
  projects: readonly Place[];
  /** Where the reader was last; null where there is none. */
  project: Place | null;
};

export type Ending = { how: "give-back" | "hand-over"; assignment: Assignment };

/** What waits for the reader: sent back, assigned, begun; and what they have finished lately. */
export function MyWorkScreen({ workspace, userId, work, people, projects, project }: Props) {
  const { slug: w } = workspace;
  const { assignments, sentBack, inProgress, doneLately } = work;
  const [ending, setEnding] = useState<Ending | null>(null);
  const { finish, finishArticle, end } = useEnding(w);
  const names = new Map(people.map((person) => [person.userId, person.name]));
  const nameOf = (id: string | null) =>
    id === userId ? "you" : ((id && names.get(id)) ?? "a former colleague");
  const projectOf = (id: string) =>
    projects.length > 1 ? projects.find((one) => one.id === id)?.name : undefined;
  const begun = new Set(inProgress.map(({ articleId }) => articleId));
  const given = new Set(assignments.map(({ articleId }) => articleId));
  const started = inProgress.filter(({ articleId }) => !given.has(articleId));
  const byId = (id: string) => assignments.find((one) => one.id === id);
  useEntryKeys({
    onFinish: (id) => void withAssignment(byId(id), finish),
    onGiveBack: (id) => withAssignment(byId(id), (assignment) => setEnding({ how: "give-back", assignment })),
    onHandOver: (id) => withAssignment(byId(id), (assignment) => setEnding({ how: "hand-over", assignment })),
  });
  const isNothing = assignments.length + sentBack.length + started.length === 0;
  return (
    <Page width="narrow">
      <PageHeader title="My work" />
      {isNothing ? <NothingWaits workspace={workspace} project={project} /> : null}
      <div className={styles.sections}>
        <WorkSection title="Sent back to you" items={sentBack} keyOf={(claim) => claim.claimId}>
          {(claim) => <SentBackItem workspace={w} claim={claim} reviewer={nameOf(claim.reviewerId)} />}
        </WorkSection>
        <WorkSection title="Assigned to you" items={assignments} keyOf={(one) => one.id}>
          {(assignment) => (
            <AssignmentItem
              {...{ workspace: w, assignment }}
              by={nameOf(assignment.assignedBy)}
              project={projectOf(assignment.projectId)}
              isBegun={begun.has(assignment.articleId)}
              onFinish={finish}
              onEnd={(how) => setEnding({ how, assignment })}
            />
          )}
        </WorkSection>
        <WorkSection title="In progress" items={started} keyOf={(one) => one.articleId}>
          {(one) => (
            <StartedItem
              workspace={w}
              started={one}
              project={projectOf(one.projectId)}
              onFinish={finishArticle}
            />
          )}
        </WorkSection>
        <WorkSection title="Done lately" items={doneLately} keyOf={(one) => one.id}>
          {(assignment) => <DoneItem workspace={w} assignment={assignment} />}
        </WorkSection>
      </div>
      {ending ? (
        <EndDialog workspace={w} userId={userId} {...ending} onClose={() => setEnding(null)} onEnd={end} />
      ) : null}
    </Page>
  );
}

const withAssignment = <T,>(assignment: Assignment | undefined, work: (assignment: Assignment) => T) =>
  assignment ? work(assignment) : undefined;

function NothingWaits({ workspace, project }: Pick<Props, "workspace" | "project">) {
  const { slug, role } = workspace;
  const articles = project ? articlesPath(slug, project.slug) : null;
  const mayReview = isAtLeast(role, "reviewer");
  return (
    <EmptyState
      icon={<CircleCheckBig />}
      title="Nothing waits for you"
      action={
        articles && project ? (
          <div className={styles.next}>
            <LinkButton href={`${articles}?assignee=nobody`} variant="primary">
              Articles nobody has
            </LinkButton>
            {mayReview ? (
              <LinkButton href={`/w/${slug}/p/${project.slug}/review`}>Claims to review</LinkButton>
            ) : null}
          </div>
        ) : null
      }
    >
      What somebody assigns to you or sends back appears here. Meanwhile, pick an article that nobody has yet.
    </EmptyState>
  );
}
