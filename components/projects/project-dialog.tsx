"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { fieldErrors } from "#components/articles/field-errors.ts";
import { articlesPath } from "#components/articles/paths.ts";
import { Button } from "#components/ui/button.tsx";
import { RadioGroup, SegmentedControl } from "#components/ui/choice.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { Project } from "#lib/contracts/workspaces.ts";
import styles from "./projects.module.css";
import {
  type Approvals,
  approvalOptions,
  approvalsOf,
  type Layers,
  layerOptions,
  layersOf,
  modeOptions,
} from "./rules.ts";

type Props = {
  workspace: string;
  /** Left off for a new one. */
  project?: Project;
  onClose: () => void;
};

/** Makes a project, or changes its name and rules. How it is worked on is settled when it is made. */
export function ProjectDialog({ workspace, project, onClose }: Props) {
  const router = useRouter();
  const { notify } = useToast();
  const [name, setName] = useState(project?.name ?? "");
  const [description, setDescription] = useState(project?.description ?? "");
  const [mode, setMode] = useState<Project["mode"]>("shared");
  const [approvals, setApprovals] = useState<Approvals>(approvalsOf(project?.approvalsNeeded ?? 1));
  const [layers, setLayers] = useState<Layers>(layersOf(project?.layersPerArticle ?? 2));
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const save = async () => {
    setIsBusy(true);
    const path = `/workspaces/${workspace}/projects`;
    const rules = { approvalsNeeded: Number(approvals), layersPerArticle: Number(layers) };
    const fields = { name: name.trim(), description, ...rules };
    const answer = project
      ? await call<Project>("PATCH", `${path}/${project.id}`, fields, { ifMatch: project.revision })
      : await call<Project>("POST", path, { ...fields, mode });
    setIsBusy(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      // The list then holds what somebody else wrote; what was typed here stays.
      return router.refresh();
    }
    onClose();
    if (!project) return router.push(articlesPath(workspace, answer.value.slug));
    notify({ tone: "success", title: "Saved" });
    router.refresh();
  };
  const errors = fieldErrors(failure);
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={project ? `Change “${project.name}”` : "New project"}
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" busy={isBusy} disabled={name.trim() === ""} onClick={save}>
            {project ? "Save" : "Make the project"}
          </Button>
        </>
      }
    >
      {failure && Object.keys(errors).length === 0 ? (
        <Notice tone={failure.status === 412 ? "warning" : "danger"} title={failure.title} live>
          {failure.status === 412
            ? "Somebody else changed this project. Nothing was saved: close this and open it again."
            : failure.detail}
        </Notice>
      ) : null}
      <div className={styles.form}>
        <TextField
          label="Name"
          required
          maxLength={120}
          value={name}
          error={errors.name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextArea
          label="Description"
          aside="optional"
          rows={2}
          maxLength={2000}
          value={description}
          error={errors.description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        {project ? null : (
          <RadioGroup label="Work" options={modeOptions} value={mode} onValueChange={setMode} />
        )}
        {(project?.mode ?? mode) === "blind" ? (
          <SegmentedControl
            label="People for each article"
            labelHidden={false}
            options={layerOptions}
            value={layers}
            onValueChange={setLayers}
          />
        ) : null}
        <RadioGroup
          label="Approvals a claim needs"
          options={approvalOptions}
          value={approvals}
          onValueChange={setApprovals}
        />
      </div>
    </Dialog>
  );
}
