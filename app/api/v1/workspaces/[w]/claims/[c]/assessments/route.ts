import { listAssessments, putAssessment } from "#lib/contracts/routes/assessments.ts";
import { list, put } from "#lib/services/assessments/assessments.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listAssessments, ({ caller, params }) => list(caller, params.w, params.c));
export const PUT = defineRoute(putAssessment, ({ caller, params, body }) =>
  put(caller, params.w, params.c, body),
);

export * from "#lib/web/other-methods.ts";
