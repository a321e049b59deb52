import { listRevisions } from "#lib/contracts/routes/claims.ts";
import { revisions } from "#lib/services/claims/read.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listRevisions, ({ caller, params }) => revisions(caller, params.w, params.c));

export * from "#lib/web/other-methods.ts";
