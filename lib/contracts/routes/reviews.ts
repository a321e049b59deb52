import { z } from "zod";
import { claimDetail, decided, reviewCreate, reviewsPage } from "../claims.ts";
import { id, idOrSlug } from "../common.ts";
import { reviewCase } from "../review-case.ts";
import { revisionTag, route } from "../route.ts";

const ofClaim = z.strictObject({ w: idOrSlug, c: id });
const ofReview = z.strictObject({ w: idOrSlug, c: id, r: id });
const tag = "Reviews";

export const listReviews = route({
  id: "listReviews",
  method: "GET",
  path: "/workspaces/{w}/claims/{c}/reviews",
  summary: "Every decision on a claim, oldest first",
  tag,
  scope: "read",
  params: ofClaim,
  answer: reviewsPage,
});

export const getReviewCase = route({
  id: "getReviewCase",
  method: "GET",
  path: "/workspaces/{w}/claims/{c}/review-case",
  summary: "A claim in its context, with the difference to decide on and what was said of it",
  tag,
  scope: "read",
  params: ofClaim,
  answer: reviewCase,
  etag: ({ claim }) => revisionTag(claim),
});

const deciding = route({
  id: "decideClaim",
  method: "POST",
  path: "/workspaces/{w}/claims/{c}/reviews",
  summary: "Approve a claim, reject it, or ask for changes",
  tag,
  scope: "review",
  params: ofClaim,
  body: reviewCreate,
  answer: decided,
  status: 201,
  etag: ({ claim }) => revisionTag(claim),
  needsIfMatch: true,
  problems: [
    "is-removed",
    "not-possible",
    "not-allowed",
    "review-is-off",
    "already-approved",
    "id-taken",
    "own-work",
    "layers-released",
  ],
});
/** Decided on is a claim, so that is what may have moved on. */
export const decideClaim = { ...deciding, current: claimDetail };

export const retractReview = route({
  id: "retractReview",
  method: "DELETE",
  path: "/workspaces/{w}/claims/{c}/reviews/{r}",
  summary: "Take your own decision back, until somebody has built on it",
  tag,
  scope: "review",
  params: ofReview,
  answer: claimDetail,
  etag: revisionTag,
  needsIfMatch: true,
  problems: ["is-removed", "not-possible", "not-allowed", "built-on", "no-decision"],
});
