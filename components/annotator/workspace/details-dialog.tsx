"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { call } from "#lib/client/api.ts";
import type { Article } from "#lib/contracts/articles.ts";
import { useWorkspace } from "./workspace-context.tsx";
import styles from "./workspace-header.module.css";

const fields = [
  { name: "title", label: "Title", required: true },
  { name: "outlet", label: "Outlet" },
  { name: "byline", label: "Byline" },
  { name: "url", label: "Address of the original", type: "url" },
  { name: "publishedAt", label: "Published on", type: "date" },
  { name: "language", label: "Language", hint: "A language tag, such as en or pt-BR" },
] as const;
type Name = (typeof fields)[number]["name"];

/** Everything about an article but its text, which does not change. */
export function DetailsDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { article, workspace } = useWorkspace();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const canEdit = article.actions.includes("article:edit");
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = patchOf(new FormData(event.currentTarget), article);
    setBusy(true);
    const path = `/workspaces/${workspace}/articles/${article.id}`;
    const result =
      Object.keys(body).length === 0 ||
      (await call<Article>("PATCH", path, body, { ifMatch: article.revision }));
    setBusy(false);
    if (result !== true && !result.ok) return setProblem(result.failure.detail ?? result.failure.title);
    setProblem(null);
    onOpenChange(false);
    router.refresh();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Article details"
      footer={
        <>
          <DialogClose>
            <Button>{canEdit ? "Cancel" : "Close"}</Button>
          </DialogClose>
          {canEdit ? (
            <Button variant="primary" type="submit" form="article-details" busy={busy}>
              Save
            </Button>
          ) : null}
        </>
      }
    >
      <form id="article-details" className={styles.details} onSubmit={save}>
        {problem ? (
          <Notice tone="danger" title="Not saved" live>
            {problem}
          </Notice>
        ) : null}
        {fields.map((field) => (
          <TextField
            key={field.name}
            {...field}
            readOnly={!canEdit}
            defaultValue={shownValue(article, field.name)}
          />
        ))}
      </form>
    </Dialog>
  );
}

function shownValue(article: Article, name: Name): string {
  const value = article[name] ?? "";
  return name === "publishedAt" ? value.slice(0, 10) : value;
}

function patchOf(form: FormData, article: Article): Partial<Record<Name, string | null>> {
  const changed = fields.flatMap(({ name }) => {
    const typed = String(form.get(name) ?? "").trim();
    if (typed === shownValue(article, name)) return [];
    return [[name, name === "publishedAt" && typed ? `${typed}T00:00:00.000Z` : typed || null] as const];
  });
  return Object.fromEntries(changed);
}
