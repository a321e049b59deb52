import * as contract from "#lib/contracts/routes/articles.ts";
import { setWork } from "#lib/services/articles/set-work.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const PUT = defineRoute(contract.setWork, ({ caller, params, body }) =>
  setWork(caller, params.w, params.a, body.state),
);

export * from "#lib/web/other-methods.ts";
