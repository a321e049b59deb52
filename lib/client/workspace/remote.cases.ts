import { fail, ok, type Result } from "#core/result.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import type { ApiFailure } from "../api.ts";
import { claimOf } from "./claim.cases.ts";
import type { ClaimApi, Once } from "./claim-api.ts";

type Answer = Result<Claim, ApiFailure>;

export const offline: ApiFailure = { status: 0, title: "The server did not answer", detail: "" };
export const refused: ApiFailure = {
  type: "",
  status: 422,
  title: "Not right",
  detail: "Link 1 needs a source.",
};

const mismatch: ApiFailure = {
  type: "/docs/problems/idempotency-mismatch",
  status: 422,
  title: "This Idempotency-Key was used for another request",
};

/** How the next request fares: it may not arrive, or its answer may not. */
export type Weather = "fair" | "request lost" | "answer lost";

/**
 * A server for tests: holds claims by id, counts revisions, refuses stale writes, answers a repeated request as it did
 * before and does nothing then, nor for another one under a used key. `applied` lists every write that took effect.
 */
export function remote(claims: readonly Claim[] = []) {
  const stored = new Map(claims.map((claim) => [claim.id, claim]));
  const answers = new Map<string, { readonly revision: number; readonly answer: Answer }>();
  const sent: string[] = [];
  const applied: { key: string; id: string; fields: Partial<Claim> }[] = [];
  const state = {
    failure: null as ApiFailure | null,
    weather: "fair" as Weather,
    refuses: (_fields: Partial<Claim>): boolean => false,
  };
  let clock = 0;
  const stamp = () => new Date(Date.UTC(2026, 0, 2) + ++clock).toISOString();

  const once = ({ key, revision }: Once, write: () => Answer): Answer => {
    const { weather } = state;
    if (state.failure) return fail(state.failure);
    if (weather === "request lost") return fail(offline);
    const known = answers.get(key);
    const isOther = known !== undefined && known.revision !== revision;
    const answer = isOther ? fail(mismatch) : (known?.answer ?? write());
    if (answer.ok) answers.set(key, { revision, answer });
    return weather === "answer lost" ? fail(offline) : answer;
  };
  const refusal = (now: Claim, once_: Once | null, fields: Partial<Claim>, isContent: boolean) => {
    if (once_ && once_.revision !== now.revision)
      return { type: "", status: 412, title: "Stale", current: now };
    if (!isContent) return null;
    if (now.removedAt !== null) {
      return { type: "", status: 409, title: "Removed", detail: "The claim was removed." };
    }
    return state.refuses(fields) ? refused : null;
  };
  const revise = (id: string, once_: Once | null, fields: Partial<Claim>, isContent: boolean): Answer => {
    const now = stored.get(id);
    if (!now) return fail({ type: "", status: 404, title: "No such claim" });
    const failure = refusal(now, once_, fields, isContent);
    if (failure) return fail(failure);
    const chain = fields.ownChain ?? now.chain;
    const next = {
      ...now,
      ...fields,
      chain,
      updatedAt: stamp(),
      revision: now.revision + (isContent ? 1 : 0),
    };
    stored.set(id, next);
    if (once_) applied.push({ key: once_.key, id, fields });
    return ok(next);
  };
  /** Claims nested in one that goes receive its place, or go with it. */
  const passOn = (id: string, children: "keep" | "remove" | undefined, at: string) => {
    for (const child of [...stored.values()].filter(({ parentId }) => parentId === id)) {
      if (children === "remove") stored.set(child.id, { ...child, removedAt: at });
      else stored.set(child.id, { ...child, parentId: null, revision: child.revision + 1 });
    }
  };

  const api: ClaimApi = {
    create: async (body, key) => {
      sent.push("create");
      return once({ key, revision: 0 }, () => {
        const known = stored.get(body.id ?? "");
        if (known) return ok(known);
        if (state.refuses(body as Partial<Claim>)) return fail(refused);
        const made = claimOf({ statement: "", provenance: "unclear", ...(body as Partial<Claim>) });
        stored.set(made.id, made);
        applied.push({ key, id: made.id, fields: body as Partial<Claim> });
        return ok(made);
      });
    },
    change: async (id, change, how) => {
      sent.push(`change ${Object.keys(change).join()}`);
      return once(how, () => revise(id, how, change as Partial<Claim>, true));
    },
    remove: async (id, how, children) => {
      sent.push("remove");
      return once(how, () => {
        const removedAt = stamp();
        const answer = revise(id, how, { removedAt }, false);
        if (answer.ok) passOn(id, children, removedAt);
        return answer;
      });
    },
    restore: async (id, how) => {
      sent.push("restore");
      return once(how, () => revise(id, how, { removedAt: null }, false));
    },
    transition: async (id, event, how) => {
      sent.push(event);
      const wanted = event === "submit" ? "draft" : "submitted";
      return once(how, () => {
        if (stored.get(id)?.state !== wanted) return fail({ type: "", status: 409, title: "Not possible" });
        return revise(id, how, { state: event === "submit" ? "submitted" : "draft" }, false);
      });
    },
    read: async () => {
      if (state.failure) return fail(state.failure);
      const there = [...stored.values()].filter(({ removedAt }) => removedAt === null);
      return ok({ lastActivityAt: stamp(), eventNumber: 0, sources: [], claims: there });
    },
    claim: async (id) => {
      const claim = stored.get(id);
      if (state.failure) return fail(state.failure);
      return claim ? ok(claim) : fail({ type: "", status: 404, title: "No such claim" });
    },
    activity: async () => ok(stamp()),
  };
  /** A colleague's change. */
  const elsewhere = (id: string, fields: Partial<Claim>) =>
    revise(id, null, fields, !("removedAt" in fields));
  return { api, stored, sent, applied, state, elsewhere };
}
