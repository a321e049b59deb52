import { undoDecision } from "#lib/contracts/routes/adjudication.ts";
import { undo } from "#lib/services/adjudication/adjudication.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const DELETE = defineRoute(undoDecision, ({ caller, params }) =>
  undo(caller, params.w, params.a, params.j),
);

export * from "#lib/web/other-methods.ts";
