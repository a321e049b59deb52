"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { NameOf } from "#components/review/people.ts";
import { useChange } from "#components/settings/use-change.ts";
import { Button } from "#components/ui/button.tsx";
import { RadioGroup } from "#components/ui/choice.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type Option, Select } from "#components/ui/select.tsx";
import { call, queryString } from "#lib/client/api.ts";
import type { ArticlesPage } from "#lib/contracts/articles.ts";
import type { GoldItem, GoldOfArticle } from "#lib/contracts/calibration.ts";
import styles from "./calibration.module.css";
import { layerWords } from "./words.ts";

type Props = { workspace: string; project: string; nameOf: NameOf };
type Purpose = GoldItem["purpose"];

/** Names an article whose answer is known. */
export function GoldDialog(props: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const toggle = (on: boolean) => {
    setOpen(on);
    if (!on) router.refresh();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={toggle}
      trigger={<Button variant="primary">Name an article</Button>}
      title="Name an article with a known answer"
      description="Whoever finishes it is scored once against the layer you choose. Once its layers are released nobody new can code it: then only those who did are scored."
    >
      <GoldForm {...props} onDone={() => toggle(false)} />
    </Dialog>
  );
}

function GoldForm({ workspace, project, nameOf, onDone }: Props & { onDone: () => void }) {
  const change = useChange();
  const [article, setArticle] = useState<Option | null>(null);
  const [layer, setLayer] = useState<string | null>(null);
  const [purpose, setPurpose] = useState<Purpose>("training");
  const [busy, setBusy] = useState(false);
  const search = useArticles(workspace, project);
  const candidates = useCandidates(workspace, article?.value ?? null);
  const chosen = layer ?? (candidates?.length === 1 ? (candidates[0]?.layerId ?? null) : null);
  const save = async () => {
    if (!article || !chosen) return;
    setBusy(true);
    const body = { purpose, layerId: chosen };
    const sent = call<GoldItem>("PUT", `/workspaces/${workspace}/articles/${article.value}/gold`, body);
    const isDone = await change(sent, `“${article.label}” is named`);
    setBusy(false);
    if (isDone) onDone();
  };
  return (
    <div className={styles.dialog}>
      <Combobox
        label="Article"
        options={search.options}
        value={article}
        onValueChange={(next) => {
          setArticle(next);
          setLayer(null);
        }}
        onQueryChange={search.ask}
        loading={search.isBusy}
        emptyText="No article of this project matches."
        placeholder="Search by title"
      />
      {candidates && candidates.length === 0 ? (
        <Notice tone="info" title="No layer of it can be gold yet">
          Code it yourself or adjudicate it first. Other people’s layers can be chosen once they are released.
        </Notice>
      ) : null}
      {candidates && candidates.length > 0 ? (
        <Select
          label="The answer is"
          value={chosen}
          placeholder="Choose a layer"
          options={candidates.map(({ layerId, kind, ownerId, claims }) => ({
            value: layerId,
            label: `${layerWords(kind, ownerId && nameOf(ownerId))}, ${claims} ${claims === 1 ? "claim" : "claims"}`,
          }))}
          onValueChange={setLayer}
        />
      ) : null}
      <RadioGroup<Purpose>
        label="It is for"
        value={purpose}
        onValueChange={setPurpose}
        options={[
          {
            value: "training",
            label: "Training",
            hint: "Its coder sees the answer and what differs, after finishing",
          },
          {
            value: "check",
            label: "Checks",
            hint: "It looks like any other; its coder sees only what several come to",
          },
        ]}
      />
      <div className={styles.actions}>
        <Button variant="primary" disabled={!article || !chosen} busy={busy} onClick={() => void save()}>
          Name it
        </Button>
      </div>
    </div>
  );
}

/** Articles of the project whose title or words match, as one types. */
function useArticles(workspace: string, project: string) {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<readonly Option[] | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    const path = `/workspaces/${workspace}/projects/${project}/articles${queryString({ limit: 30, q: query })}`;
    void call<ArticlesPage>("GET", path, undefined, { signal: gone.signal }).then((answer) => {
      if (gone.signal.aborted || !answer.ok) return;
      setFound(answer.value.items.map(({ id, title }) => ({ value: id, label: title })));
    });
    return () => gone.abort();
  }, [workspace, project, query]);
  return { options: found ?? [], isBusy: found === null, ask: setQuery };
}

/** Layers that an article could be gold by; null while it is not known. */
function useCandidates(workspace: string, articleId: string | null) {
  const [known, setKnown] = useState<{ of: string; candidates: GoldOfArticle["candidates"] } | null>(null);
  useEffect(() => {
    if (articleId === null) return;
    const gone = new AbortController();
    const path = `/workspaces/${workspace}/articles/${articleId}/gold`;
    void call<GoldOfArticle>("GET", path, undefined, { signal: gone.signal }).then((answer) => {
      if (!gone.signal.aborted && answer.ok) setKnown({ of: articleId, candidates: answer.value.candidates });
    });
    return () => gone.abort();
  }, [workspace, articleId]);
  return known && known.of === articleId ? known.candidates : null;
}
