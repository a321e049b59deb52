import * as contract from "#lib/contracts/routes/sources.ts";
import { unmergeSource } from "#lib/services/sources/merge.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(contract.unmergeSource, ({ caller, params }) =>
  unmergeSource(caller, params.w, params.s),
);

export * from "#lib/web/other-methods.ts";
