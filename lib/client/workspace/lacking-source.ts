import { needsSource } from "#core/attribution/chain-problems.ts";
import type { SaveProblem } from "./write.ts";

type Hop = { readonly category: string; readonly sources?: readonly string[] | undefined };

/**
 * What keeps a chain from being saved yet, known without asking the server: a link tagged before its source is named.
 * The claim's words are saved meanwhile, and the chain waits on this device.
 */
export function lackingSource(chain: readonly Hop[] | undefined): SaveProblem | null {
  const index = (chain ?? []).findIndex((hop) => needsSource(hop.category) && !hop.sources?.length);
  if (index < 0) return null;
  return { title: "Who says so?", detail: `Link ${index + 1} needs its source. Pick or create one.` };
}
