"use client";
import { type ClipboardEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { SegmentedControl } from "#components/ui/choice.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { ImportPreview } from "#lib/contracts/articles.ts";
import { contentOf, type Draft, isPageSource, structureIn } from "./draft.ts";
import styles from "./import.module.css";
import { limitWords } from "./limits.ts";

type Props = {
  /** Of the API, below `/api/v1`. */
  base: string;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onPreview: (preview: ImportPreview) => void;
};

export function PastePanel({ base, draft, onDraft, onPreview }: Props) {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const look = async () => {
    setIsBusy(true);
    const answer = await call<ImportPreview>("POST", `${base}/imports/preview`, contentOf(draft));
    setIsBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) onPreview(answer.value);
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    // Only where it replaces everything: the markup of a part says nothing about the whole.
    if (draft.text !== "") return;
    const html = structureIn(event.clipboardData.getData("text/html"));
    const text = event.clipboardData.getData("text/plain");
    if (html === null || text === "") return;
    event.preventDefault();
    onDraft({ text, html, keepsMarkup: true });
  };
  return (
    <div className={styles.paste}>
      <TextArea
        label="Text of the article"
        rows={14}
        value={draft.text}
        onPaste={paste}
        onChange={(event) => onDraft({ ...draft, text: event.currentTarget.value, html: null })}
        placeholder="Paste the article here, or write."
        hint={limitWords}
        dir="auto"
        className={styles.box}
      />
      {draft.html !== null || isPageSource(draft.text) ? (
        <Notice
          title={draft.html === null ? "This is the source of a page." : "This came with formatting."}
          action={
            <SegmentedControl
              label="Formatting"
              size="sm"
              options={[
                { value: "keep", label: "Keep headings" },
                { value: "plain", label: "As plain text" },
              ]}
              value={draft.keepsMarkup ? "keep" : "plain"}
              onValueChange={(value) => onDraft({ ...draft, keepsMarkup: value === "keep" })}
            />
          }
        >
          {draft.html === null
            ? "Kept, its headings, lists and quotations become blocks; its markup is left out either way but as plain text."
            : "Kept, its headings, lists and quotations become blocks. Editing the text lets the formatting go."}
        </Notice>
      ) : null}
      {failure ? (
        <Notice tone="danger" title={failure.title} live>
          {failure.detail}
        </Notice>
      ) : null}
      <div className={styles.actions}>
        <Button variant="primary" busy={isBusy} disabled={draft.text.trim() === ""} onClick={look}>
          Preview
        </Button>
        <span className={styles.quiet}>Nothing is stored yet.</span>
      </div>
    </div>
  );
}
