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
  "layer:import": "....yy",
  "layer:release": "....yy",
  "article:edit": ".yyyyy",
  "article:trash": "..y.yy",
  "article:restore": "..y.yy",
  "article:work": ".yyyyy",
  "source:edit": ".yyyyy",
  "source:merge": ".yyyyy",
  "export:approved": "yyyyyy",
  "export:drafts": "...yyy",
  "adjudication:decide": "...yyy",
  "agreement:read": "yyyyyy",
  "assignment:manage": "....yy",
  "assignment:end": "..y.yy",
  "gold:manage": "....yy",
  "token:manage": "..y.yy",
  "webhook:manage": "....yy",
  "audit:read": "....yy",
  "comment:edit": "..y...",
};

/** Permissions about a claim, by layer: shared · the author's blind one · the same released · adjudicated. */
export const layerRows: Readonly<Partial<Record<Permission, readonly [Row, Row, Row, Row]>>> = {
  "claim:read": ["yyyyyy", "..y...", "yyyyyy", "...yyy"],
  "claim:create": [".yyyyy", "..y...", "......", "...yyy"],
  "claim:revise": [".yyyyy", "..y...", "......", "...yyy"],
  "claim:submit": [".yyyyy", "..y...", "......", "...yyy"],
  "claim:withdraw": ["..y...", "..y...", "......", "......"],
  "review:decide": ["...yyy", "......", "...yyy", "...yyy"],
  "review:reopen": ["...yyy", "......", "...yyy", "...yyy"],
  "review:retract": ["...y..", "......", "...y..", "...y.."],
  "proposal:accept": ["..y...", "..y...", "......", "......"],
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

/** What may be false about an actor and an object, each alone while all else is true. */
export const facts = [
  "project",
  "seen",
  "written",
  "author",
  "draft",
  "decider",
  "importer",
  "commenter",
  "assignee",
  "holder",
  "ownership",
] as const;
export type FactName = (typeof facts)[number];

/**
 * Every permission, by role from viewer to owner: `-` never · `yes` whatever the facts · else the facts without which
 * it is refused. `project`: named in a restricted one · `seen`, `written`: the layer is one that may be read, and be
 * written · `author` of the claim, `decider` of its last decision, `importer`, `commenter`, `assignee`, `holder` of the token: one
 * is it oneself · `draft`: the claim still is one · `ownership`: no owner is touched or made.
 */
export const needs: readonly (readonly [
  permission: Permission,
  viewer: string,
  editor: string,
  reviewer: string,
  admin: string,
  owner: string,
])[] = [
  ["workspace:read", "yes", "yes", "yes", "yes", "yes"],
  ["workspace:manage", "-", "-", "-", "yes", "yes"],
  ["workspace:settings", "-", "-", "-", "-", "yes"],
  ["member:manage", "-", "-", "-", "ownership", "yes"],
  ["invitation:manage", "-", "-", "-", "ownership", "yes"],
  ["project:create", "-", "-", "-", "yes", "yes"],
  ["project:edit", "-", "-", "-", "yes", "yes"],
  ["codebook:edit", "-", "-", "-", "yes", "yes"],
  ["article:read", "project", "project", "project", "project", "project"],
  ["article:import", "-", "project", "project", "project", "project"],
  ["layer:import", "-", "-", "-", "project", "project"],
  ["layer:release", "-", "-", "-", "project", "project"],
  ["article:edit", "-", "project", "project", "project", "project"],
  ["article:trash", "-", "project importer", "project importer", "project", "project"],
  ["article:restore", "-", "project importer", "project importer", "project", "project"],
  ["article:work", "-", "project", "project", "project", "project"],
  ["claim:read", "project seen", "project seen", "project seen", "project seen", "project seen"],
  [
    "claim:create",
    "-",
    "project seen written",
    "project seen written",
    "project seen written",
    "project seen written",
  ],
  [
    "claim:revise",
    "-",
    "project seen written",
    "project seen written",
    "project seen written",
    "project seen written",
  ],
  [
    "claim:submit",
    "-",
    "project seen written",
    "project seen written",
    "project seen written",
    "project seen written",
  ],
  [
    "claim:withdraw",
    "-",
    "project seen written author",
    "project seen written author",
    "project seen written author",
    "project seen written author",
  ],
  [
    "claim:remove",
    "-",
    "project seen written author draft",
    "project seen written author draft",
    "project seen",
    "project seen",
  ],
  [
    "claim:restore",
    "-",
    "project seen written author draft",
    "project seen written author draft",
    "project seen",
    "project seen",
  ],
  ["review:decide", "-", "-", "project seen", "project seen", "project seen"],
  ["review:reopen", "-", "-", "project seen", "project seen", "project seen"],
  ["review:retract", "-", "-", "project seen decider", "project seen decider", "project seen decider"],
  [
    "proposal:accept",
    "-",
    "project seen written author",
    "project seen written author",
    "project seen written author",
    "project seen written author",
  ],
  ["assessment:write", "-", "project seen", "project seen", "project seen", "project seen"],
  ["assessment:read", "project seen", "project seen", "project seen", "project seen", "project seen"],
  ["comment:write", "-", "project seen", "project seen", "project seen", "project seen"],
  [
    "comment:edit",
    "-",
    "project seen commenter",
    "project seen commenter",
    "project seen commenter",
    "project seen commenter",
  ],
  ["source:edit", "-", "yes", "yes", "yes", "yes"],
  ["source:merge", "-", "yes", "yes", "yes", "yes"],
  ["export:approved", "project", "project", "project", "project", "project"],
  ["export:drafts", "-", "-", "project", "project", "project"],
  ["adjudication:decide", "-", "-", "project", "project", "project"],
  ["agreement:read", "project", "project", "project", "project", "project"],
  ["assignment:manage", "-", "-", "-", "project", "project"],
  ["assignment:end", "-", "project assignee", "project assignee", "project", "project"],
  ["gold:manage", "-", "-", "-", "project", "project"],
  ["token:manage", "holder", "holder", "holder", "yes", "yes"],
  ["webhook:manage", "-", "-", "-", "yes", "yes"],
  ["audit:read", "-", "-", "-", "yes", "yes"],
];
