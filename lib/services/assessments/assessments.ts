import { fail, ok, type Result } from "#core/result.ts";
import { authorize } from "#lib/authz/authorize.ts";
import type { Assessment, AssessmentInput } from "#lib/contracts/claims.ts";
import { assessmentsOf, type StoredAssessment, saveAssessment } from "#lib/db/assessments.ts";
import { touchArticle } from "#lib/db/claim-places.ts";
import type { Caller } from "../caller.ts";
import { readClaim } from "../claims/loaded.ts";
import { refused } from "../claims/refusals.ts";
import { type Failure, invalid, notFound } from "../failure.ts";
import { command, query } from "../workspace.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** Everybody's judgement of a claim, side by side: never averaged. */
export function list(
  caller: Caller,
  workspace: string,
  claimId: string,
): Outcome<{ items: Assessment[]; next: null }> {
  return query(caller, workspace, async (inside) => {
    const loaded = await readClaim(inside, claimId);
    if (!loaded.ok) return loaded;
    if (!authorize("assessment:read", inside.actor, loaded.value.object).ok) return fail(notFound("claim"));
    const assessments = await assessmentsOf(inside.tx, inside.permit, claimId);
    return ok({ items: assessments.map(present), next: null });
  });
}

/** Puts the caller's own judgement in the place of their last one. It is no content: no revision, no review. */
export function put(
  caller: Caller,
  workspace: string,
  claimId: string,
  body: AssessmentInput,
): Outcome<Assessment> {
  return command(caller, workspace, async ({ journal, ...inside }) => {
    const { tx, actor, at } = inside;
    const loaded = await readClaim(inside, claimId);
    if (!loaded.ok) return loaded;
    const { claim, object } = loaded.value;
    const permit = authorize("assessment:write", actor, object);
    if (!permit.ok) return fail(notFound("claim"));
    if (claim.removedAt !== null) return fail(refused({ kind: "is-removed" }));
    const reasoned = checkRationale(body);
    if (!reasoned.ok) return reasoned;
    await saveAssessment(tx, permit.value, claimId, body, at);
    await touchArticle(tx, permit.value, claim.articleId, at);
    const own = (await assessmentsOf(tx, permit.value, claimId)).find(
      ({ userId }) => userId === actor.userId,
    );
    if (!own) throw new Error("an assessment just saved is not there");
    const { revision } = own;
    const { sourceReliability, infoCredibility } = body;
    journal.audit({
      action: "assessment.put",
      objectType: "claim",
      objectId: claimId,
      detail: { assessment: revision, sourceReliability, infoCredibility },
    });
    journal.announce({
      kind: "claim.assessed",
      articleId: claim.articleId,
      objectId: claimId,
      payload: { id: claimId, revision: claim.revision, state: claim.state, userId: actor.userId },
    });
    return ok(present(own));
  });
}

/** Both ends of both scales need a reason (domain.md, Assessment). */
function checkRationale({ sourceReliability, infoCredibility, rationale }: AssessmentInput) {
  const isExtreme =
    sourceReliability === "A" || sourceReliability === "E" || infoCredibility === 1 || infoCredibility === 5;
  return isExtreme && rationale.trim() === ""
    ? fail(invalid("/rationale", "A, E, 1 and 5 are strong words. Say what they rest on."))
    : ok(true);
}

function present({ evidence, ...assessment }: StoredAssessment): Assessment {
  return { ...assessment, evidence: evidence.map((piece) => ({ ...piece })) };
}
