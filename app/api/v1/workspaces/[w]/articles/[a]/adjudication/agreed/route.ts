import { takeAgreed } from "#lib/contracts/routes/adjudication.ts";
import { takeAgreed as take } from "#lib/services/adjudication/adjudication.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(takeAgreed, ({ caller, params, body }) =>
  take(caller, params.w, params.a, body),
);

export * from "#lib/web/other-methods.ts";
