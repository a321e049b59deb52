import type { Permission } from "./permissions.ts";

/** Who asks about a claim, and what hand they have in it. The owner of a blind layer is the `author`. */
export const askers = ["viewer", "editor", "author", "reviewer", "admin", "owner"] as const;

/** One letter per asker, in the order of `askers`: `y` may, `.` may not. */
type Row = string;

/** Permissions about workspace, project and article (rules.md 5); the author imported the article and holds the token. */
export const plainRows: Readonly<Partial<Record<Permission, Row>>> = {
  "workspace:read": "yyyyyy",
  "workspace:manage": "....yy",
  "workspace:settings": ".....y",
  "member:manage": "....yy",
  "invitation:manage": "....yy",
  "project:create": "....yy",
  "project:edit": "....yy",
  "codebook:edit": "....yy",
  "article:read": "yyyyyy",
  "article:import": ".yyyyy",
  "article:edit": ".yyyyy",
  "article:trash": "..y.yy",
  "article:restore": "..y.yy",
  "article:work": ".yyyyy",
  "source:edit": ".yyyyy",
  "source:merge": ".yyyyy",
  "export:approved": "yyyyyy",
  "export:drafts": "...yyy",
  "token:manage": "..y.yy",
  "audit:read": "....yy",
  "comment:edit": "..y...",
};

/** Permissions about a claim, by layer: shared · the author's blind one · the same released · adjudicated. */
export const layerRows: Readonly<Partial<Record<Permission, readonly [Row, Row, Row, Row]>>> = {
  "claim:read": ["yyyyyy", "..y...", "yyyyyy", "...yyy"],
  "claim:create": [".yyyyy", "..y...", "..y...", "...yyy"],
  "claim:revise": [".yyyyy", "..y...", "..y...", "...yyy"],
  "claim:submit": [".yyyyy", "..y...", "..y...", "...yyy"],
  "claim:withdraw": ["..y...", "..y...", "..y...", "......"],
  "review:decide": ["...yyy", "......", "...yyy", "...yyy"],
  "review:reopen": ["...yyy", "......", "...yyy", "...yyy"],
  "review:retract": ["...y..", "......", "...y..", "...y.."],
  "proposal:accept": ["..y...", "..y...", "..y...", "......"],
  "assessment:write": [".yyyyy", "..y...", ".yyyyy", "...yyy"],
  "assessment:read": ["yyyyyy", "..y...", "yyyyyy", "...yyy"],
  "comment:write": [".yyyyy", "..y...", ".yyyyy", "...yyy"],
};

/** Removing and restoring in a shared layer depend on the state: an author's while draft, an admin's always. */
export const removalRows = {
  draft: "..y.yy",
  submitted: "....yy",
  changes_requested: "....yy",
  approved: "....yy",
  rejected: "....yy",
} as const;

/** What the browser is told may be done now, by state; `approve` stands for `review:decide`. One approval is needed. */
export const timelyRows: Readonly<
  Partial<Record<Permission, Readonly<Record<keyof typeof removalRows, Row>>>>
> = {
  "claim:revise": all(".yyyyy"),
  "claim:submit": { ...all("......"), draft: ".yyyyy", changes_requested: ".yyyyy" },
  "claim:withdraw": { ...all("......"), submitted: "..y..." },
  "claim:remove": removalRows,
  "claim:restore": all("......"),
  "review:decide": { ...all("......"), submitted: "...yyy" },
  "review:reopen": { ...all("......"), approved: "...yyy", rejected: "...yyy" },
  "review:retract": all("...y.."),
  "proposal:accept": { ...all("......"), changes_requested: "..y..." },
  "claim:read": all("yyyyyy"),
  "assessment:read": all("yyyyyy"),
  "assessment:write": all(".yyyyy"),
  "comment:write": all(".yyyyy"),
};

function all(row: Row): Readonly<Record<keyof typeof removalRows, Row>> {
  return { draft: row, submitted: row, changes_requested: row, approved: row, rejected: row };
}
