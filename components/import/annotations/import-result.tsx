"use client";
import Link from "next/link";
import { useState } from "react";
import { articlePath } from "#components/articles/paths.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { AnnotationImport, ImportUndo } from "#lib/contracts/annotation-imports.ts";
import { counted, formatCount } from "../limits.ts";
import styles from "./annotations.module.css";
import { ProblemTable } from "./problem-table.tsx";
import type { AnnotationImports } from "./use-annotation-import.ts";

type Props = {
  readonly workspace: string;
  readonly shown: AnnotationImport;
  readonly imports: AnnotationImports;
};
type Result = NonNullable<AnnotationImport["result"]>;
const FIRST = 20;

/** What came in, and the way to take it back. */
export function ImportResult({ workspace, shown, imports }: Props) {
  const { result, state, actions } = shown;
  if (!result) return null;
  const isTakenBack = state === "undone";
  return (
    <div className={styles.panel}>
      <Notice
        tone={isTakenBack ? "info" : "success"}
        title={isTakenBack ? "Taken back" : claimWords(result)}
        live
        action={
          <Button size="sm" onClick={imports.close}>
            Import more
          </Button>
        }
      >
        {isTakenBack
          ? "Its claims are removed and its articles are in the trash, but for what somebody had worked on."
          : restWords(result)}
      </Notice>
      {imports.failure ? <Notice tone="danger" title={imports.failure.title} live /> : null}
      {isTakenBack ? null : <Articles workspace={workspace} rows={result.articleRows} />}
      <ProblemTable shown={shown} />
      {actions.includes("undo") ? <TakeBack imports={imports} /> : null}
    </div>
  );
}

function claimWords({ claims }: Result): string {
  const words = `${counted(claims.created, "claim")} came in`;
  return claims.submitted > 0 ? `${words} and wait for review` : `${words} as drafts`;
}

function restWords({ articles, sources, claims, idChangeCount }: Result): string {
  return [
    `${counted(articles.created, "new article")}, ${formatCount(articles.matched)} known.`,
    `${counted(sources.created, "new source")}, ${formatCount(sources.matched)} known.`,
    claims.already > 0 ? `Already here: ${counted(claims.already, "claim")}.` : "",
    claims.leftOut > 0 ? `Left out: ${counted(claims.leftOut, "claim")}.` : "",
    idChangeCount > 0 ? `Taken here, and given anew: ${counted(idChangeCount, "id")}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function Articles({ workspace, rows }: { workspace: string; rows: Result["articleRows"] }) {
  const [isWhole, setIsWhole] = useState(false);
  const seen = isWhole ? rows : rows.slice(0, FIRST);
  return (
    <section className={styles.section} aria-labelledby="import-articles">
      <h3 id="import-articles" className={styles.subheading}>
        Articles
      </h3>
      <ul className={styles.articles}>
        {seen.map(({ id, title, claims }) => (
          <li key={id}>
            <Link href={articlePath(workspace, id)}>{title}</Link>
            <span
              className={styles.quiet}
            >{`${formatCount(claims)} ${claims === 1 ? "claim" : "claims"}`}</span>
          </li>
        ))}
      </ul>
      {seen.length < rows.length ? (
        <Button size="sm" onClick={() => setIsWhole(true)}>
          {`Show ${formatCount(rows.length)} articles`}
        </Button>
      ) : null}
    </section>
  );
}

function TakeBack({ imports }: { imports: AnnotationImports }) {
  const [summary, setSummary] = useState<ImportUndo | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const ask = async () => {
    const answer = await imports.readUndo();
    setSummary(answer.ok ? answer.value : null);
    setIsOpen(answer.ok);
  };
  return (
    <div>
      <Button size="sm" onClick={ask} busy={imports.busy === "ending"}>
        Take this import back
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setIsOpen}
        danger
        title="Take this import back?"
        description={summary ? undoWords(summary) : ""}
        confirmLabel="Take back"
        onConfirm={imports.undo}
      />
    </div>
  );
}

function undoWords({ claims, articles }: ImportUndo): string {
  const parts = [
    claims.removed > 0 ? `Removed: ${counted(claims.removed, "claim")}.` : "",
    articles.trashed > 0
      ? `Into the trash, from where they can be restored: ${counted(articles.trashed, "article")}.`
      : "",
    claims.kept + articles.kept > 0
      ? `Kept, because somebody has worked on them since: ${counted(claims.kept, "claim")}, ${counted(articles.kept, "article")}.`
      : "",
  ];
  return parts.filter(Boolean).join(" ") || "Nothing of it is left to take back.";
}
