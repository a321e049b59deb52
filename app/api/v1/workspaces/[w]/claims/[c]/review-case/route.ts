import { getReviewCase } from "#lib/contracts/routes/reviews.ts";
import { caseOf } from "#lib/services/reviews/queue.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getReviewCase, ({ caller, params }) => caseOf(caller, params.w, params.c));

export * from "#lib/web/other-methods.ts";
