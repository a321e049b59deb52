import type { QuestionId } from "./decision-order.ts";

/**
 * What a sentence shows, and where the order leads an editor who answers by it. `yes` are the questions answered yes;
 * all others asked on the way are answered no. The sentences are made up.
 */
export const sentences: readonly {
  readonly sentence: string;
  readonly yes: readonly QuestionId[];
  readonly category: string;
}[] = [
  {
    sentence: "Smoke hung over the depot when we arrived.",
    yes: ["observation_marker"],
    category: "own_observation",
  },
  { sentence: "The vote was a slap in the face.", yes: ["judgement"], category: "own_analysis" },
  { sentence: "The bridge opened in 1931.", yes: [], category: "background_unattributed" },
  {
    sentence: "The Daily Courier has reported that the bridge is unsafe.",
    yes: ["external_source", "other_medium"],
    category: "media_report",
  },
  { sentence: "(Agency) The bridge is shut.", yes: ["external_source", "agency"], category: "wire_copy" },
  {
    sentence: "The mayor posted that the bridge is shut.",
    yes: ["external_source", "platform_post"],
    category: "social_post",
  },
  {
    sentence: "According to a memo that was leaked, the bridge is unsafe.",
    yes: ["external_source", "document", "leaked"],
    category: "leaked_document",
  },
  {
    sentence: "In a letter seen by this paper the builder asks for time.",
    yes: ["external_source", "document", "seen"],
    category: "document_seen",
  },
  {
    sentence: "The communiqué of the two ministries speaks of progress.",
    yes: ["external_source", "document", "two_issuers"],
    category: "joint_statement",
  },
  {
    sentence: "“No,” the recording has her say.",
    yes: ["external_source", "document", "verbatim"],
    category: "official_transcript",
  },
  {
    sentence: "The summary of the call has both agree.",
    yes: ["external_source", "document", "account_of_a_talk"],
    category: "official_readout",
  },
  {
    sentence: "The land register names three owners.",
    yes: ["external_source", "document", "legal_or_statistical"],
    category: "public_record",
  },
  {
    sentence: "A survey of tenants found mould.",
    yes: ["external_source", "document", "study"],
    category: "research_publication",
  },
  {
    sentence: "Pictures that the service has described show trucks.",
    yes: ["external_source", "document", "intelligence_material"],
    category: "intelligence",
  },
  {
    sentence: "The ministry announced in a release that the bridge is shut.",
    yes: ["external_source", "document", "institutions_release"],
    category: "official_statement",
  },
  {
    sentence: "At the briefing the spokeswoman said so.",
    yes: ["external_source", "speaking_person", "open_briefing"],
    category: "press_briefing",
  },
  {
    sentence: "Maria Ortiz said that she will appeal.",
    yes: ["external_source", "speaking_person", "named"],
    category: "named_statement",
  },
  {
    sentence: "A bridge engineer at the college expects cracks.",
    yes: ["external_source", "speaking_person", "expert_outside_events"],
    category: "expert_opinion",
  },
  {
    sentence: "A ministry spokesman said so by telephone.",
    yes: ["external_source", "speaking_person", "office_without_name", "public_body"],
    category: "official_statement",
  },
  {
    sentence: "A spokesman for the builder said so by telephone.",
    yes: ["external_source", "speaking_person", "office_without_name"],
    category: "institutional_position",
  },
  {
    sentence: "A cyclist said that the ground shook under her.",
    yes: ["external_source", "speaking_person", "witness"],
    category: "eyewitness",
  },
  {
    sentence: "An official close to the talks said so.",
    yes: ["external_source", "speaking_person", "described"],
    category: "anonymous_described",
  },
  {
    sentence: "Sources said so.",
    yes: ["external_source", "speaking_person", "undescribed"],
    category: "anonymous_undescribed",
  },
  {
    sentence: "Lisbon wants the clause removed.",
    yes: ["external_source", "collective_subject"],
    category: "institutional_position",
  },
  { sentence: "Rumour has it that he left.", yes: ["external_source", "rumour"], category: "hearsay" },
  { sentence: "It was said, somehow.", yes: ["external_source"], category: "unclear" },
];
