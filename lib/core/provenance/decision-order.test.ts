import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categoryOf, isOwnVoice } from "./codebook.ts";
import {
  type Answers,
  backTo,
  decide,
  decisionOrder,
  type QuestionId,
  questionIds,
  withAnswer,
} from "./decision-order.ts";
import { sourceline1 } from "./sourceline1.ts";

const answersArbitrary = fc
  .array(fc.boolean(), { minLength: questionIds.length, maxLength: questionIds.length })
  .map((values): Answers => Object.fromEntries(questionIds.map((id, index) => [id, values[index]])));

/** All but the named questions are answered no. */
function onlyYes(...yes: readonly QuestionId[]): Answers {
  return Object.fromEntries(questionIds.map((id) => [id, yes.includes(id)]));
}

const document = ["external_source", "document"] as const;
const person = ["external_source", "speaking_person"] as const;

const cases: readonly (readonly [string, readonly QuestionId[]])[] = [
  ["own_observation", ["observation_marker"]],
  ["own_analysis", ["judgement"]],
  ["background_unattributed", []],
  ["media_report", ["external_source", "other_medium", "agency"]],
  ["wire_copy", ["external_source", "agency", "platform_post"]],
  ["social_post", ["external_source", "platform_post", "document"]],
  ["leaked_document", [...document, "leaked", "seen"]],
  ["document_seen", [...document, "seen", "two_issuers"]],
  ["joint_statement", [...document, "two_issuers", "verbatim"]],
  ["official_transcript", [...document, "verbatim", "account_of_a_talk"]],
  ["official_readout", [...document, "account_of_a_talk", "institutions_release"]],
  ["public_record", [...document, "legal_or_statistical", "study"]],
  ["research_publication", [...document, "study"]],
  ["intelligence", [...document, "intelligence_material"]],
  ["official_statement", [...document, "institutions_release"]],
  ["press_briefing", [...person, "open_briefing", "named"]],
  ["named_statement", [...person, "named", "witness"]],
  ["expert_opinion", [...person, "expert_outside_events", "described"]],
  ["official_statement", [...person, "office_without_name", "public_body"]],
  ["institutional_position", [...person, "office_without_name"]],
  ["eyewitness", [...person, "witness", "described"]],
  ["anonymous_described", [...person, "described"]],
  ["anonymous_undescribed", [...person, "undescribed"]],
  ["institutional_position", ["external_source", "collective_subject"]],
  ["hearsay", ["external_source", "rumour"]],
  ["unclear", ["external_source"]],
  ["anonymous_described", [...document, "speaking_person", "described"]],
];

describe("the decision order", () => {
  it.each(cases)("comes to %s on yes to %j and no to all else", (category, yes) => {
    expect(decide(onlyYes(...yes))).toMatchObject({ kind: "category", category });
  });

  it("can come to every category of the codebook", () => {
    const reached = new Set(cases.map(([category]) => category));
    expect([...reached].toSorted()).toEqual(sourceline1.categories.map(({ id }) => id).toSorted());
  });

  it("names only categories the codebook has, and asks only later questions, so that it ends", () => {
    for (const [index, id] of questionIds.entries()) {
      for (const answer of [decisionOrder[id].yes, decisionOrder[id].no]) {
        if ("category" in answer) expect(categoryOf(sourceline1, answer.category)).not.toBeNull();
        else expect(questionIds.indexOf(answer.ask)).toBeGreaterThan(index);
      }
    }
  });

  it("asks its first question first, and a further link's from other media on", () => {
    expect(decide({})).toEqual({ kind: "ask", question: "external_source", path: [] });
    expect(decide({}, "further")).toEqual({ kind: "ask", question: "other_medium", path: [] });
  });

  it("asks the first unanswered question on the way and says which it passed", () => {
    const answers: Answers = { external_source: true, other_medium: false, agency: false, rumour: true };
    expect(decide(answers)).toEqual({
      kind: "ask",
      question: "platform_post",
      path: ["external_source", "other_medium", "agency"],
    });
  });

  it("never makes a further link the article's own voice", () => {
    fc.assert(
      fc.property(answersArbitrary, (answers) => {
        const decision = decide(answers, "further");
        expect(decision.kind === "category" && isOwnVoice(sourceline1, decision.category)).toBe(false);
      }),
    );
  });

  it("decides the same from first and further once a source outside is given", () => {
    fc.assert(
      fc.property(answersArbitrary, (answers) => {
        const first = decide({ ...answers, external_source: true });
        const further = decide(answers, "further");
        expect(first).toEqual({ ...further, path: ["external_source", ...further.path] });
      }),
    );
  });

  it("always decides when every question is answered", () => {
    fc.assert(fc.property(answersArbitrary, (answers) => decide(answers).kind === "category"));
  });
});

describe("walking the decision order", () => {
  const starts = fc.constantFrom("first" as const, "further" as const);

  it("asks in words of its own: a question, and what in the text speaks for yes", () => {
    for (const { text, sign } of Object.values(decisionOrder)) {
      expect(text).toMatch(/\?$/u);
      expect(sign).toMatch(/\.$/u);
    }
    expect(new Set(Object.values(decisionOrder).map(({ text }) => text)).size).toBe(questionIds.length);
  });

  it("comes, answer by answer, to what all answers together decide", () => {
    fc.assert(
      fc.property(answersArbitrary, starts, (answers, start) => {
        let given: Answers = {};
        for (let now = decide(given, start); now.kind === "ask"; now = decide(given, start)) {
          given = withAnswer(given, answers[now.question] ?? false, start);
        }
        expect(decide(given, start)).toEqual(decide(answers, start));
      }),
    );
  });

  it("takes the last answer back", () => {
    fc.assert(
      fc.property(answersArbitrary, starts, fc.boolean(), (answers, start, answer) => {
        const some = backTo(answers, start);
        expect(backTo(withAnswer(some, answer, start), start)).toEqual(some);
      }),
    );
  });

  it("goes back to any question passed, and forgets what came after", () => {
    const answers: Answers = { external_source: true, other_medium: false, agency: false };
    expect(backTo(answers, "first", "other_medium")).toEqual({ external_source: true });
    expect(backTo(answers, "first", "rumour")).toBe(answers);
    expect(backTo({}, "first")).toEqual({});
  });

  it("takes no answer once it is decided", () => {
    const decided: Answers = { external_source: true, other_medium: true };
    expect(withAnswer(decided, true)).toBe(decided);
  });
});
