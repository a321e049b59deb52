import type { ClaimState } from "#core/review/state.ts";
import { queryString } from "#lib/client/api.ts";

/** What an export is made of; the API's own words. */
export type ExportChoice = {
  readonly state: ClaimState | "all";
  readonly shape: Shape;
  readonly text: "quoted" | "positions";
  /** Id, or null for the whole project. */
  readonly article: string | null;
};
export type Shape = "json" | "csv-claims" | "csv-links" | "webannotation";

export const shapes: readonly { value: Shape; label: string; keeps: string }[] = [
  {
    value: "json",
    label: "JSON, the fullest",
    keeps:
      "Keeps texts, chains with every facet, discontinuous spans, assessments, states. Loses comments, notes and history.",
  },
  {
    value: "csv-claims",
    label: "CSV, one row a claim",
    keeps:
      "For spreadsheets. Keeps every claim with its chain as a sentence; loses its links’ facets and assessments.",
  },
  {
    value: "csv-links",
    label: "CSV, one row a link",
    keeps:
      "For counting sources. Keeps each link with its facets; loses the claims’ own words and statements.",
  },
  {
    value: "webannotation",
    label: "Web Annotation (JSON-LD)",
    keeps:
      "For other annotation tools. Keeps places, quotes and chains; loses the articles’ texts and the assessments.",
  },
];

export const states: readonly { value: ExportChoice["state"]; label: string }[] = [
  { value: "approved", label: "Approved" },
  { value: "submitted", label: "Submitted" },
  { value: "changes_requested", label: "Changes requested" },
  { value: "draft", label: "Draft" },
  { value: "rejected", label: "Rejected" },
  { value: "all", label: "All states" },
];

/** Address of the file. With `limit`, of its first claims. */
export function exportAddress(
  workspace: string,
  project: string,
  { state, shape, text, article }: ExportChoice,
  limit?: number,
): string {
  const [format, rows] = shape.split("-");
  return `/api/v1/workspaces/${workspace}/projects/${project}/export${queryString({
    ...{ format, rows, state, text, article, limit },
  })}`;
}
