"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DetailsFields } from "#components/articles/details-fields.tsx";
import { detailsOf, formOf } from "#components/articles/details-form.ts";
import { fieldErrors } from "#components/articles/field-errors.ts";
import { articlePath } from "#components/articles/paths.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { Article, ImportPreview } from "#lib/contracts/articles.ts";
import { contentOf, type Draft } from "./draft.ts";
import styles from "./import.module.css";
import { formatCount } from "./limits.ts";
import { PreviewText } from "./preview-text.tsx";

type Props = {
  workspace: string;
  base: string;
  draft: Draft;
  preview: ImportPreview;
  onBack: () => void;
};

/** The text as it would be stored, and what is known about it; storing it leads to the article. */
export function PreviewPanel({ workspace, base, draft, preview, onBack }: Props) {
  const router = useRouter();
  const [form, setForm] = useState(() => formOf({ ...preview.suggested, title: preview.title }));
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const store = async () => {
    setIsBusy(true);
    const { publishedAt, ...details } = detailsOf(form);
    // A day alone must not cost the time of day that the page itself gave.
    const isSuggested = form.date === (preview.suggested.publishedAt ?? "").slice(0, 10);
    const body = { ...contentOf(draft), ...details, ...(isSuggested ? {} : { publishedAt }) };
    const answer = await call<Article>("POST", `${base}/articles`, body);
    if (answer.ok) return router.push(articlePath(workspace, answer.value.id));
    setIsBusy(false);
    setFailure(answer.failure);
  };
  const { duplicateOf, note } = preview;
  return (
    <div className={styles.preview}>
      <section aria-label="Text as it will be stored" className={styles.text}>
        <PreviewText
          text={preview.text}
          blocks={preview.blocks}
          language={form.language}
          direction={form.direction}
        />
      </section>
      <aside className={styles.side}>
        <dl className={styles.numbers}>
          <Count label="Characters" value={preview.length} />
          <Count label="Blocks" value={preview.blocks.length} />
          <Count label="Headings" value={preview.blocks.filter(({ kind }) => kind === "heading").length} />
        </dl>
        {note ? <Notice tone="warning">{note}</Notice> : null}
        {duplicateOf ? (
          <Notice
            tone="warning"
            title="This project already holds this text"
            action={<Link href={articlePath(workspace, duplicateOf.id)}>Open it</Link>}
          >
            As “{duplicateOf.title}”. It is not stored twice.
          </Notice>
        ) : null}
        <DetailsFields
          form={form}
          onChange={setForm}
          errors={fieldErrors(failure, { publishedAt: "date" })}
        />
        {failure ? (
          <Notice tone="danger" title={failure.title} live>
            {failure.detail}
          </Notice>
        ) : null}
        <div className={styles.actions}>
          <Button
            variant="primary"
            busy={isBusy}
            disabled={duplicateOf !== null || form.title.trim() === ""}
            onClick={store}
          >
            Store the article
          </Button>
          <Button onClick={onBack}>Back to the text</Button>
        </div>
      </aside>
    </div>
  );
}

function Count({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{formatCount(value)}</dd>
    </div>
  );
}
