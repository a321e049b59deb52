import type { Role } from "#core/review/state.ts";

/** What each role may do, in a line (rules.md 5). */
export const roleWords: Record<Role, { readonly label: string; readonly hint: string }> = {
  viewer: { label: "Viewer", hint: "Reads, and exports what is approved" },
  editor: { label: "Editor", hint: "Imports articles, marks and revises claims" },
  reviewer: { label: "Reviewer", hint: "Also approves and rejects others' claims" },
  admin: { label: "Admin", hint: "Also members, projects and the codebook" },
  owner: { label: "Owner", hint: "Everything; one person a workspace" },
};

export const givenRoles = ["viewer", "editor", "reviewer", "admin"] as const;
export const roleOptions = givenRoles.map((value) => ({ value, ...roleWords[value] }));
