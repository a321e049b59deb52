import { decideClaim, listReviews } from "#lib/contracts/routes/reviews.ts";
import { decide, list } from "#lib/services/reviews/reviews.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listReviews, ({ caller, params }) => list(caller, params.w, params.c));
export const POST = defineRoute(decideClaim, ({ caller, params, ifMatch, body }) =>
  decide(caller, params.w, params.c, ifMatch, body),
);

export * from "#lib/web/other-methods.ts";
