import type { Entry } from "./entry.ts";

/** Whether one's work is safe, as the page may truthfully say it. */
export type Saving =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "waiting"; readonly reason: string }
  | { readonly kind: "refused"; readonly ids: readonly string[]; readonly reason: string };

type Line = { readonly isWaiting: boolean; readonly isIdle: boolean };

export function savingOf(line: Line, entries: ReadonlyMap<string, Entry>, waitReason: string): Saving {
  if (line.isWaiting) return { kind: "waiting", reason: waitReason };
  if (!line.isIdle) return { kind: "saving" };
  const refused = [...entries].filter(
    ([, { problem, conflict, isRemoved }]) => !isRemoved && (problem ?? conflict),
  );
  const first = refused[0]?.[1];
  if (!first) return { kind: "saved" };
  const reason = first.problem ? first.problem.detail || first.problem.title : "choose between two versions";
  return { kind: "refused", ids: refused.map(([id]) => id), reason };
}
