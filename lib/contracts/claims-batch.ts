import { z } from "zod";
import {
  claimCreate,
  claimDetail,
  claimPatch,
  reasonInput,
  removeQuery,
  restoreInput,
  reviewCreate,
} from "./claims.ts";
import { id, problem } from "./common.ts";

export const MOST_OPERATIONS = 1_000;

const op = <const Name extends string>(name: Name) => z.literal(name);
/** The revision that was read: the number in the claim's ETag. */
const onClaim = { claim: id, ifMatch: z.int().min(0).meta({ description: "The revision that was read" }) };

const operation = z
  .discriminatedUnion("op", [
    z.strictObject({ op: op("create"), article: id, body: claimCreate }),
    z.strictObject({ op: op("update"), ...onClaim, body: claimPatch }),
    z.strictObject({ op: op("delete"), ...onClaim, ...removeQuery.shape }),
    z.strictObject({ op: op("restore"), ...onClaim, body: restoreInput }),
    z.strictObject({ op: op("submit"), ...onClaim }),
    z.strictObject({ op: op("withdraw"), ...onClaim }),
    z.strictObject({ op: op("accept_proposal"), ...onClaim }),
    z.strictObject({ op: op("reopen"), ...onClaim, body: reasonInput }),
    z.strictObject({ op: op("review"), ...onClaim, body: reviewCreate }),
  ])
  .meta({ id: "ClaimOperation" });
export type ClaimOperation = z.infer<typeof operation>;

export const claimsBatch = z
  .strictObject({
    atomic: z.boolean().default(false).meta({ description: "All of them or none" }),
    operations: z.array(operation).min(1).max(MOST_OPERATIONS),
  })
  .meta({ id: "ClaimsBatch" });
export type ClaimsBatch = z.infer<typeof claimsBatch>;

/** What became of one operation: the status it would have had alone, with the claim or the problem. */
const batchResult = z
  .object({
    index: z.int(),
    status: z.int(),
    claim: claimDetail.optional(),
    problem: problem.optional(),
  })
  .meta({ id: "BatchResult" });

export const batchAnswer = z
  .object({ succeeded: z.int(), failed: z.int(), results: z.array(batchResult) })
  .meta({ id: "BatchAnswer" });
export type BatchAnswer = z.infer<typeof batchAnswer>;
