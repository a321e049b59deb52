import { createClaim, listArticleClaims } from "#lib/contracts/routes/claims.ts";
import { create } from "#lib/services/claims/create.ts";
import { ofArticle } from "#lib/services/claims/read.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listArticleClaims, ({ caller, params }) =>
  ofArticle(caller, params.w, params.a),
);
export const POST = defineRoute(createClaim, ({ caller, params, body }) =>
  create(caller, params.w, params.a, body),
);

export * from "#lib/web/other-methods.ts";
