import { batchClaims } from "#lib/contracts/routes/claims.ts";
import { batch } from "#lib/services/claims/batch.ts";
import { batchAnswer } from "#lib/web/batch-answer.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(batchClaims, async ({ caller, params, body }) =>
  batchAnswer(await batch(caller, params.w, body)),
);

export * from "#lib/web/other-methods.ts";
