import { decideUnit } from "#lib/contracts/routes/adjudication.ts";
import { decide } from "#lib/services/adjudication/adjudication.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(decideUnit, ({ caller, params, body }) =>
  decide(caller, params.w, params.a, body),
);

export * from "#lib/web/other-methods.ts";
