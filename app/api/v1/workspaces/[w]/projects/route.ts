import * as contract from "#lib/contracts/routes/projects.ts";
import { createProject } from "#lib/services/projects/create.ts";
import { listProjects } from "#lib/services/projects/read.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.listProjects, ({ caller, params, query }) =>
  listProjects(caller, params.w, query),
);
export const POST = defineRoute(contract.createProject, ({ caller, params, body }) =>
  createProject(caller, params.w, body),
);

export * from "#lib/web/other-methods.ts";
