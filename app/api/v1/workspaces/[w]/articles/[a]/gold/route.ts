import { getGold, putGold, removeGold } from "#lib/contracts/routes/calibration.ts";
import { put, read, remove } from "#lib/services/calibration/gold.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getGold, ({ caller, params }) => read(caller, params.w, params.a));
export const PUT = defineRoute(putGold, ({ caller, params, body }) => put(caller, params.w, params.a, body));
export const DELETE = defineRoute(removeGold, ({ caller, params }) => remove(caller, params.w, params.a));

export * from "#lib/web/other-methods.ts";
