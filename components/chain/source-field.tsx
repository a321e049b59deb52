"use client";
import { useEffect, useRef, useState } from "react";
import { useAskedFocus } from "#components/annotator/workspace/use-asked-focus.ts";
import { useSources, useWorkspace } from "#components/annotator/workspace/workspace-context.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { facetLabels } from "#core/provenance/facet-labels.ts";
import type { Source } from "#lib/contracts/sources.ts";
import { SourceForm } from "./source-form.tsx";

type Props = {
  /** Of the link: from it a new source's type is guessed. */
  category: string;
  taken: readonly string[];
  onPick: (id: string) => void;
  onLeave: () => void;
  /** Backspace in the empty field takes the last one away, as where tags are written. */
  onTakeLast?: () => void;
};

/** A source found by typing, or made where it is needed. */
export function SourceField({ category, ...search }: Props) {
  const { ui } = useWorkspace();
  const [draft, setDraft] = useState<string | null>(null);
  if (draft === null) return <SourceSearch {...search} onCreate={setDraft} />;
  return (
    <SourceForm
      name={draft}
      category={category}
      onDone={(source) => {
        setDraft(null);
        if (source) search.onPick(source.id);
        else ui.set({ focus: { field: "source" } });
      }}
    />
  );
}

type SearchProps = Omit<Props, "category"> & { onCreate: (name: string) => void };

function SourceSearch({ taken, onPick, onCreate, onLeave, onTakeLast }: SearchProps) {
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
  const offered = (found ?? [...known.values()].filter((source) => isCalled(source, typed)))
    .filter(({ id, mergedInto }) => !taken.includes(id) && mergedInto === null)
    // What begins with the words comes before what only holds them: Enter takes the first.
    .toSorted((one, other) => Number(beginsWith(other, typed)) - Number(beginsWith(one, typed)));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the field inside
    <div
      ref={box}
      onKeyDown={(event) => {
        const input = box.current?.querySelector("input");
        const isOpen = input?.getAttribute("aria-expanded") === "true";
        if (event.key === "Escape" && !isOpen) onLeave();
        if (event.key === "Backspace" && input?.value === "") onTakeLast?.();
      }}
    >
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
        createLabel={(name) => `New source “${name}”`}
        emptyText="No such source yet. Type a name to make one."
      />
    </div>
  );
}

function beginsWith({ name, aliases }: Source, typed: string): boolean {
  const words = typed.trim().toLowerCase();
  return [name, ...aliases].some((one) => one.toLowerCase().startsWith(words));
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
