import { listWorkers } from "#lib/contracts/routes/assignments.ts";
import { workersOf } from "#lib/services/assignments/assignments.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listWorkers, ({ caller, params, query }) =>
  workersOf(caller, params.w, params.p, query.kind),
);

export * from "#lib/web/other-methods.ts";
