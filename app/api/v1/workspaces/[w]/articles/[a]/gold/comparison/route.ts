import { getGoldComparison } from "#lib/contracts/routes/calibration.ts";
import { comparison } from "#lib/services/calibration/comparison.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getGoldComparison, ({ caller, params }) =>
  comparison(caller, params.w, params.a),
);

export * from "#lib/web/other-methods.ts";
