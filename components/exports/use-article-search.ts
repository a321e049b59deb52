import { useEffect, useRef, useState } from "react";
import type { Option } from "#components/ui/select.tsx";
import { call, queryString } from "#lib/client/api.ts";
import type { ArticlesPage } from "#lib/contracts/articles.ts";

const TYPING_PAUSE = 200;

/** Articles of a project by the words typed; an answer that comes late, after newer words, is dropped. */
export function useArticleSearch(workspace: string, project: string) {
  const [query, setQuery] = useState("");
  const [options, setOptions] = useState<readonly Option[]>([]);
  const [chosen, setChosen] = useState<Option | null>(null);
  const [isLoading, setIsLoading] = useState(false);
  const isFirst = useRef(true);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(
      async () => {
        setIsLoading(true);
        const path = `/workspaces/${workspace}/projects/${project}/articles${queryString({ q: query, limit: 20 })}`;
        const answer = await call<ArticlesPage>("GET", path, undefined, { signal: stop.signal });
        if (stop.signal.aborted) return;
        setIsLoading(false);
        if (answer.ok) setOptions(answer.value.items.map(optionOf));
      },
      isFirst.current ? 0 : TYPING_PAUSE,
    );
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [workspace, project, query]);
  const look = (words: string) => setQuery(words === chosen?.label ? "" : words.trim());
  return { options, chosen, isLoading, look, choose: setChosen };
}

function optionOf({ id, title, outlet, claimCount }: ArticlesPage["items"][number]): Option {
  const claims = claimCount === 1 ? "1 claim" : `${claimCount} claims`;
  return { value: id, label: title, hint: outlet ? `${outlet} · ${claims}` : claims };
}
