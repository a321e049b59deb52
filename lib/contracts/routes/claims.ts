import { z } from "zod";
import {
  articleClaims,
  claimCreate,
  claimDetail,
  claimPatch,
  claimsPage,
  claimsQuery,
  historyPage,
  reasonInput,
  removeQuery,
  restoreInput,
  revisionsPage,
} from "../claims.ts";
import { batchAnswer, claimsBatch, MOST_OPERATIONS } from "../claims-batch.ts";
import { id, idOrSlug } from "../common.ts";
import { revisionTag, route } from "../route.ts";

const inWorkspace = z.strictObject({ w: idOrSlug });
const inArticle = z.strictObject({ w: idOrSlug, a: id });
const ofClaim = z.strictObject({ w: idOrSlug, c: id });
const tag = "Claims";

export const listClaims = route({
  id: "listClaims",
  method: "GET",
  path: "/workspaces/{w}/claims",
  summary: "Claims across articles, the latest first; the review queue with `decidable`, the oldest first",
  tag,
  scope: "read",
  params: inWorkspace,
  query: claimsQuery,
  answer: claimsPage,
});

export const listArticleClaims = route({
  id: "listArticleClaims",
  method: "GET",
  path: "/workspaces/{w}/articles/{a}/claims",
  summary: "Every claim of an article, in reading order",
  tag,
  scope: "read",
  params: inArticle,
  answer: articleClaims,
});

export const createClaim = route({
  id: "createClaim",
  method: "POST",
  path: "/workspaces/{w}/articles/{a}/claims",
  summary: "Mark a claim in the article's current text",
  tag,
  scope: "write",
  params: inArticle,
  body: claimCreate,
  answer: claimDetail,
  status: 201,
  etag: revisionTag,
  problems: ["version-moved", "id-taken", "layers-released", "layers-full"],
});

export const batchClaims = route({
  id: "batchClaims",
  method: "POST",
  path: "/workspaces/{w}/claims/batch",
  summary: `Up to ${MOST_OPERATIONS.toLocaleString("en")} operations on claims in one request, each with its result; with \`atomic\` all of them or none`,
  tag,
  scope: "write",
  params: inWorkspace,
  body: claimsBatch,
  answer: batchAnswer,
  bodyLimit: 10_000_000,
  cost: ({ operations }) => Math.ceil(operations.length / 10),
  problems: ["batch-refused"],
});

export const getClaim = route({
  id: "getClaim",
  method: "GET",
  path: "/workspaces/{w}/claims/{c}",
  summary: "One claim, with what you may do",
  tag,
  scope: "read",
  params: ofClaim,
  answer: claimDetail,
  etag: revisionTag,
});

export const reviseClaim = route({
  id: "reviseClaim",
  method: "PATCH",
  path: "/workspaces/{w}/claims/{c}",
  summary: "Change a claim; changed content is a new revision",
  tag,
  scope: "write",
  params: ofClaim,
  body: claimPatch,
  answer: claimDetail,
  etag: revisionTag,
  needsIfMatch: true,
  problems: ["is-removed", "not-possible", "not-allowed", "layers-released"],
});

export const removeClaim = route({
  id: "removeClaim",
  method: "DELETE",
  path: "/workspaces/{w}/claims/{c}",
  summary: "Remove a claim; claims nested in it are kept or go too",
  tag,
  scope: "write",
  params: ofClaim,
  query: removeQuery,
  answer: claimDetail,
  etag: revisionTag,
  needsIfMatch: true,
  problems: [
    "is-removed",
    "not-possible",
    "not-allowed",
    "has-children",
    "child-not-removable",
    "layers-released",
  ],
});

export const restoreClaim = route({
  id: "restoreClaim",
  method: "POST",
  path: "/workspaces/{w}/claims/{c}/restore",
  summary: "Bring a removed claim back, or make an earlier revision's content the newest",
  tag,
  scope: "write",
  params: ofClaim,
  body: restoreInput,
  answer: claimDetail,
  etag: revisionTag,
  needsIfMatch: true,
  problems: ["is-removed", "not-possible", "not-allowed", "not-removed", "parent-removed", "layers-released"],
});

export const listRevisions = route({
  id: "listRevisions",
  method: "GET",
  path: "/workspaces/{w}/claims/{c}/revisions",
  summary: "Every revision of a claim, whole",
  tag,
  scope: "read",
  params: ofClaim,
  answer: revisionsPage,
});

export const getHistory = route({
  id: "getHistory",
  method: "GET",
  path: "/workspaces/{w}/claims/{c}/history",
  summary: "Everything that happened to a claim",
  tag,
  scope: "read",
  params: ofClaim,
  answer: historyPage,
});

export const submitClaim = route({
  id: "submitClaim",
  method: "POST",
  path: "/workspaces/{w}/claims/{c}/submit",
  summary: "Hand a claim to review",
  tag,
  scope: "write",
  params: ofClaim,
  answer: claimDetail,
  etag: revisionTag,
  needsIfMatch: true,
  problems: ["is-removed", "not-possible", "not-allowed", "layers-released"],
});

export const withdrawClaim = route({
  id: "withdrawClaim",
  method: "POST",
  path: "/workspaces/{w}/claims/{c}/withdraw",
  summary: "Take a claim out of review",
  tag,
  scope: "write",
  params: ofClaim,
  answer: claimDetail,
  etag: revisionTag,
  needsIfMatch: true,
  problems: ["is-removed", "not-possible", "not-allowed", "layers-released"],
});

export const reopenClaim = route({
  id: "reopenClaim",
  method: "POST",
  path: "/workspaces/{w}/claims/{c}/reopen",
  summary: "Put a settled claim back into review",
  tag,
  scope: "review",
  params: ofClaim,
  body: reasonInput,
  answer: claimDetail,
  etag: revisionTag,
  needsIfMatch: true,
  problems: ["is-removed", "not-possible", "not-allowed", "layers-released"],
});

export const acceptProposal = route({
  id: "acceptProposal",
  method: "POST",
  path: "/workspaces/{w}/claims/{c}/accept-proposal",
  summary: "Take over the revision a reviewer proposed, unchanged",
  tag,
  scope: "write",
  params: ofClaim,
  answer: claimDetail,
  etag: revisionTag,
  needsIfMatch: true,
  problems: [
    "layers-released",
    "is-removed",
    "not-possible",
    "not-allowed",
    "review-is-off",
    "no-proposal",
    "proposal-outdated",
    "own-work",
  ],
});
