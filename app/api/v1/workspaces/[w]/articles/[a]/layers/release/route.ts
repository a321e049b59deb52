import { releaseLayers } from "#lib/contracts/routes/layers.ts";
import { releaseOne } from "#lib/services/layers/layers.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(releaseLayers, ({ caller, params, body }) =>
  releaseOne(caller, params.w, params.a, body),
);

export * from "#lib/web/other-methods.ts";
