import { listGold } from "#lib/contracts/routes/calibration.ts";
import { list } from "#lib/services/calibration/gold.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listGold, ({ caller, params }) => list(caller, params.w, params.p));

export * from "#lib/web/other-methods.ts";
