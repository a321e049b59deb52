import { retractReview } from "#lib/contracts/routes/reviews.ts";
import { retract } from "#lib/services/reviews/reviews.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const DELETE = defineRoute(retractReview, ({ caller, params, ifMatch }) =>
  retract(caller, params.w, params.c, params.r, ifMatch),
);

export * from "#lib/web/other-methods.ts";
