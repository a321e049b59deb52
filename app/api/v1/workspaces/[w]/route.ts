import * as contract from "#lib/contracts/routes/workspaces.ts";
import { getWorkspace, removeSample, renameWorkspace } from "#lib/services/workspaces/workspaces.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.getWorkspace, ({ caller, params }) => getWorkspace(caller, params.w));
export const PATCH = defineRoute(contract.renameWorkspace, ({ caller, params, body }) =>
  renameWorkspace(caller, params.w, body.name),
);
export const DELETE = defineRoute(contract.removeSample, ({ caller, params }) =>
  removeSample(caller, params.w),
);

export * from "#lib/web/other-methods.ts";
