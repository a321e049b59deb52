"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/choice.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { AnnotationImport } from "#lib/contracts/annotation-imports.ts";
import type { Project } from "#lib/contracts/workspaces.ts";
import { counted, formatCount } from "../limits.ts";
import styles from "./annotations.module.css";
import { AnnotatorTable } from "./annotator-table.tsx";
import { type Draft, isEmpty, noDraft, patchOf, undecided } from "./choices.ts";
import { FirstClaims } from "./first-claims.tsx";
import { ImportCounts } from "./import-counts.tsx";
import { LabelTable } from "./label-table.tsx";
import { ProblemTable } from "./problem-table.tsx";
import type { AnnotationImports } from "./use-annotation-import.ts";

type Props = {
  readonly workspace: string;
  readonly project: Project;
  readonly shown: AnnotationImport;
  readonly imports: AnnotationImports;
};

/** What would come in, with everything that can be chosen about it. */
export function ImportPreview({ workspace, project, shown, imports }: Props) {
  const [draft, setDraft] = useState<Draft>(noDraft);
  const { failure, busy } = imports;
  const isRefused = failure !== null;
  const send = async () => {
    const patch = patchOf(draft);
    if (patch && (await imports.change(patch))) setDraft(noDraft);
  };
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <div className={styles.what}>
          <h2 className={styles.heading}>{shown.fileNames.slice(0, 3).join(", ")}</h2>
          <p className={styles.quiet}>{aboutFiles(shown)}</p>
        </div>
        <div className={styles.buttons}>
          <Button size="sm" onClick={imports.close}>
            Later
          </Button>
          <Button size="sm" onClick={imports.discard}>
            Discard
          </Button>
        </div>
      </header>
      <ImportCounts shown={shown} />
      {isRefused || shown.failure ? (
        <Notice tone="danger" title={failure?.title ?? "It did not come in"} live>
          {failure ? failure.detail : shown.failure}
        </Notice>
      ) : null}
      <LabelTable {...{ shown, draft, project }} onDraft={setDraft} />
      <AnnotatorTable {...{ shown, draft, project, workspace }} onDraft={setDraft} />
      <ProblemTable shown={shown} />
      <FirstClaims shown={shown} />
      <Footer {...{ shown, draft, imports }} isBusy={busy !== null} onSend={send} />
    </div>
  );
}

function aboutFiles({ fileNames, format, expiresAt }: AnnotationImport): string {
  const more = fileNames.length > 3 ? ` and ${formatCount(fileNames.length - 3)} more` : "";
  const until =
    expiresAt === null ? "" : `, kept until ${new Date(expiresAt).toLocaleString("en", timeStyle)}`;
  return `${format}${more}${until}`;
}

const timeStyle = { dateStyle: "medium", timeStyle: "short" } as const;

type FooterProps = {
  readonly shown: AnnotationImport;
  readonly draft: Draft;
  readonly imports: AnnotationImports;
  readonly isBusy: boolean;
  readonly onSend: () => void;
};

function Footer({ shown, draft, imports, isBusy, onSend }: FooterProps) {
  const [skips, setSkips] = useState(false);
  const [submits, setSubmits] = useState(false);
  const waiting = undecided(shown, draft);
  const { ready } = shown.preview.counts.claims;
  const hasProblems = shown.problems.some(
    ({ severity, code }) => severity !== "note" && code !== "unmapped-label",
  );
  const isHeld = waiting > 0 || (hasProblems && !skips);
  return (
    <footer className={styles.footer}>
      <div className={styles.options}>
        {hasProblems ? (
          <Checkbox label="Leave out what has a problem" checked={skips} onCheckedChange={setSkips} />
        ) : null}
        <Checkbox label="Hand in to review what comes in" checked={submits} onCheckedChange={setSubmits} />
      </div>
      <div className={styles.buttons}>
        <p className={styles.quiet} role="status">
          {reasonOf(waiting, hasProblems && !skips)}
        </p>
        {isEmpty(draft) ? (
          <Button
            variant="primary"
            busy={isBusy}
            aria-disabled={isHeld}
            onClick={() => {
              if (!isHeld) void imports.run({ onProblems: skips ? "skip" : "refuse", submit: submits });
            }}
          >
            {`Take in ${counted(ready, "claim")}`}
          </Button>
        ) : (
          <Button variant="primary" busy={isBusy} onClick={onSend}>
            Update the preview
          </Button>
        )}
      </div>
    </footer>
  );
}

function reasonOf(waiting: number, isHeldByProblems: boolean): string {
  if (waiting > 0)
    return `${formatCount(waiting)} ${waiting === 1 ? "label waits" : "labels wait"} for a category.`;
  return isHeldByProblems ? "Nothing comes in while something has a problem." : "";
}
