"use client";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Project } from "#lib/contracts/workspaces.ts";
import styles from "./annotations.module.css";
import { EarlierImports } from "./earlier-imports.tsx";
import { ImportPreview } from "./import-preview.tsx";
import { ImportProgress } from "./import-progress.tsx";
import { ImportResult } from "./import-result.tsx";
import { useAnnotationImport } from "./use-annotation-import.ts";

type Props = { readonly workspace: string; readonly project: Project; readonly base: string };

const hint =
  "Our own JSON, JSON Lines or CSV, W3C Web Annotation, brat, Label Studio or doccano: files or a zip, up to 64 MB. Nothing comes in before you have looked at it.";

/** Others' annotations come in: handed over, looked at, mapped, taken in, and taken back where that was wrong. */
export function AnnotationsPanel({ workspace, project, base }: Props) {
  const imports = useAnnotationImport(base);
  const { shown, busy, failure } = imports;
  if (shown) {
    const isRunning = shown.state === "queued" || shown.state === "running" || busy === "starting";
    if (isRunning) return <ImportProgress shown={shown} />;
    if (shown.state === "done" || shown.state === "undone") {
      return <ImportResult {...{ workspace, shown, imports }} />;
    }
    // Choices belong to one import: the next one begins without them.
    return <ImportPreview key={shown.id} {...{ workspace, project, shown, imports }} />;
  }
  return (
    <div className={styles.panel}>
      {busy === "reading" ? (
        <p role="status" className={styles.reading}>
          <Spinner /> Reading what you handed over …
        </p>
      ) : (
        <FileDrop label="Drop annotations here" hint={hint} multiple onFiles={imports.hand} />
      )}
      {failure ? (
        <Notice tone="danger" title={failure.title} live>
          {"errors" in failure && failure.errors
            ? failure.errors.map(({ message }) => message).join(" ")
            : failure.detail}
        </Notice>
      ) : null}
      <EarlierImports base={base} onOpen={imports.open} />
    </div>
  );
}
