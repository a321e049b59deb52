import { describe, expect, it } from "vitest";
import { reviewCreate } from "#lib/contracts/claims.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, newsroom, source } from "../../../tests/support/factories.ts";
import { value } from "../../../tests/support/people.ts";
import { decide } from "../reviews/reviews.ts";
import { list } from "./list.ts";
import { get, history, ofArticle, revisions } from "./read.ts";
import { revise } from "./revise.ts";
import { submit } from "./transitions.ts";

await testDatabase();

describe("a claim's way", () => {
  it("goes from marking to approval, and every step is on record", async () => {
    const room = await newsroom();
    const courier = await source(room);
    const [, minister] = room.text.spans;
    const made = await claim(room, {
      statement: "The dam would hold",
      chain: [{ category: "media_report", sources: [courier], cue: minister ? [minister] : [] }],
    });
    expect(made).toMatchObject({ state: "draft", revision: 1, provenance: "media_report", depth: 1 });
    expect(made.actions).toContain("claim:submit");
    const changed = value(await revise(room.editor, room.w, made.id, 1, { statement: "The dam will hold" }));
    expect(changed).toMatchObject({ revision: 2, statement: "The dam will hold", chain: made.chain });
    const submitted = value(await submit(room.editor, room.w, made.id, 2));
    expect(submitted.state).toBe("submitted");
    const queue = value(await list(room.reviewer, room.w, { limit: 10, decidable: true }));
    expect(queue.items.map(({ id, exact, articleTitle }) => [id, exact, articleTitle])).toEqual([
      [made.id, "The Courier reported that the minister said the dam would hold", "An article"],
    ]);
    const review = reviewCreate.parse({ decision: "approve" });
    const approved = value(await decide(room.reviewer, room.w, made.id, 2, review));
    expect(approved.claim).toMatchObject({ state: "approved", approvedRevision: 2, approvals: 1 });
    expect(value(await ofArticle(room.viewer, room.w, room.articleId)).items).toHaveLength(1);
    const { actions: _actions, ...bare } = value(await get(room.viewer, room.w, made.id));
    expect(value(await ofArticle(room.viewer, room.w, room.articleId)).items).toEqual([bare]);
    const kept = value(await revisions(room.viewer, room.w, made.id)).items;
    expect(kept.map(({ content }) => content.statement)).toEqual(["The dam would hold", "The dam will hold"]);
    const steps = value(await history(room.viewer, room.w, made.id)).items;
    expect(steps.map(({ action }) => action)).toEqual([
      "claim.create",
      "claim.revise",
      "claim.submit",
      "review.approve",
    ]);
  });
});
