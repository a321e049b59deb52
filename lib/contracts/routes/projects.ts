import { z } from "zod";
import { idOrSlug, pageQuery } from "../common.ts";
import { revisionTag, route } from "../route.ts";
import { project, projectCreate, projectPatch, projectsPage } from "../workspaces.ts";

const inWorkspace = z.strictObject({ w: idOrSlug });
const inProject = z.strictObject({ w: idOrSlug, p: idOrSlug });

export const listProjects = route({
  id: "listProjects",
  method: "GET",
  path: "/workspaces/{w}/projects",
  summary: "Projects of a workspace that you may see",
  tag: "Projects",
  scope: "read",
  params: inWorkspace,
  query: z.strictObject(pageQuery),
  answer: projectsPage,
});

export const createProject = route({
  id: "createProject",
  method: "POST",
  path: "/workspaces/{w}/projects",
  summary: "Make a project",
  tag: "Projects",
  scope: "admin",
  params: inWorkspace,
  body: projectCreate,
  answer: project,
  status: 201,
  etag: revisionTag,
  problems: ["slug-taken"],
});

export const getProject = route({
  id: "getProject",
  method: "GET",
  path: "/workspaces/{w}/projects/{p}",
  summary: "One project",
  tag: "Projects",
  scope: "read",
  params: inProject,
  answer: project,
  etag: revisionTag,
});

export const changeProject = route({
  id: "changeProject",
  method: "PATCH",
  path: "/workspaces/{w}/projects/{p}",
  summary: "Change a project's name, rules or members",
  tag: "Projects",
  scope: "admin",
  params: inProject,
  body: projectPatch,
  answer: project,
  etag: revisionTag,
  needsIfMatch: true,
});
