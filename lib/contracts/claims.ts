import { z } from "zod";
import {
  acts,
  attributionStatuses,
  bases,
  channels,
  claimKinds,
  confidences,
  cueStances,
  directnesses,
  fidelities,
  hedgeTypes,
  polarities,
  sourceReliabilities,
  verifications,
} from "#core/provenance/facets.ts";
import { claimStates } from "#core/review/state.ts";
import { id, line, page, pageQuery, required, span, spanInput, timestamp } from "./common.ts";

const categoryId = z.string().min(1).max(80);
const slug = z.string().regex(/^[a-z0-9_]{1,60}$/);

export const linkInput = z
  .strictObject({
    category: categoryId,
    sources: z.array(id).max(20).default([]),
    mention: z.array(spanInput).max(20).default([]),
    cue: z.array(spanInput).max(20).default([]),
    addressee: z.array(spanInput).max(20).default([]),
    act: z.enum(acts).default("statement"),
    directness: z.enum(directnesses).default("indirect"),
    cueStance: z.enum(cueStances).default("neutral"),
    polarity: z.enum(polarities).default("positive"),
    explicit: z.boolean().default(true),
    basis: z.enum(bases).nullable().default(null),
    attributionStatus: z.enum(attributionStatuses).default("not_stated"),
    channel: z.enum(channels).default("not_stated"),
  })
  .meta({ id: "LinkInput" });

export type LinkInput = z.infer<typeof linkInput>;

export const link = z
  .object({
    category: z.string(),
    sources: z.array(id),
    mention: z.array(span),
    cue: z.array(span),
    addressee: z.array(span),
    act: z.enum(acts),
    directness: z.enum(directnesses),
    cueStance: z.enum(cueStances),
    polarity: z.enum(polarities),
    explicit: z.boolean(),
    basis: z.enum(bases).nullable(),
    attributionStatus: z.enum(attributionStatuses),
    channel: z.enum(channels),
  })
  .meta({ id: "Link" });

const hedgeInput = z.strictObject({ type: z.enum(hedgeTypes), span: spanInput });
export const hedge = z.object({ type: z.enum(hedgeTypes), span });

/** The content a person may write. `chain` is the whole chain, `ownChain` the links below the parent's: one of them. */
const contentInput = {
  spans: z.array(spanInput).min(1).max(200),
  statement: line(5_000),
  kind: z.enum(claimKinds).nullable(),
  parentId: id.nullable(),
  provenance: categoryId,
  chain: z.array(linkInput).max(20),
  ownChain: z.array(linkInput).max(20),
  hedges: z.array(hedgeInput).max(100),
  flags: z.array(slug).max(50),
  sameClaimAs: id.nullable(),
  groupId: id.nullable(),
};

export const claimCreate = z
  .strictObject({
    id: id.optional(),
    versionId: id,
    layerId: id.optional(),
    ...z.object(contentInput).partial().required({ spans: true }).shape,
  })
  .refine((claim) => !(claim.chain && claim.ownChain), "give chain or ownChain, not both")
  .meta({ id: "ClaimCreate" });
export type ClaimCreate = z.infer<typeof claimCreate>;

export const claimPatch = z
  .strictObject(z.object(contentInput).partial().shape)
  .refine((patch) => Object.keys(patch).length > 0, "nothing to change")
  .refine((patch) => !(patch.chain && patch.ownChain), "give chain or ownChain, not both")
  .meta({ id: "ClaimPatch" });
export type ClaimPatch = z.infer<typeof claimPatch>;

export const claim = z
  .object({
    id,
    articleId: id,
    versionId: id,
    layerId: id,
    lineageId: id,
    parentId: id.nullable(),
    sameClaimAs: id.nullable(),
    groupId: id.nullable(),
    state: z.enum(claimStates),
    revision: z.int(),
    approvedRevision: z.int().nullable(),
    /** Standing approvals of this revision. */
    approvals: z.int(),
    statement: z.string(),
    kind: z.enum(claimKinds).nullable(),
    provenance: z.string(),
    originProvenance: z.string(),
    depth: z.int(),
    spans: z.array(span),
    chain: z.array(link),
    ownChain: z.array(link),
    hedges: z.array(hedge),
    flags: z.array(z.string()),
    createdBy: id,
    createdAt: timestamp,
    updatedAt: timestamp,
    submittedAt: timestamp.nullable(),
    removedAt: timestamp.nullable(),
  })
  .meta({ id: "Claim" });
export type Claim = z.infer<typeof claim>;

/** One claim as answered alone: with what its viewer may do. */
export const claimDetail = claim.extend({ actions: z.array(z.string()) }).meta({ id: "ClaimDetail" });
export type ClaimDetail = z.infer<typeof claimDetail>;

/** A claim in a list across articles: with what a row needs. */
export const claimRow = claim
  .extend({ articleTitle: z.string(), exact: z.string(), actions: z.array(z.string()) })
  .meta({ id: "ClaimRow" });
export type ClaimRow = z.infer<typeof claimRow>;

