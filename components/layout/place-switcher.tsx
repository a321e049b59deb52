"use client";
import { Check, ChevronsUpDown, Plus } from "lucide-react";
import Link from "next/link";
import { Menu, MenuGroup, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import styles from "./place-switcher.module.css";
import { Wordmark } from "./wordmark.tsx";

export type Place = { id: string; name: string; href: string };
export type ShellPlaces = {
  homeHref: string;
  workspace: Place;
  workspaces: readonly Place[];
  project?: Place | undefined;
  projects: readonly Place[];
  /** Left off where the person may not make one. */
  newProjectHref?: string | undefined;
};

/** The wordmark, then where one is: project in workspace. */
export function PlaceSwitcher({
  homeHref,
  workspace,
  workspaces,
  project,
  projects,
  newProjectHref,
}: ShellPlaces) {
  const here = project?.name ?? workspace.name;
  const trigger = (
    <button type="button" className={styles.switch} title={project ? `${workspace.name}: ${here}` : here}>
      <span className={styles.names}>
        {project ? <span className={styles.workspace}>{workspace.name}</span> : null}
        <span className={styles.here}>{here}</span>
      </span>
      <VisuallyHidden>: switch project or workspace</VisuallyHidden>
      <ChevronsUpDown />
    </button>
  );
  return (
    <div className={styles.places}>
      <Link href={homeHref} className={styles.brand} aria-label="Sourceline, start">
        <Wordmark />
      </Link>
      <span className={styles.rule} aria-hidden="true" />
      <Menu trigger={trigger}>
        <MenuGroup label={`Projects in ${workspace.name}`}>
          {projects.map((place) => (
            <PlaceItem key={place.id} place={place} current={place.id === project?.id} />
          ))}
          {newProjectHref ? (
            <MenuItem icon={<Plus />} link={<Link href={newProjectHref} />}>
              New project
            </MenuItem>
          ) : null}
        </MenuGroup>
        <MenuSeparator />
        <MenuGroup label="Workspaces">
          {workspaces.map((place) => (
            <PlaceItem key={place.id} place={place} current={place.id === workspace.id} />
          ))}
        </MenuGroup>
      </Menu>
    </div>
  );
}

function PlaceItem({ place, current }: { place: Place; current: boolean }) {
  const mark = current ? <Check aria-label="current" /> : <span className={styles.space} />;
  return (
    <MenuItem icon={mark} link={<Link href={place.href} aria-current={current ? "true" : undefined} />}>
      {place.name}
    </MenuItem>
  );
}
