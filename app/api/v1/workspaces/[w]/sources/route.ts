import * as contract from "#lib/contracts/routes/sources.ts";
import { createSource } from "#lib/services/sources/create.ts";
import { listSources } from "#lib/services/sources/read.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.listSources, ({ caller, params, query }) =>
  listSources(caller, params.w, query),
);
export const POST = defineRoute(contract.createSource, ({ caller, params, body }) =>
  createSource(caller, params.w, body),
);

export * from "#lib/web/other-methods.ts";
