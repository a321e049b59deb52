"use client";
import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useAskedFocus } from "#components/annotator/workspace/use-asked-focus.ts";
import { useNames, useSources, useWorkspace } from "#components/annotator/workspace/workspace-context.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Link } from "#core/attribution/claim.ts";
import { facetLabels } from "#core/provenance/facet-labels.ts";
import type { Source } from "#lib/contracts/sources.ts";
import styles from "./chain-editor.module.css";
import { SourceForm } from "./source-form.tsx";

type Props = { hop: Link; onChange: (sources: readonly string[]) => void };

/** Who speaks at this link: usually one, several when they speak in one act. */
export function LinkSources({ hop, onChange }: Props) {
  const { canWrite } = useWorkspace();
  const names = useNames();
  const [draft, setDraft] = useState<string | null>(null);
  const add = (id: string) => onChange([...hop.sources.filter((other) => other !== id), id]);
  return (
    <div className={styles.sources}>
      {hop.sources.length > 0 ? (
        <ul className={styles.tags} aria-label="Sources">
          {hop.sources.map((id) => (
            <li key={id} className={styles.tag}>
              {names.source(id) ?? "A source you may not see"}
              {canWrite ? (
                <IconButton
                  size="sm"
                  icon={<X />}
                  label={`Take ${names.source(id) ?? "the source"} away`}
                  onClick={() => onChange(hop.sources.filter((other) => other !== id))}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {canWrite && draft === null ? (
        <SourceSearch taken={hop.sources} onPick={add} onCreate={setDraft} />
      ) : null}
      {draft === null ? null : (
        <SourceForm
          name={draft}
          category={hop.category}
          onDone={(source) => {
            setDraft(null);
            if (source) add(source.id);
          }}
        />
      )}
    </div>
  );
}

type SearchProps = {
  taken: readonly string[];
  onPick: (id: string) => void;
  onCreate: (name: string) => void;
};

function SourceSearch({ taken, onPick, onCreate }: SearchProps) {
  const { sources } = useWorkspace();
  const known = useSources();
  const box = useRef<HTMLDivElement>(null);
  const [found, setFound] = useState<readonly Source[] | null>(null);
  const [isLoading, setLoading] = useState(false);
  const [typed, setTyped] = useState("");
  const search = useSearch(sources.search.bind(sources), setFound, setLoading);
  // What was found for other words is not shown while these are looked for: Enter would take the wrong one.
  const offerFor = (query: string) => {
    setTyped(query);
    setFound(null);
    search(query);
  };
  useAskedFocus("source", () => box.current?.querySelector("input"));
  const offered = (found ?? [...known.values()].filter((source) => isCalled(source, typed))).filter(
    ({ id, mergedInto }) => !taken.includes(id) && mergedInto === null,
  );
  return (
    <div ref={box}>
      <Combobox
        size="sm"
        label="Source"
        labelHidden
        placeholder={taken.length === 0 ? "Who says so? Type a name" : "Another speaker in the same act"}
        value={null}
        options={offered.map((source) => ({
          value: source.id,
          label: source.name,
          hint: [facetLabels.sourceType[source.type].label, source.articleId ? "only in this article" : ""]
            .filter(Boolean)
            .join(" · "),
        }))}
        loading={isLoading}
        onQueryChange={offerFor}
        onValueChange={(option) => option && onPick(option.value)}
        onCreate={onCreate}
        createLabel={(typed) => `New source “${typed}”`}
        emptyText="No such source yet. Type a name to make one."
      />
    </div>
  );
}

function isCalled({ name, aliases }: Source, typed: string): boolean {
  const words = typed.trim().toLowerCase();
  return [name, ...aliases].some((one) => one.toLowerCase().includes(words));
}

type Search = (
  q: string,
  signal: AbortSignal,
) => Promise<{ ok: boolean; value?: { items: readonly Source[] } }>;

/** Asks after a pause in typing; an answer that comes late is let go. */
function useSearch(
  ask: Search,
  setFound: (found: readonly Source[] | null) => void,
  setLoading: (on: boolean) => void,
) {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; stop: AbortController } | null>(null);
  useEffect(() => () => waiting.current?.stop.abort(), []);
  return (query: string) => {
    if (waiting.current) {
      clearTimeout(waiting.current.timer);
      waiting.current.stop.abort();
    }
    const stop = new AbortController();
    setLoading(true);
    const timer = setTimeout(async () => {
      const result = await ask(query, stop.signal);
      if (stop.signal.aborted) return;
      setLoading(false);
      setFound(result.ok && result.value ? result.value.items : []);
    }, 150);
    waiting.current = { timer, stop };
  };
}
