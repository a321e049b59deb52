import type { Entry } from "./entry.ts";

/** Whether one's work is safe, as the page may truthfully say it. `isKept`: it would outlive this page. */
export type Saving =
  | { readonly kind: "saved" }
  | { readonly kind: "saving"; readonly isKept: boolean }
  | { readonly kind: "waiting"; readonly reason: string; readonly isKept: boolean }
  | {
      readonly kind: "refused" | "conflict";
      readonly ids: readonly string[];
      readonly reason: string;
      readonly isKept: boolean;
    };

type Line = {
  readonly isWaiting: boolean;
  readonly isIdle: boolean;
  readonly canKeep: boolean;
  readonly isKeeping: boolean;
};

/** `stuck`: the claims of which something waits for a person. */
export function savingOf(line: Line, stuck: readonly Entry[], waitReason: string): Saving {
  const { canKeep: isKept } = line;
  if (line.isWaiting && !line.isKeeping) return { kind: "waiting", reason: waitReason, isKept };
  if (!line.isIdle || line.isKeeping) return { kind: "saving", isKept };
  const [first] = stuck;
  if (!first) return { kind: "saved" };
  const ids = stuck.map(({ server }) => server.id);
  if (!first.problem) return { kind: "conflict", ids, reason: "choose between two versions", isKept };
  return { kind: "refused", ids, reason: first.problem.detail || first.problem.title, isKept };
}
