import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { ClaimProblem } from "#core/attribution/problems.ts";
import { problemMessage } from "#core/attribution/problems.ts";
import type { Codebook } from "#core/provenance/codebook.ts";
import styles from "./chain-editor.module.css";

type Props = {
  problems: readonly ClaimProblem[];
  codebook: Codebook;
  /** What can be done about one of them at once. */
  remedy?: (problem: ClaimProblem) => ReactNode;
};

/** What is the matter with a link, beside the field that it is about. */
export function LinkProblems({ problems, codebook, remedy }: Props) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems}>
      {problems.map((problem) => {
        const message = problemMessage(problem, codebook).replace(/^Link \d+: /u, "");
        return (
          <li key={message} data-severity={problem.severity}>
            <TriangleAlert aria-hidden="true" />
            <span>
              {message} {remedy?.(problem)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The field of a link that a problem is about. */
export function placeOfProblem({ kind }: ClaimProblem): "category" | "source" | "marks" | "facets" {
  if (sourceKinds.has(kind)) return "source";
  if (kind === "basis_missing" || kind === "basis_without_carrying") return "facets";
  return markKinds.has(kind) ? "marks" : "category";
}

const sourceKinds: ReadonlySet<string> = new Set([
  "missing_source",
  "unexpected_source",
  "unknown_source",
  "repeated_source",
  "circular_source",
  "named_but_anonymous",
  "unnamed_but_named_statement",
]);
const markKinds: ReadonlySet<string> = new Set([
  "bad_span",
  "nothing_marked",
  "carried_over_with_cue",
  "nothing_to_carry_over",
]);
