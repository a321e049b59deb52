"use client";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { ArticleRow } from "#lib/contracts/articles.ts";
import type { Project } from "#lib/contracts/workspaces.ts";

type Target = Pick<Project, "id" | "name">;
type Props = {
  workspace: string;
  /** Of one project. */
  articles: readonly ArticleRow[];
  onClose: () => void;
  onMove: (to: Target) => Promise<boolean>;
};

export function MoveDialog({ workspace, articles, onClose, onMove }: Props) {
  const { projects, failure } = useTargets(workspace, articles[0]?.projectId ?? "");
  const [chosen, setChosen] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const target = projects?.find(({ id }) => id === chosen);
  const move = async () => {
    if (!target) return;
    setIsBusy(true);
    if (await onMove(target)) return onClose();
    setIsBusy(false);
  };
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title="Move to another project"
      description={
        articles.length === 1
          ? `“${articles[0]?.title}” goes with its claims, comments and history.`
          : `${articles.length} articles go with their claims, comments and history.`
      }
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" busy={isBusy} disabled={!target} onClick={move}>
            Move
          </Button>
        </>
      }
    >
      {failure ? (
        <Notice tone="danger" title={failure.title} live>
          {failure.detail}
        </Notice>
      ) : null}
      {projects?.length === 0 ? (
        <Notice>There is no other project you may import into.</Notice>
      ) : (
        <Select
          label="Project"
          placeholder={projects ? "Choose" : "Loading…"}
          options={(projects ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onValueChange={setChosen}
          disabled={!projects}
        />
      )}
    </Dialog>
  );
}

/** Projects the article could go to; `null` until they are known. */
function useTargets(workspace: string, from: string) {
  const [projects, setProjects] = useState<readonly Target[] | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const path = `/workspaces/${workspace}/projects?limit=500`;
    void call<{ items: Project[] }>("GET", path, undefined, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return;
      if (!answer.ok) return setFailure(answer.failure);
      setProjects(answer.value.items.filter((project) => project.id !== from && isOpen(project)));
    });
    return () => stop.abort();
  }, [workspace, from]);
  return { projects, failure };
}

const isOpen = ({ archivedAt, actions }: Project) => !archivedAt && actions.includes("article:import");
