import { putLook, removeLook } from "#lib/contracts/routes/codebooks.ts";
import { put, remove } from "#lib/services/codebooks/look.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const PUT = defineRoute(putLook, ({ caller, params, ifMatch }) =>
  put(caller, params.w, params.c, ifMatch),
);
export const DELETE = defineRoute(removeLook, ({ caller, params }) => remove(caller, params.w, params.c));

export * from "#lib/web/other-methods.ts";
