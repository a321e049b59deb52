import { useEffect, useRef, useState } from "react";
import type { Option } from "#components/ui/select.tsx";
import { call } from "#lib/client/api.ts";

const TYPING_PAUSE = 200;

type Page<Row> = { readonly items: readonly Row[] };

/** What is found by the words typed; an answer that comes late, after newer words, is dropped. Both must stay the same. */
export function useSearch<Row>(addressOf: (words: string) => string, optionOf: (row: Row) => Option) {
  const [query, setQuery] = useState("");
  const [options, setOptions] = useState<readonly Option[]>([]);
  const [isLoading, setIsLoading] = useState(false);
  const isFirst = useRef(true);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(
      async () => {
        setIsLoading(true);
        const answer = await call<Page<Row>>("GET", addressOf(query), undefined, { signal: stop.signal });
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
  }, [query, addressOf, optionOf]);
  return { options, isLoading, look: (words: string) => setQuery(words.trim()) };
}
