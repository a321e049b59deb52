"use client";
import { Archive, Download, Ellipsis, FileText, History, MessageSquare, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Suspense, useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { lazily } from "#components/ui/lazily.ts";
import { Menu, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { call } from "#lib/client/api.ts";
import type { Article } from "#lib/contracts/articles.ts";
import { openComments } from "./use-actions.ts";
import { useWorkspace } from "./workspace-context.tsx";

const DetailsDialog = lazily(async () => (await import("./details-dialog.tsx")).DetailsDialog);

/** What can be done with the article as a whole; only what this person may. */
export function ArticleMenu() {
  const here = useWorkspace();
  const { article, workspace, project } = here;
  const [details, setDetails] = useState(false);
  const { archive, trash } = useArticleMoves();
  const may = new Set(article.actions);
  const exports = `/w/${workspace}/p/${project.slug}/exports?article=${article.id}`;
  return (
    <>
      <Menu align="end" trigger={<IconButton size="sm" icon={<Ellipsis />} label="Article" />}>
        <MenuItem icon={<FileText />} onSelect={() => setDetails(true)}>
          Details
        </MenuItem>
        <MenuItem icon={<MessageSquare />} shortcut="Shift-M" onSelect={() => openComments(here, {})}>
          Comments
        </MenuItem>
        <MenuItem icon={<History />} link={<Link href={`/w/${workspace}/activity?article=${article.id}`} />}>
          Activity
        </MenuItem>
        <MenuItem icon={<Download />} link={<Link href={exports} />}>
          Export this article
        </MenuItem>
        {may.has("article:edit") || may.has("article:trash") ? <MenuSeparator /> : null}
        {may.has("article:edit") ? (
          <MenuItem icon={<Archive />} onSelect={() => archive(article.archivedAt === null)}>
            {article.archivedAt === null ? "Archive" : "Bring back from the archive"}
          </MenuItem>
        ) : null}
        {may.has("article:trash") ? (
          <MenuItem icon={<Trash2 />} danger onSelect={trash}>
            Move to trash
          </MenuItem>
        ) : null}
      </Menu>
      {details ? (
        <Suspense>
          <DetailsDialog open onOpenChange={setDetails} />
        </Suspense>
      ) : null}
    </>
  );
}

function useArticleMoves() {
  const { article, workspace, project } = useWorkspace();
  const { notify } = useToast();
  const router = useRouter();
  const path = `/workspaces/${workspace}/articles/${article.id}`;
  const failed = (title: string, detail?: string) =>
    notify({ tone: "danger", title, description: detail ?? "" });
  const archive = async (archived: boolean) => {
    const result = await call<Article>("PATCH", path, { archived }, { ifMatch: article.revision });
    if (!result.ok) return failed("The article was not changed", result.failure.detail);
    notify({ title: archived ? "Archived" : "Back from the archive" });
    router.refresh();
  };
  const restore = async () => {
    const result = await call("POST", `${path}/restore`);
    if (!result.ok) return failed("The article is still in the trash", result.failure.detail);
    router.push(`/w/${workspace}/articles/${article.id}`);
  };
  const trash = async () => {
    const result = await call("DELETE", path, undefined, { ifMatch: article.revision });
    if (!result.ok) return failed("The article was not moved", result.failure.detail);
    notify({ title: "Moved to trash", action: { label: "Undo", onPress: restore } });
    router.push(`/w/${workspace}/p/${project.slug}/articles`);
  };
  return { archive, trash };
}
