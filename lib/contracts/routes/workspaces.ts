import { z } from "zod";
import { idOrSlug } from "../common.ts";
import { empty, route } from "../route.ts";
import { workspace, workspaceCreate, workspacePatch, workspacesPage } from "../workspaces.ts";

const inWorkspace = z.strictObject({ w: idOrSlug });

export const listWorkspaces = route({
  id: "listWorkspaces",
  method: "GET",
  path: "/workspaces",
  summary: "Workspaces you are a member of",
  tag: "Workspaces",
  scope: "read",
  params: z.strictObject({}),
  answer: workspacesPage,
});

export const createWorkspace = route({
  id: "createWorkspace",
  method: "POST",
  path: "/workspaces",
  summary: "Make a workspace that you own, with a first project",
  tag: "Workspaces",
  scope: "admin",
  params: z.strictObject({}),
  body: workspaceCreate,
  answer: workspace,
  status: 201,
  problems: ["sample-account", "slug-taken", "not-found"],
});

export const getWorkspace = route({
  id: "getWorkspace",
  method: "GET",
  path: "/workspaces/{w}",
  summary: "One workspace and your role in it",
  tag: "Workspaces",
  scope: "read",
  params: inWorkspace,
  answer: workspace,
});

export const renameWorkspace = route({
  id: "renameWorkspace",
  method: "PATCH",
  path: "/workspaces/{w}",
  summary: "Rename a workspace",
  tag: "Workspaces",
  scope: "admin",
  params: inWorkspace,
  body: workspacePatch,
  answer: workspace,
});

export const removeSample = route({
  id: "removeSample",
  method: "DELETE",
  path: "/workspaces/{w}",
  summary: "Remove the sample workspace and everything in it; no other can be removed",
  tag: "Workspaces",
  scope: "admin",
  params: inWorkspace,
  answer: empty,
  status: 204,
  problems: ["not-the-sample"],
});
