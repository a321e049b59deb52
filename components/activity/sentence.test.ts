import { describe, expect, it } from "vitest";
import type { ActivityItem } from "#lib/contracts/activity.ts";
import { sentenceOf } from "./sentence.ts";

const ada = { id: "ada", name: "Ada" };
const ben = { id: "ben", name: "Ben" };
const item = (kind: string, more: Partial<ActivityItem> = {}): ActivityItem => ({
  id: "7",
  at: "2031-05-01T10:00:00.000Z",
  kind,
  actor: ada,
  article: { id: "a1", title: "Memo warned of cracks" },
  claim: null,
  source: null,
  project: null,
  person: null,
  work: null,
  role: null,
  assignedFor: null,
  ...more,
});
const claim = { id: "c1", statement: "The dam will hold" };
const parts = (one: ActivityItem, me = "me") => sentenceOf(one, "desk", me);
const plain = (one: ActivityItem, me?: string) =>
  parts(one, me)
    .map((part) => (typeof part === "string" ? part : `*${part.words}*`))
    .join("");

describe("what happened, in a sentence", () => {
  it.each<[ActivityItem, string]>([
    [item("claim.approved", { claim }), "Ada approved *The dam will hold* in *Memo warned of cracks*"],
    [
      item("claim.created", { claim: { id: "c", statement: "" } }),
      "Ada marked *a claim* in *Memo warned of cracks*",
    ],
    [item("comment.added"), "Ada commented on *Memo warned of cracks*"],
    [item("comment.added", { claim }), "Ada commented on *The dam will hold* in *Memo warned of cracks*"],
    [item("layers.released"), "Ada released what each editor marked alone in *Memo warned of cracks*"],
    [item("article.work", { work: "finished" }), "Ada finished *Memo warned of cracks*"],
    [item("article.work", { work: "in_progress" }), "Ada began work on *Memo warned of cracks*"],
    [item("article.work", { work: "open" }), "Ada set aside the work on *Memo warned of cracks*"],
    [item("assignment.assigned", { person: ben }), "Ada assigned *Memo warned of cracks* to Ben"],
    [item("assignment.assigned", { person: ada }), "Ada assigned *Memo warned of cracks* to themselves"],
    [
      item("assignment.assigned", { person: ben, assignedFor: "review" }),
      "Ada assigned *Memo warned of cracks* to Ben for review",
    ],
    [item("assignment.returned", { person: ada }), "Ada gave back *Memo warned of cracks*"],
    [
      item("assignment.returned", { person: ben, actor: null }),
      "Sourceline took *Memo warned of cracks* back from Ben",
    ],
    [item("assignment.handed_over", { person: ada }), "Ada handed over *Memo warned of cracks*"],
    [item("assignment.handed_over", { person: ben }), "Ada passed *Memo warned of cracks* on to Ben"],
    [
      item("source.created", { source: { id: "s", name: "The Courier" } }),
      "Ada added the source *The Courier*",
    ],
    [
      item("member.changed", { article: null, person: ben, role: "reviewer" }),
      "Ada changed the role of Ben: reviewer",
    ],
    [item("claim.removed", { article: null }), "Ada removed a claim in an article"],
    [item("something.new", { article: null }), "Ada changed something"],
  ])("%#", (one, expected) => {
    expect(plain(one)).toBe(expected);
  });

  it("speaks to its reader", () => {
    expect(plain(item("article.imported"), "ada")).toBe("You imported *Memo warned of cracks*");
    expect(plain(item("assignment.assigned", { person: ben }), "ben")).toBe(
      "Ada assigned *Memo warned of cracks* to you",
    );
    expect(plain(item("assignment.assigned", { person: ada }), "ada")).toBe(
      "You assigned *Memo warned of cracks* to yourself",
    );
  });

  it("opens what it speaks of", () => {
    const hrefs = parts(item("claim.approved", { claim })).flatMap((part) =>
      typeof part === "string" ? [] : [part.href],
    );
    expect(hrefs).toEqual(["/w/desk/articles/a1?claim=c1", "/w/desk/articles/a1"]);
  });
});
