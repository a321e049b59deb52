"use client";
import { usePeople } from "../../inspector/use-people.ts";
import { useNames, useWorkspace } from "../workspace-context.tsx";
import { type ValueWords, valueWords } from "./facet-words.ts";

/** Names of facets' values. Asks who the workspace's people are, so it stands only where they are shown. */
export function useValueWords(): ValueWords {
  const { codebook } = useWorkspace();
  const { source } = useNames();
  return valueWords({ codebook, source, person: usePeople() });
}
