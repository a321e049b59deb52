import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categoryOf } from "./codebook.ts";
import { sentences } from "./decision-order.cases.ts";
import {
  type Answers,
  type DecisionStart,
  decide,
  decisionOrder,
  decisionStarts,
  type QuestionId,
  questionIds,
} from "./decision-order.ts";
import { sourceline1 } from "./sourceline1.ts";

/** Every way through the order, by asking what it asks and answering either way. */
function waysFrom(start: DecisionStart, answers: Answers = {}): { answers: Answers; category: string }[] {
  const decision = decide(answers, start);
  if (decision.kind === "category") return [{ answers, category: decision.category }];
  return [true, false].flatMap((answer) => waysFrom(start, { ...answers, [decision.question]: answer }));
}

const ways = { first: waysFrom("first"), further: waysFrom("further") };

describe.each(sentences)("“$sentence”", ({ yes, category }) => {
  it(`is led to ${category} by answers given one after the other`, () => {
    let answers: Answers = {};
    const asked: QuestionId[] = [];
    for (let decision = decide(answers); decision.kind === "ask"; decision = decide(answers)) {
      asked.push(decision.question);
      answers = { ...answers, [decision.question]: yes.includes(decision.question) };
    }
    expect(decide(answers)).toEqual({ kind: "category", category, path: asked });
    expect(yes.filter((question) => !asked.includes(question))).toEqual([]);
  });
});

describe("the order as a whole", () => {
  it("is told by a sentence for every category", () => {
    const told = new Set(sentences.map(({ category }) => category));
    expect([...told].toSorted()).toEqual(sourceline1.categories.map(({ id }) => id).toSorted());
  });

  it("is as the file of its data has it: every question once, with words and two answers", () => {
    expect(Object.keys(decisionOrder)).toEqual([...questionIds]);
    const texts = questionIds.map((id) => decisionOrder[id].text);
    expect(new Set(texts).size).toBe(questionIds.length);
    for (const text of texts) expect(text).toMatch(/^[A-Z].*\?$/u);
    for (const id of questionIds) expect(decisionOrder[id].yes).not.toEqual(decisionOrder[id].no);
  });

  it.each(["first", "further"] as const)("has no dead end and no way to an unknown category: %s", (start) => {
    expect(ways[start].length).toBeGreaterThan(20);
    for (const { category } of ways[start]) expect(categoryOf(sourceline1, category)).not.toBeNull();
  });

  it("leads from a further link to every category but the article's own voice", () => {
    const reached = new Set(ways.further.map(({ category }) => category));
    const others = sourceline1.categories.filter(({ family }) => family !== "own_voice");
    expect([...reached].toSorted()).toEqual(others.map(({ id }) => id).toSorted());
  });

  it.each(questionIds)("asks %s of somebody, and the answer matters to somebody", (id) => {
    const asked = ways.first.filter(({ answers }) => answers[id] !== undefined);
    expect(asked.length).toBeGreaterThan(0);
    const matters = asked.some(({ answers, category }) => {
      const other = decide({
        ...Object.fromEntries(questionIds.map((each) => [each, false])),
        ...answers,
        [id]: !answers[id],
      });
      return other.kind === "category" && other.category !== category;
    });
    expect(matters).toBe(true);
  });

  it("is entered at a question that is asked nowhere before", () => {
    expect(decisionStarts.first).toBe(questionIds[0]);
    expect(questionIds).toContain(decisionStarts.further);
  });
});

const answersArbitrary = fc
  .dictionary(fc.constantFrom(...questionIds), fc.boolean())
  .map((given): Answers => given);

describe("asking", () => {
  it("law: a question is asked only while it has no answer, and the path is what was answered", () => {
    fc.assert(
      fc.property(answersArbitrary, fc.constantFrom("first", "further"), (answers, start) => {
        const decision = decide(answers, start);
        for (const question of decision.path) expect(answers[question]).toBeDefined();
        if (decision.kind === "ask") expect(answers[decision.question]).toBeUndefined();
        expect(new Set(decision.path).size).toBe(decision.path.length);
        const places = decision.path.map((id) => questionIds.indexOf(id));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });

  it("law: answers off the path change nothing", () => {
    fc.assert(
      fc.property(answersArbitrary, answersArbitrary, (answers, more) => {
        const decision = decide(answers);
        if (decision.kind === "ask") return;
        const kept = Object.fromEntries(decision.path.map((id) => [id, answers[id]]));
        expect(decide({ ...more, ...kept })).toEqual(decision);
      }),
    );
  });

  it("law: one more answer never takes back a decision or a step of the way", () => {
    fc.assert(
      fc.property(answersArbitrary, fc.boolean(), (answers, answer) => {
        const decision = decide(answers);
        if (decision.kind === "category") return;
        const next = decide({ ...answers, [decision.question]: answer });
        expect(next.path.slice(0, decision.path.length + 1)).toEqual([...decision.path, decision.question]);
      }),
    );
  });
});
