import * as contract from "#lib/contracts/routes/workspaces.ts";
import { createWorkspace } from "#lib/services/workspaces/create.ts";
import { listWorkspaces } from "#lib/services/workspaces/workspaces.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.listWorkspaces, ({ caller }) => listWorkspaces(caller));
export const POST = defineRoute(contract.createWorkspace, ({ caller, body }) =>
  createWorkspace(caller, body),
);

export * from "#lib/web/other-methods.ts";
