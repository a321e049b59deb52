import { listLayers } from "#lib/contracts/routes/layers.ts";
import { ofArticle } from "#lib/services/layers/layers.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listLayers, ({ caller, params }) => ofArticle(caller, params.w, params.a));

export * from "#lib/web/other-methods.ts";
