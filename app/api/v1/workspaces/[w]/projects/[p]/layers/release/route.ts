import { releaseArticles } from "#lib/contracts/routes/layers.ts";
import { releaseSome } from "#lib/services/layers/layers.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(releaseArticles, ({ caller, params, body }) =>
  releaseSome(caller, params.w, params.p, body),
);

export * from "#lib/web/other-methods.ts";
