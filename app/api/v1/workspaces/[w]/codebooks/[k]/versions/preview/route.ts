import { previewCodebook } from "#lib/contracts/routes/codebooks.ts";
import { preview } from "#lib/services/codebooks/publish.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(previewCodebook, ({ caller, params, body }) =>
  preview(caller, params.w, params.k, body),
);

export * from "#lib/web/other-methods.ts";
