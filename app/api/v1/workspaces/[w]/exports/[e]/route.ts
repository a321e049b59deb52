import { getExport, removeExport } from "#lib/contracts/routes/exports.ts";
import { get, remove } from "#lib/services/exports/kept.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getExport, ({ caller, params }) => get(caller, params.w, params.e));
export const DELETE = defineRoute(removeExport, ({ caller, params }) => remove(caller, params.w, params.e));

export * from "#lib/web/other-methods.ts";
