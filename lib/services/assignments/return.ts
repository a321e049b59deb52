import * as db from "#lib/db/assignments.ts";
import type { Inside, Journal } from "../workspace.ts";
import { record } from "./assignments.ts";
import { tellReturned } from "./change.ts";

type Writing = Inside & { readonly journal: Journal };

/** What a person still had when they left the workspace goes back to whoever gave it out. */
export async function returnAllOf(inside: Writing, userId: string): Promise<void> {
  const { tx, permit, actor, at } = inside;
  const reason = "They are no longer a member.";
  for (const row of await db.openOf(tx, permit, userId)) {
    await db.endAssignment(tx, permit, row.id, { state: "returned", by: actor.userId, reason }, at);
    record(inside, row, "returned");
    await tellReturned(inside, row, reason);
  }
}

/** Who says that an article is finished has done what they were given it for. */
export async function finishOwn(inside: Writing, articleId: string): Promise<void> {
  const { tx, permit, actor, at } = inside;
  for (const row of await db.openOf(tx, permit, actor.userId, { id: articleId, kind: "annotate" })) {
    await db.endAssignment(tx, permit, row.id, { state: "done", by: actor.userId, reason: "" }, at);
    record(inside, row, "done");
  }
}
