"use client";
import { useParams } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { Bell } from "#components/notifications/bell.tsx";
import { AppShell } from "./app-shell.tsx";
import type { NavItem } from "./nav.tsx";
import type { ShellUser } from "./user-menu.tsx";

type Place = { id: string; slug: string; name: string };

export type DeskShellProps = {
  workspace: Place;
  workspaces: readonly Place[];
  projects: readonly Place[];
  /** Slug of the project last worked in; pages that name none stand in it. */
  lastProject: string | null;
  user: ShellUser & { id: string };
  canMakeProject: boolean;
  /** Annotates or reviews: has work of their own to see. */
  hasWork: boolean;
  /** Reviews, and so may settle what coders differ in. */
  canReview: boolean;
  /** A server action. */
  onSignOut: () => Promise<void>;
  children: ReactNode;
};

/** The shell around every page of a workspace: knows which project the address, or else the last visit, names. */
export function DeskShell(props: DeskShellProps) {
  const { workspace, workspaces, projects, lastProject, user, canMakeProject, hasWork, onSignOut, children } =
    props;
  const may = { hasWork, canReview: props.canReview };
  const { p } = useParams<{ p?: string }>();
  const slug = p ?? lastProject;
  const project = projects.find((one) => one.slug === slug || one.id === slug) ?? projects[0];
  const base = `/w/${workspace.slug}`;
  useRememberedProject(base, project?.slug);
  return (
    <AppShell
      homeHref={base}
      workspace={{ ...workspace, href: base }}
      workspaces={workspaces.map((one) => ({ ...one, href: `/w/${one.slug}` }))}
      project={project && { ...project, href: articlesOf(base, project.slug) }}
      projects={projects.map((one) => ({ ...one, href: articlesOf(base, one.slug) }))}
      newProjectHref={canMakeProject ? `${base}/settings/projects` : undefined}
      nav={navigation(base, project?.slug, may)}
      user={user}
      status={<Bell workspace={workspace} userId={user.id} />}
      sessionsHref={`${base}/settings/sessions`}
      onSignOut={onSignOut}
    >
      {children}
    </AppShell>
  );
}

const articlesOf = (base: string, project: string) => `${base}/p/${project}/articles`;

type May = Pick<DeskShellProps, "hasWork" | "canReview">;

function navigation(base: string, project: string | undefined, { hasWork, canReview }: May): NavItem[] {
  const mine: NavItem = {
    id: "my-work",
    label: "My work",
    href: `${base}/my-work`,
    icon: "myWork",
    keys: "g w",
  };
  const activity: NavItem = {
    id: "activity",
    label: "Activity",
    href: `${base}/activity`,
    icon: "activity",
    more: true,
  };
  const settings: NavItem = {
    id: "settings",
    label: "Settings",
    href: `${base}/settings`,
    icon: "settings",
    more: true,
  };
  const sources: NavItem = {
    id: "sources",
    label: "Sources",
    href: `${base}/sources`,
    icon: "sources",
    keys: "g s",
  };
  const first = hasWork ? [mine] : [];
  if (!project) return [...first, sources, activity, settings];
  const inProject = `${base}/p/${project}`;
  return [
    ...first,
    {
      id: "articles",
      label: "Articles",
      href: articlesOf(base, project),
      within: [`${base}/articles`, `${inProject}/import`],
      icon: "articles",
      keys: "g a",
    },
    { id: "review", label: "Review", href: `${inProject}/review`, icon: "review", keys: "g r" },
    sources,
    { id: "exports", label: "Exports", href: `${inProject}/exports`, icon: "exports", keys: "g e" },
    ...(canReview ? [adjudicationIn(inProject)] : []),
    { id: "agreement", label: "Agreement", href: `${inProject}/agreement`, icon: "agreement", more: true },
    { id: "quality", label: "Quality", href: `${inProject}/quality`, icon: "quality", more: true },
    { id: "codebook", label: "Codebook", href: `${inProject}/codebook`, icon: "codebook", more: true },
    activity,
    settings,
  ];
}

function adjudicationIn(inProject: string): NavItem {
  const href = `${inProject}/adjudication`;
  return { id: "adjudication", label: "Adjudication", href, icon: "adjudication", more: true };
}

/** Lets pages outside a project (an article, the sources) keep the project one came from. */
function useRememberedProject(base: string, slug: string | undefined): void {
  useEffect(() => {
    if (!slug) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that is supported.
    document.cookie = `sl-project=${encodeURIComponent(slug)}; path=${base}; max-age=31536000; samesite=lax`;
  }, [base, slug]);
}
