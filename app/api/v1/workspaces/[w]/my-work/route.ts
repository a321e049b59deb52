import { getMyWork } from "#lib/contracts/routes/assignments.ts";
import { myWork } from "#lib/services/assignments/assignments.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getMyWork, ({ caller, params }) => myWork(caller, params.w));

export * from "#lib/web/other-methods.ts";
