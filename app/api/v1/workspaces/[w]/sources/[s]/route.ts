import * as contract from "#lib/contracts/routes/sources.ts";
import { changeSource } from "#lib/services/sources/change.ts";
import { getSource } from "#lib/services/sources/read.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.getSource, ({ caller, params }) =>
  getSource(caller, params.w, params.s),
);
export const PATCH = defineRoute(contract.changeSource, ({ caller, params, ifMatch, body }) =>
  changeSource(caller, params.w, params.s, ifMatch, body),
);

export * from "#lib/web/other-methods.ts";
