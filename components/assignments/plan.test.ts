import { describe, expect, it } from "vitest";
import {
  type AssignForm,
  emptyForm,
  formFor,
  type Given,
  inputOf,
  planOf,
  planWords,
  problemsOf,
} from "./plan.ts";

const now = new Date(2031, 4, 14, 15, 0);
const held = (userId: string, kind: "annotate" | "review" = "annotate") => ({
  ...{ assignmentId: `${userId}-x`, userId, name: userId, kind, dueAt: null },
});
const article = (id: string, ...assignees: ReturnType<typeof held>[]): Given => ({ id, assignees });
const workers = ["ada", "ben", "cleo"].map((userId, inHand) => ({ userId, name: userId, inHand }));
const form = (more: Partial<AssignForm>): AssignForm => ({ ...emptyForm, ...more });
const words = (articles: Given[], more: Partial<AssignForm>) => {
  const asked = form(more);
  return planWords(planOf(articles, asked, workers), asked.way);
};

describe("the form", () => {
  it("opens by the rule of a blind project, and asks for no number then", () => {
    expect(formFor(undefined)).toEqual(emptyForm);
    const blind = { ...formFor(3), people: ["ada"] };
    expect([blind.way, blind.each, problemsOf(blind, now)]).toEqual(["pairs", "3", {}]);
    expect(inputOf([article("1")], blind).rule).toEqual({ by: "pairs", each: 3 });
  });
});

describe("what will be given out", () => {
  const four = ["1", "2", "3", "4"].map((id) => article(id));
  it.each([
    ["everybody gets every article", four, { people: ["ada", "ben"] }, "8 assignments to 2 people."],
    ["one to one", [article("1")], { people: ["ada"] }, "1 assignment to 1 person."],
    [
      "what somebody has is not given again",
      [article("1", held("ada")), article("2")],
      { people: ["ada", "ben"] },
      "3 assignments to 2 people; 1 is given already.",
    ],
    [
      "somebody else's does not count where everybody gets it",
      [article("1", held("cleo"))],
      { people: ["ada"] },
      "1 assignment to 1 person.",
    ],
    [
      "in turn",
      four,
      { people: ["ada", "ben", "cleo"], way: "round_robin", each: "2" },
      "8 assignments to 3 people.",
    ],
    [
      "to the least busy",
      [article("1")],
      { people: ["cleo", "ada"], way: "load" },
      "1 assignment to 1 person.",
    ],
    [
      "articles with enough people stay",
      [article("1", held("cleo")), article("2")],
      { people: ["ada"], way: "load" },
      "1 assignment to 1 person; 1 article has enough people already.",
    ],
    ["nothing", [article("1", held("ada"))], { people: ["ada"] }, "Nothing to give out; 1 is given already."],
    [
      "reviewing is other work than annotating",
      [article("1", held("ada", "review"))],
      { people: ["ada"] },
      "1 assignment to 1 person.",
    ],
  ] as const)("%s", (_, articles, more, expected) => {
    expect(words([...articles], more)).toBe(expected);
  });
});

describe("what keeps it from being sent", () => {
  it.each([
    ["nobody chosen", {}, { people: "Choose at least one person." }],
    [
      "no number",
      { people: ["ada"], way: "load", each: "many" },
      { each: "Write a whole number from 1 to 20." },
    ],
    [
      "none each",
      { people: ["ada"], way: "load", each: "0" },
      { each: "Write a whole number from 1 to 20." },
    ],
    [
      "more than there are",
      { people: ["ada"], way: "round_robin", each: "2" },
      { each: "Only 1 person is chosen: write 1 or less." },
    ],
    [
      "a day that is over",
      { people: ["ada"], due: "2031-05-13" },
      { due: "This day is over. Choose today or later." },
    ],
    ["nothing: today", { people: ["ada"], due: "2031-05-14" }, {}],
    ["nothing: a number that is not asked for", { people: ["ada"], each: "many" }, {}],
  ] as const)("%s", (_, more, expected) => {
    expect(problemsOf(form(more), now)).toEqual(expected);
  });

  it("sends a rule only where one was chosen", () => {
    expect(inputOf([article("1")], form({ people: ["ada"], note: " Soon " }))).toEqual({
      ...{ articleIds: ["1"], userIds: ["ada"], kind: "annotate", dueAt: null, note: "Soon" },
    });
    const byRule = inputOf([article("1")], form({ people: ["ada"], way: "load", each: "1" }));
    expect(byRule.rule).toEqual({ by: "load", each: 1 });
  });
});
