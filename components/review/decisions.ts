import type { useToast } from "#components/ui/toast.tsx";
import type { ApiFailure } from "#lib/client/api.ts";
import type { ClaimDetail, ClaimRow } from "#lib/contracts/claims.ts";
import { putBack } from "./queue-order.ts";
import { type ClaimEvent, type Decision, type reviewApi, troubleOf } from "./review-api.ts";
import type { Queue } from "./use-queue.ts";

/** A decision that may be taken back from here, and where its claim stood in the list. */
type Decided = {
  readonly claimId: string;
  readonly reviewId: string;
  readonly revision: number;
  readonly row: ClaimRow | null;
  readonly place: number;
};

/** What was decided at one press of a key, and the message that offers to take it back. */
export type Taken = { readonly decisions: readonly Decided[]; readonly toast: string };

export type Desk = {
  readonly api: ReturnType<typeof reviewApi>;
  readonly queue: Queue;
  readonly notify: ReturnType<typeof useToast>["notify"];
  readonly dismiss: ReturnType<typeof useToast>["dismiss"];
  /** Latest last. */
  readonly taken: Taken[];
  readonly refuse: (failure: ApiFailure) => void;
  readonly undo: (toast: string) => void;
};

const said = { approve: "Approved", reject: "Rejected", request_changes: "Changes requested" } as const;
const happened: Readonly<Record<ClaimEvent, string>> = {
  submit: "Submitted for review",
  withdraw: "Withdrawn",
  reopen: "Reopened",
  "accept-proposal": "Proposal accepted",
};

/** Decides on the open claim as it was read; false when it was refused, which is then told. */
export async function decideOpen(desk: Desk, decision: Decision): Promise<boolean> {
  const { api, queue, notify } = desk;
  const claim = queue.read.case?.claim;
  if (!claim) return false;
  const answer = await api.decide(claim.id, claim.revision, decision);
  if (!answer.ok) {
    desk.refuse(answer.failure);
    return false;
  }
  const { review, claim: now } = answer.value;
  const made = decidedOf(queue, now, review.id);
  queue.settle([now]);
  const isFirstOfTwo = decision.decision === "approve" && now.state === "submitted";
  const toast: string = notify({
    title: said[decision.decision],
    description: isFirstOfTwo ? "One more approval is needed." : titleOf(claim),
    action: { label: "Undo", onPress: () => desk.undo(toast) },
  });
  desk.taken.push({ decisions: [made], toast });
  return true;
}

/** Takes back what was decided at one press: that of the message pressed, or else the last. */
export async function undoTaken(desk: Desk, toast?: string): Promise<void> {
  const { notify, taken } = desk;
  const at = toast === undefined ? taken.length - 1 : taken.findIndex((one) => one.toast === toast);
  const [group] = at === -1 ? [] : taken.splice(at, 1);
  const first = group?.decisions[0];
  if (!group || !first) {
    notify({ title: "Nothing to take back", description: "You have made no decision since you came here." });
    return;
  }
  desk.dismiss(group.toast);
  const failures = await retractAll(desk, group.decisions);
  const many = group.decisions.length;
  if (failures.length < many) desk.queue.open(first.claimId);
  if (desk.queue.openId === first.claimId) desk.queue.read.reload();
  const [why] = failures;
  if (why !== undefined) notify({ tone: "danger", title: "Not taken back", description: why });
  else notify({ title: many > 1 ? `${many} decisions taken back` : "Decision taken back" });
}

/** Latest first; answers why some could not be. */
async function retractAll({ api, queue }: Desk, decisions: readonly Decided[]): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const { claimId, reviewId, revision, row, place } of decisions.toReversed()) {
    const answer = await api.retract(claimId, revision, reviewId);
    queue.read.forget([claimId]);
    if (!answer.ok) failures.push(answer.failure.detail ?? answer.failure.title);
    else if (row) queue.setRows((held) => putBack(held, { ...row, ...answer.value }, place));
  }
  return failures;
}

/** Approves these, one request each: a claim that changed meanwhile is left as it is, and named. */
export async function approveChosen(desk: Desk, chosen: readonly ClaimRow[]): Promise<void> {
  const done: Decided[] = [];
  const changed: ClaimDetail[] = [];
  const failures: string[] = [];
  for (const row of chosen) {
    const answer = await desk.api.decide(row.id, row.revision, { decision: "approve" });
    if (answer.ok) {
      done.push(decidedOf(desk.queue, answer.value.claim, answer.value.review.id));
      changed.push(answer.value.claim);
    } else failures.push(`${titleOf(row)} (${troubleOf(answer.failure).title})`);
  }
  desk.queue.settle(changed);
  const toast: string = desk.notify({
    title:
      failures.length === 0 ? `${done.length} approved` : `${done.length} approved, ${failures.length} not`,
    ...(failures.length > 0 ? { tone: "danger" as const, description: failures.join(" · ") } : {}),
    ...(done.length > 0 ? { action: { label: "Undo", onPress: () => desk.undo(toast) } } : {}),
  });
  if (done.length > 0) desk.taken.push({ decisions: done, toast });
}

/** Something else that may be done with the open claim. */
export async function causeOpen(desk: Desk, event: ClaimEvent, body?: { reason: string }): Promise<boolean> {
  const claim = desk.queue.read.case?.claim;
  if (!claim) return false;
  const answer = await desk.api.cause(claim.id, claim.revision, event, body);
  if (!answer.ok) {
    desk.refuse(answer.failure);
    return false;
  }
  desk.queue.settle([answer.value]);
  desk.notify({ title: happened[event], description: titleOf(claim) });
  return true;
}

/** Takes back an own decision that stands in the claim's record, made here or long ago. */
export async function retractStanding(desk: Desk, reviewId: string): Promise<void> {
  const claim = desk.queue.read.case?.claim;
  if (!claim) return;
  const answer = await desk.api.retract(claim.id, claim.revision, reviewId);
  if (!answer.ok) return desk.refuse(answer.failure);
  const at = desk.taken.findIndex(({ decisions }) => decisions.some((one) => one.reviewId === reviewId));
  if (at !== -1) desk.taken.splice(at, 1);
  desk.queue.settle([answer.value]);
  desk.notify({ title: "Decision taken back", description: titleOf(claim) });
}

function decidedOf({ rows }: Queue, { id, revision }: ClaimDetail, reviewId: string): Decided {
  const place = rows.findIndex((row) => row.id === id);
  return { claimId: id, reviewId, revision, row: rows[place] ?? null, place };
}

function titleOf({ statement }: Pick<ClaimDetail, "statement">): string {
  return statement.length > 80 ? `${statement.slice(0, 79)}…` : statement;
}
