import order from "./decision-order.codebook.json" with { type: "json" };

/** The questions, in the order in which they may be asked: none leads back to one before it. */
export const questionIds = [
  "external_source",
  "observation_marker",
  "judgement",
  "other_medium",
  "agency",
  "platform_post",
  "document",
  "leaked",
  "seen",
  "two_issuers",
  "verbatim",
  "account_of_a_talk",
  "legal_or_statistical",
  "study",
  "intelligence_material",
  "institutions_release",
  "speaking_person",
  "open_briefing",
  "named",
  "expert_outside_events",
  "office_without_name",
  "public_body",
  "witness",
  "described",
  "undescribed",
  "collective_subject",
  "rumour",
] as const;
export type QuestionId = (typeof questionIds)[number];

/** What a question's answer leads to: a category id, or the next question. */
export type Answer = { readonly category: string } | { readonly ask: QuestionId };

/** One question of the decision order, worded for somebody who has never seen the codebook. */
export type Question = {
  /** Yes and no are both an answer to it. */
  readonly text: string;
  /** What in the text speaks for yes. */
  readonly sign: string;
  readonly yes: Answer;
  readonly no: Answer;
};

/** Where the order is entered: link 1 may turn out to be the article's own voice, a further link never. */
export const decisionStarts = { first: "external_source", further: "other_medium" } as const;
/** Which of the two a link is asked from: the first of its chain, or one further out. */
export type DecisionStart = keyof typeof decisionStarts;

/**
 * The decision order as data (first hit wins). A document whose kind none of the document questions finds falls
 * through to the speaking person, so every path ends. An expert who is named is asked for knowledge, not for a part
 * in the events; hence the wording of `named`.
 */
// Reason for `as`: the compiler reads an id in JSON as any text; the test holds each to `questionIds`.
export const decisionOrder = order as Readonly<Record<QuestionId, Question>>;

/** Answers given so far; a question without an entry has not been asked. */
export type Answers = Readonly<Partial<Record<QuestionId, boolean>>>;

/** Where the answers lead. `path` is the questions answered on the way, for showing why. */
export type Decision =
  | { readonly kind: "category"; readonly category: string; readonly path: readonly QuestionId[] }
  | { readonly kind: "ask"; readonly question: QuestionId; readonly path: readonly QuestionId[] };

/**
 * Follows the answers from the start: the category they decide, or the first question on the way that has none.
 * Answers to questions off the path do not count. Always ends: each question leads only to later ones.
 */
export function decide(answers: Answers, start: DecisionStart = "first"): Decision {
  const path: QuestionId[] = [];
  let question: QuestionId = decisionStarts[start];
  for (;;) {
    const answer: boolean | undefined = answers[question];
    if (answer === undefined) return { kind: "ask", question, path };
    path.push(question);
    const next: Answer = decisionOrder[question][answer ? "yes" : "no"];
    if ("category" in next) return { kind: "category", category: next.category, path };
    question = next.ask;
  }
}

/** The answers with one more, to the question that is asked now; unchanged once a category is decided. */
export function withAnswer(answers: Answers, answer: boolean, start: DecisionStart = "first"): Answers {
  const decision = decide(answers, start);
  return decision.kind === "ask" ? { ...answers, [decision.question]: answer } : answers;
}

/**
 * The answers without the one to `question` and all after it on the way, so that it is asked again; by default the
 * last one. Unchanged where the way does not pass it.
 */
export function backTo(answers: Answers, start: DecisionStart = "first", question?: QuestionId): Answers {
  const { path } = decide(answers, start);
  const at = question === undefined ? path.length - 1 : path.indexOf(question);
  return at < 0 ? answers : Object.fromEntries(path.slice(0, at).map((id) => [id, answers[id]]));
}
