/** The questions in order . */
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

/** One question of the decision order. */
export type Question = {
  readonly text: string;
  readonly yes: Answer;
  readonly no: Answer;
};

/** Where the order is entered: link 1 may turn out to be the article's own voice, a further link never. */
export const decisionStarts = { first: "external_source", further: "other_medium" } as const;
export type DecisionStart = keyof typeof decisionStarts;

const ask = (id: QuestionId): Answer => ({ ask: id });
const is = (category: string): Answer => ({ category });

/**
 * The decision order as data (first hit wins). A document whose kind none of the document questions finds falls
 * through to the speaking person, so every path ends. An expert who is named is asked for knowledge, not for a part
 * in the events; hence the wording of `named`.
 */
export const decisionOrder: Readonly<Record<QuestionId, Question>> = {
  external_source: {
    text: "Does a source outside the article stand behind this, stated or carried over?",
    yes: ask("other_medium"),
    no: ask("observation_marker"),
  },
  observation_marker: {
    text: "Is there a sign that the writer or crew saw, heard, measured or filmed it?",
    yes: is("own_observation"),
    no: ask("judgement"),
  },
  judgement: {
    text: "Is it a conclusion, a judgement or a label of the article's own?",
    yes: is("own_analysis"),
    no: is("background_unattributed"),
  },
  other_medium: {
    text: "Is the route another outlet's report (not an agency's)?",
    yes: is("media_report"),
    no: ask("agency"),
  },
  agency: { text: "Is it agency text, by slug or credit?", yes: is("wire_copy"), no: ask("platform_post") },
  platform_post: { text: "Is it a post on a platform?", yes: is("social_post"), no: ask("document") },
  document: { text: "Is it a document or a recording?", yes: ask("leaked"), no: ask("speaking_person") },
  leaked: {
    text: "Does the text call it leaked, obtained or confidential?",
    yes: is("leaked_document"),
    no: ask("seen"),
  },
  seen: {
    text: "Was a non-public document seen or reviewed by the paper?",
    yes: is("document_seen"),
    no: ask("two_issuers"),
  },
  two_issuers: { text: "Did two or more parties issue it?", yes: is("joint_statement"), no: ask("verbatim") },
  verbatim: {
    text: "Is it wording or audio as spoken, lawfully released?",
    yes: is("official_transcript"),
    no: ask("account_of_a_talk"),
  },
  account_of_a_talk: {
    text: "Is it one party's account of what was said in a talk it took part in?",
    yes: is("official_readout"),
    no: ask("legal_or_statistical"),
  },
  legal_or_statistical: {
    text: "Has it legal or statistical standing, open to inspection?",
    yes: is("public_record"),
    no: ask("study"),
  },
  study: {
    text: "Is it a published work with a method?",
    yes: is("research_publication"),
    no: ask("intelligence_material"),
  },
  intelligence_material: {
    text: "Is it an intelligence service's material, described by others?",
    yes: is("intelligence"),
    no: ask("institutions_release"),
  },
  institutions_release: {
    text: "Is it a release or notice in an institution's name?",
    yes: is("official_statement"),
    no: ask("speaking_person"),
  },
  speaking_person: {
    text: "Does a person speak, think or see?",
    yes: ask("open_briefing"),
    no: ask("collective_subject"),
  },
  open_briefing: {
    text: "Was it said to several reporters, openly and on the record?",
    yes: is("press_briefing"),
    no: ask("named"),
  },
  named: {
    text: "Is the person named, and quoted for more than knowledge of the subject?",
    yes: is("named_statement"),
    no: ask("expert_outside_events"),
  },
  expert_outside_events: {
    text: "Is it an expert from outside the events, quoted for knowledge?",
    yes: is("expert_opinion"),
    no: ask("office_without_name"),
  },
  office_without_name: {
    text: "Does somebody without a name speak for an office (a spokesperson)?",
    yes: ask("public_body"),
    no: ask("witness"),
  },
  public_body: {
    text: "Is the office a public body's?",
    yes: is("official_statement"),
    no: is("institutional_position"),
  },
  witness: { text: "Did they see or suffer it themselves?", yes: is("eyewitness"), no: ask("described") },
  described: {
    text: "Unnamed: does a description let a reader place them?",
    yes: is("anonymous_described"),
    no: ask("undescribed"),
  },
  undescribed: {
    text: "Unnamed: is there no more than “sources”?",
    yes: is("anonymous_undescribed"),
    no: ask("collective_subject"),
  },
  collective_subject: {
    text: "Is the subject a state, a firm or another body, with no utterance identified?",
    yes: is("institutional_position"),
    no: ask("rumour"),
  },
  rumour: { text: "Does it circulate without anyone vouching?", yes: is("hearsay"), no: is("unclear") },
};

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
