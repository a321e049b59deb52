import { getQuality } from "#lib/contracts/routes/calibration.ts";
import { quality } from "#lib/services/calibration/quality.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getQuality, ({ caller, params }) => quality(caller, params.w, params.p));

export * from "#lib/web/other-methods.ts";
