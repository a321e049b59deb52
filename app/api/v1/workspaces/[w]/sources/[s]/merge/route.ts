import * as contract from "#lib/contracts/routes/sources.ts";
import { mergeSource } from "#lib/services/sources/merge.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(contract.mergeSource, ({ caller, params, body }) =>
  mergeSource(caller, params.w, params.s, body),
);

export * from "#lib/web/other-methods.ts";
