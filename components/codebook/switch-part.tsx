"use client";
import { useEffect, useState } from "react";
import { useChange } from "#components/settings/use-change.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { call } from "#lib/client/api.ts";
import type { CodebookAnswer, ProjectCodebook } from "#lib/contracts/codebooks.ts";
import type { Project } from "#lib/contracts/workspaces.ts";
import { ChangeList } from "./change-list.tsx";
import styles from "./codebook.module.css";
import { useChanges } from "./versions-part.tsx";
import { counted, reasonWords } from "./words.ts";

type Props = {
  workspace: string;
  project: Project;
  state: ProjectCodebook;
  answer: CodebookAnswer;
  labelOf: (id: string) => string;
};

/** The way to another version: what it changes, which claims it puts in question, and then the switch. */
export function SwitchPart({ workspace, project, state, answer, labelOf }: Props) {
  const others = answer.versions.filter(({ version }) => version !== state.pinned);
  const [chosen, setChosen] = useState(String(others[0]?.version ?? state.pinned));
  // Once switched, the version chosen is the one it has.
  const to = others.find(({ version }) => String(version) === chosen)?.version ?? others[0]?.version;
  if (to === undefined) {
    return <p className={styles.quiet}>There is no other version.</p>;
  }
  return (
    <section className={styles.part} aria-label="Other versions">
      <div className={styles.choice}>
        <Select
          label="Compare with"
          options={others.map(({ version, note }) => ({
            value: String(version),
            label: `Version ${version}`,
            hint: note || undefined,
          }))}
          value={String(to)}
          onValueChange={setChosen}
        />
      </div>
      <Ahead
        key={`${state.pinned} ${to}`}
        {...{ workspace, project, state, to, labelOf }}
        id={answer.codebook.id}
      />
    </section>
  );
}

type AheadProps = Omit<Props, "answer"> & { id: string; to: number };

function Ahead({ workspace, project, state, id, to, labelOf }: AheadProps) {
  const change = useChange();
  const base = `/workspaces/${workspace}`;
  const path = `${base}/projects/${project.id}/codebook`;
  const { ahead, failure } = useAhead(`${path}?version=${to}`);
  const shown = useChanges(`${base}/codebooks/${id}/changes?from=${state.pinned}&to=${to}`);
  const isBack = to < state.pinned;
  const switchTo = () =>
    change(
      call<Project>("POST", path, { version: to }, { ifMatch: project.revision }),
      `The project works by version ${to} now`,
    );
  return (
    <>
      {(failure ?? shown.failure) ? (
        <Notice tone="danger" title="The version could not be read" live>
          {failure ?? shown.failure}
        </Notice>
      ) : null}
      <div className={styles.buttons}>
        <Button
          size="sm"
          busy={shown.isBusy}
          aria-expanded={shown.changes !== null}
          onClick={() => void shown.toggle()}
        >
          {shown.changes ? "Hide what differs" : `See what differs in version ${to}`}
        </Button>
        {state.maySwitch && ahead ? (
          <ConfirmDialog
            trigger={
              <Button size="sm" variant={isBack ? "secondary" : "primary"}>
                {isBack ? `Switch back to version ${to}` : `Switch to version ${to}`}
              </Button>
            }
            title={isBack ? `Switch back to version ${to}?` : `Switch to version ${to}?`}
            description={`${consequence(ahead)} No claim is changed, and the project can be switched back, unless claims are given a category meanwhile that version ${Math.min(to, state.pinned)} does not have.`}
            confirmLabel={isBack ? "Switch back" : "Switch"}
            onConfirm={switchTo}
          >
            <Reasons {...{ ahead, labelOf }} />
          </ConfirmDialog>
        ) : null}
      </div>
      {shown.changes ? <ChangeList changes={shown.changes} labelOf={labelOf} /> : null}
    </>
  );
}

function consequence({ claims, looked }: ProjectCodebook): string {
  const open = claims - looked;
  if (open === 0) return "No claim that you may see needs another look for it.";
  return `${counted(open, "claim")} that you may see ${open === 1 ? "is" : "are"} listed as worth another look.`;
}

function Reasons({ ahead, labelOf }: { ahead: ProjectCodebook; labelOf: (id: string) => string }) {
  if (ahead.categories.length === 0) return null;
  return (
    <ul className={styles.touched}>
      {ahead.categories.map(({ category, claims, looked, reasons }) => (
        <li key={category}>
          {counted(claims - looked, "claim")} of “{labelOf(category)}”:{" "}
          {reasons.map((reason) => reasonWords(reason, labelOf)).join(", ")}
        </li>
      ))}
    </ul>
  );
}

/** What another version would ask of this project. */
function useAhead(path: string) {
  const [ahead, setAhead] = useState<ProjectCodebook | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void call<ProjectCodebook>("GET", path).then((answer) => {
      if (isGone) return;
      if (answer.ok) setAhead(answer.value);
      else setFailure(answer.failure.detail ?? answer.failure.title);
    });
    return () => {
      isGone = true;
    };
  }, [path]);
  return { ahead, failure };
}
