import { changeAssignment } from "#lib/contracts/routes/assignments.ts";
import { change } from "#lib/services/assignments/change.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const PATCH = defineRoute(changeAssignment, ({ caller, params, body }) =>
  change(caller, params.w, params.x, body),
);

export * from "#lib/web/other-methods.ts";
