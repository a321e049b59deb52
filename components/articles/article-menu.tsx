"use client";
import {
  Archive,
  ArchiveRestore,
  CircleCheck,
  CircleDashed,
  Ellipsis,
  Eye,
  FolderInput,
  PencilLine,
  RotateCcw,
  Trash2,
  UserPlus,
} from "lucide-react";
import { isReleasable } from "#components/layers/coding-words.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import type { ArticleRow } from "#lib/contracts/articles.ts";
import type { ArticleActions } from "./use-article-actions.ts";
import { workOf } from "./work.ts";

export type ArticleMenuProps = {
  workspace: string;
  userId: string;
  row: ArticleRow;
  actions: ArticleActions;
  onOpen: (open: { dialog: "details" | "move" | "assign" | "release"; row: ArticleRow }) => void;
};

/** What one may do to an article, and nothing else. */
export function ArticleMenu({ row, userId, actions, onOpen }: ArticleMenuProps) {
  const may = (action: string) => row.actions.includes(action);
  const trigger = <IconButton label={`Actions for “${row.title}”`} size="sm" icon={<Ellipsis />} />;
  if (row.trashedAt) {
    if (!may("article:restore")) return null;
    return (
      <Menu trigger={trigger} align="end">
        <MenuItem icon={<RotateCcw />} onSelect={() => actions.restore(row)}>
          Restore
        </MenuItem>
      </Menu>
    );
  }
  if (!["article:work", "article:edit", "article:trash"].some(may)) return null;
  return (
    <Menu trigger={trigger} align="end">
      {may("article:work") && !row.isReleased ? <WorkItem {...{ row, userId, actions }} /> : null}
      {may("assignment:manage") ? (
        <MenuItem icon={<UserPlus />} onSelect={() => onOpen({ dialog: "assign", row })}>
          Assign…
        </MenuItem>
      ) : null}
      {may("layer:release") && isReleasable(row) ? (
        <MenuItem icon={<Eye />} onSelect={() => onOpen({ dialog: "release", row })}>
          Release the layers…
        </MenuItem>
      ) : null}
      {may("article:edit") ? (
        <>
          <MenuItem icon={<PencilLine />} onSelect={() => onOpen({ dialog: "details", row })}>
            Correct details…
          </MenuItem>
          <MenuItem icon={<FolderInput />} onSelect={() => onOpen({ dialog: "move", row })}>
            Move to another project…
          </MenuItem>
          <MenuItem
            icon={row.archivedAt ? <ArchiveRestore /> : <Archive />}
            onSelect={() => actions.archive(row, row.archivedAt === null)}
          >
            {row.archivedAt ? "Bring back from the archive" : "Archive"}
          </MenuItem>
        </>
      ) : null}
      {may("article:trash") ? (
        <>
          <MenuSeparator />
          <MenuItem icon={<Trash2 />} danger onSelect={() => actions.trash(row)}>
            Put into the trash
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}

function WorkItem({ row, userId, actions }: Pick<ArticleMenuProps, "row" | "userId" | "actions">) {
  const isFinished = workOf(row.work, userId).mine === "finished";
  return (
    <MenuItem
      icon={isFinished ? <CircleDashed /> : <CircleCheck />}
      hint={isFinished ? undefined : "Your work on it; approval is the reviewers’"}
      onSelect={() => actions.setWork(row, isFinished ? "in_progress" : "finished")}
    >
      {isFinished ? "Go on working on it" : "Mark finished"}
    </MenuItem>
  );
}
