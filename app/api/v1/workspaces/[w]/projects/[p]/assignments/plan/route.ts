import { planAssignments } from "#lib/contracts/routes/assignments.ts";
import { plan } from "#lib/services/assignments/assignments.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(planAssignments, ({ caller, params, body }) =>
  plan(caller, params.w, params.p, body),
);

export * from "#lib/web/other-methods.ts";
