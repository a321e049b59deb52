import { getProjectCodebook, switchCodebook } from "#lib/contracts/routes/codebooks.ts";
import { read, switchTo } from "#lib/services/codebooks/project.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getProjectCodebook, ({ caller, params, query }) =>
  read(caller, params.w, params.p, query.version),
);
export const POST = defineRoute(switchCodebook, ({ caller, params, ifMatch, body }) =>
  switchTo(caller, params.w, params.p, ifMatch, body),
);

export * from "#lib/web/other-methods.ts";
