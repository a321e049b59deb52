"use client";
import { useEffect, useState } from "react";
import type { Block } from "#core/text/blocks.ts";
import { type Sentence, sentencesOfBlock } from "#lib/client/workspace/coverage.ts";
import { useWorkspace } from "../workspace-context.tsx";

/** At book length the text is read in slices of this many milliseconds: a key pressed meanwhile is not kept waiting. */
const SLICE = 6;

/** The sentences of the article, or null while they are being read. */
export function useSentences(): readonly Sentence[] | null {
  const { article, index } = useWorkspace();
  const [sentences, setSentences] = useState<readonly Sentence[] | null>(null);
  // Reason for `as`: the contract knows a heading's level only as a number, which it holds to 1–6.
  const blocks = article.version.blocks as readonly Block[];
  useEffect(() => {
    const found: Sentence[] = [];
    const rest = blocks.values();
    let timer = setTimeout(read);
    return () => clearTimeout(timer);

    function read(): void {
      const until = performance.now() + SLICE;
      for (let next = rest.next(); ; next = rest.next()) {
        if (next.done) {
          setSentences(found);
          return;
        }
        found.push(...sentencesOfBlock(index, next.value));
        if (performance.now() > until) break;
      }
      timer = setTimeout(read);
    }
  }, [blocks, index]);
  return sentences;
}
