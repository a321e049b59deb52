"use client";
import { useState } from "react";
import { useWorkspace } from "#components/annotator/workspace/workspace-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { facetLabels } from "#core/provenance/facet-labels.ts";
import type { Identification, SourceType } from "#core/provenance/facets.ts";
import type { Source } from "#lib/contracts/sources.ts";
import { guessSource, isAnonymous } from "./guess-source.ts";
import { optionsOf } from "./link-facets.tsx";
import styles from "./source-form.module.css";

type Props = { name: string; category: string; onDone: (source: Source | null) => void };

/** A new source, made where it is needed. An unnamed one belongs to this article alone (rules.md 1). */
export function SourceForm({ name: typed, category, onDone }: Props) {
  const { sources, announce } = useWorkspace();
  const guess = guessSource(category);
  const [name, setName] = useState(typed);
  const [type, setType] = useState<SourceType>(guess.type);
  const [identification, setIdentification] = useState<Identification>(guess.identification);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isOfArticle = isAnonymous(identification);
  const save = async () => {
    setBusy(true);
    const result = await sources.create({ name: name.trim(), type, identification, isOfArticle });
    setBusy(false);
    if (!result.ok) return setProblem(result.failure.detail ?? result.failure.title);
    announce(`Source ${result.value.name} made.`);
    onDone(result.value);
  };
  return (
    <fieldset className={styles.form} aria-label="New source">
      {problem ? (
        <Notice tone="danger" title="The source was not made" live>
          {problem}
        </Notice>
      ) : null}
      <TextField
        size="sm"
        label="Name, or as the text describes it"
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && name.trim() && save()}
      />
      <div className={styles.pair}>
        <Select
          size="sm"
          label="Type"
          value={type}
          options={optionsOf(facetLabels.sourceType)}
          onValueChange={(value) => setType(value as SourceType)}
        />
        <Select
          size="sm"
          label="Identified by"
          value={identification}
          options={optionsOf(facetLabels.identification)}
          onValueChange={(value) => setIdentification(value as Identification)}
        />
      </div>
      <p className={styles.note}>
        {isOfArticle
          ? "Unnamed: it belongs to this article and is never taken for another article's."
          : "It joins the workspace's sources."}
      </p>
      <div className={styles.buttons}>
        <Button size="sm" variant="primary" busy={busy} disabled={name.trim() === ""} onClick={save}>
          Make the source
        </Button>
        <Button size="sm" variant="quiet" onClick={() => onDone(null)}>
          Cancel
        </Button>
      </div>
    </fieldset>
  );
}