export const claimsQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(claimStates).optional(),
  provenance: z.string().max(80).optional(),
  originProvenance: z.string().max(80).optional(),
  source: id.optional(),
  article: id.optional(),
  project: z.string().max(100).optional(),
  author: id.optional(),
  reviewer: id.optional(),
  updatedSince: timestamp.optional(),
  /** Only claims their asker may decide on (the review queue). */
  decidable: z.stringbool().optional(),
  q: line(200).optional(),
});
export type ClaimsQuery = z.infer<typeof claimsQuery>;
export const claimsPage = page(claimRow);
export type ClaimsPage = z.infer<typeof claimsPage>;

/** An article's claims, all of them. */
export const articleClaims = page(claim);

export const removeQuery = z.strictObject({ children: z.enum(["keep", "remove"]).optional() });

export const reasonInput = z.strictObject({ reason: required(2_000) });

/** A revision proposed with a request for changes: content only, what is left out stays. */
const proposalInput = z
  .strictObject(z.object(contentInput).omit({ sameClaimAs: true, groupId: true }).partial().shape)
  .refine((patch) => !(patch.chain && patch.ownChain), "give chain or ownChain, not both")
  .meta({ id: "ProposalInput" });

export const reviewCreate = z
  .strictObject({
    id: id.optional(),
    decision: z.enum(["approve", "reject", "request_changes"]),
    /** Code of the reasons list; rejecting and asking for changes need it, or words in `comment`. */
    reason: slug.optional(),
    comment: line(5_000).default(""),
    proposal: proposalInput.optional(),
  })
  .meta({ id: "ReviewCreate" });
export type ReviewCreate = z.infer<typeof reviewCreate>;

/** Whole content of one revision, with the whole chain as it stood. */
export const revision = z
  .object({
    revision: z.int(),
    createdBy: id,
    createdAt: timestamp,
    content: claim
      .pick({
        spans: true,
        statement: true,
        kind: true,
        parentId: true,
        provenance: true,
        hedges: true,
        flags: true,
      })
      .extend({ chain: z.array(link), ownChain: z.array(link) }),
  })
  .meta({ id: "Revision" });
export type Revision = z.infer<typeof revision>;
export const revisionsPage = page(revision);

export const review = z
  .object({
    id,
    claimId: id,
    revision: z.int(),
    reviewerId: id,
    decision: z.enum(["approve", "reject", "request_changes"]),
    reason: z.string().nullable(),
    comment: z.string(),
    /** Whole content, as a revision has it. */
    proposal: revision.shape.content.nullable(),
    stateBefore: z.enum(claimStates),
    stateAfter: z.enum(claimStates),
    counts: z.boolean(),
    createdAt: timestamp,
    retractedAt: timestamp.nullable(),
  })
  .meta({ id: "Review" });
export type Review = z.infer<typeof review>;
export const reviewsPage = page(review);

/** A decision and what became of the claim. */
export const decided = z.object({ review, claim: claimDetail }).meta({ id: "Decided" });
export type Decided = z.infer<typeof decided>;

/** Everything that happened to a claim, oldest first: revisions, transitions, reviews. */
export const historyEntry = z.object({
  at: timestamp,
  actorId: id.nullable(),
  action: z.string(),
  detail: z.record(z.string(), z.unknown()),
});
export type HistoryEntry = z.infer<typeof historyEntry>;
export const historyPage = page(historyEntry);

/** Without a revision a removed claim comes back; with one, that content becomes a new revision. */
export const restoreInput = z.strictObject({ revision: z.int().min(1).optional() }).default({});

export const assessmentInput = z
  .strictObject({
    sourceReliability: z.enum(sourceReliabilities).nullable().default(null),
    infoCredibility: z.int().min(1).max(6).nullable().default(null),
    attributionFidelity: z.enum(fidelities).nullable().default(null),
    verification: z.enum(verifications).nullable().default(null),
    confidence: z.enum(confidences).nullable().default(null),
    rationale: line(5_000).default(""),
    evidence: z
      .array(
        z.strictObject({
          url: z
            .url({ protocol: /^https?$/ })
            .max(2_000)
            .nullable()
            .default(null),
          note: line(2_000).default(""),
          stance: z.enum(["supports", "contradicts"]),
        }),
      )
      .max(50)
      .default([]),
  })
  .meta({ id: "AssessmentInput" });
export type AssessmentInput = z.infer<typeof assessmentInput>;
export const assessment = z
  .object({
    claimId: id,
    userId: id,
    sourceReliability: z.enum(sourceReliabilities).nullable(),
    infoCredibility: z.int().nullable(),
    attributionFidelity: z.enum(fidelities).nullable(),
    verification: z.enum(verifications).nullable(),
    confidence: z.enum(confidences).nullable(),
    rationale: z.string(),
    evidence: z.array(
      z.object({ url: z.string().nullable(), note: z.string(), stance: z.enum(["supports", "contradicts"]) }),
    ),
    revision: z.int(),
    updatedAt: timestamp,
  })
  .meta({ id: "Assessment" });
export type Assessment = z.infer<typeof assessment>;
export const assessmentsPage = page(assessment);
