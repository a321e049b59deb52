import { z } from "zod";
import {
  assigned,
  assignInput,
  assignment,
  assignmentPatch,
  assignmentsPage,
  assignmentsPlan,
  assignmentsQuery,
  myWork,
  workers,
  workersQuery,
} from "../assignments.ts";
import { id, idOrSlug } from "../common.ts";
import { route } from "../route.ts";

const inProject = z.strictObject({ w: idOrSlug, p: idOrSlug });
const tag = "Assignments";

export const listAssignments = route({
  id: "listAssignments",
  method: "GET",
  path: "/workspaces/{w}/projects/{p}/assignments",
  summary: "Who works on which article, newest first",
  tag,
  scope: "read",
  params: inProject,
  query: assignmentsQuery,
  answer: assignmentsPage,
});

export const assignArticles = route({
  id: "assignArticles",
  method: "POST",
  path: "/workspaces/{w}/projects/{p}/assignments",
  summary: "Give articles to people, by name or by rule",
  tag,
  scope: "admin",
  params: inProject,
  body: assignInput,
  answer: assigned,
  status: 201,
});

export const planAssignments = route({
  id: "planAssignments",
  method: "POST",
  path: "/workspaces/{w}/projects/{p}/assignments/plan",
  summary: "What giving articles to people would give to whom; nothing is given",
  tag,
  scope: "admin",
  params: inProject,
  body: assignInput,
  answer: assignmentsPlan,
});

export const listWorkers = route({
  id: "listWorkers",
  method: "GET",
  path: "/workspaces/{w}/projects/{p}/workers",
  summary: "Who can be given articles of a project, and how much each has in hand",
  tag,
  scope: "read",
  params: inProject,
  query: workersQuery,
  answer: workers,
});

export const changeAssignment = route({
  id: "changeAssignment",
  method: "PATCH",
  path: "/workspaces/{w}/assignments/{x}",
  summary: "Finish an assignment, give it back with a reason, hand it over, or change when it is due",
  tag,
  scope: "write",
  params: z.strictObject({ w: idOrSlug, x: id }),
  body: assignmentPatch,
  answer: assignment,
  problems: ["assignment-ended"],
});

export const getMyWork = route({
  id: "getMyWork",
  method: "GET",
  path: "/workspaces/{w}/my-work",
  summary: "What waits for you: articles given to you, claims sent back",
  tag,
  scope: "read",
  params: z.strictObject({ w: idOrSlug }),
  answer: myWork,
});
