import * as contract from "#lib/contracts/routes/projects.ts";
import { changeProject } from "#lib/services/projects/change.ts";
import { getProject } from "#lib/services/projects/read.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.getProject, ({ caller, params }) =>
  getProject(caller, params.w, params.p),
);
export const PATCH = defineRoute(contract.changeProject, ({ caller, params, ifMatch, body }) =>
  changeProject(caller, params.w, params.p, ifMatch, body),
);

export * from "#lib/web/other-methods.ts";
