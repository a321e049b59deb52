/** Closed value lists of claims, links and sources (domain.md). The `id`s appear in every export and never change. */

/** What sort of thing is claimed. Optional (rules.md 1): no export or figure depends on it. */
export const claimKinds = [
  "speech_event",
  "event",
  "sequence",
  "position",
  "intention",
  "request",
  "accusation",
  "assessment",
  "belief",
  "characterisation",
  "inference",
  "figure",
  "prediction",
] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** What is done by saying it; `evidence` and `perception` are what a document or a witness does in place of speaking. */
export const acts = [
  "statement",
  "question",
  "request",
  "commitment",
  "accusation",
  "denial",
  "belief",
  "decision",
  "evidence",
  "perception",
  "refusal",
] as const;
export type Act = (typeof acts)[number];

/**
 * How the words are given: `direct` all in quotation marks, `mixed` in part, `indirect` a paraphrased clause,
 * `reported` a noun for it ("called for talks"), `free_indirect` without any frame.
 */
export const directnesses = ["direct", "mixed", "indirect", "reported", "free_indirect"] as const;
export type Directness = (typeof directnesses)[number];

/**
 * Where the attributing words stand to what they attribute: `neutral` (said), `endorsing` (revealed), `distancing`
 * (claimed), `negative` (denied). The cue's, not the editor's opinion.
 */
export const cueStances = ["neutral", "endorsing", "distancing", "negative"] as const;
export type CueStance = (typeof cueStances)[number];

/** `negative` where the source denies or withholds what the claim says. */
export const polarities = ["positive", "negative"] as const;
export type Polarity = (typeof polarities)[number];

/**
 * Why an attribution may be carried over to words that have none of their own. Closed on purpose: what is on no such
 * basis is not carried over, but the article's own voice.
 */
export const bases = [
  "carried_over",
  "heading_summary",
  "pronoun_less_continuation",
  "quote_continuation",
] as const;
export type Basis = (typeof bases)[number];

/**
 * The terms on which it was said, as the text states them. `via_third_party`: the words reach us through another link;
 * `not_stated` is the common case and the default.
 */
export const attributionStatuses = [
  "on_record",
  "on_background",
  "deep_background",
  "off_record",
  "via_third_party",
  "not_stated",
  "not_applicable",
] as const;
export type AttributionStatus = (typeof attributionStatuses)[number];

/** By what means it was said, as far as the text tells. `not_stated` is the default. */
export const channels = [
  "interview",
  "press_conference",
  "briefing",
  "speech",
  "phone_call",
  "meeting",
  "written_readout",
  "written_statement",
  "publication",
  "broadcast",
  "social_media",
  "court",
  "document",
  "intelligence_channel",
  "not_stated",
] as const;
export type Channel = (typeof channels)[number];

/**
 * Words that weaken or qualify a claim. They belong to the claim, not to a link, and "may reportedly" is two of them.
 */
export const hedgeTypes = [
  "reportative",
  "modal",
  "attribution_shield",
  "approximator",
  "unverified_notice",
  "scare_quotes",
  "conditional",
  "belief_shield",
] as const;
export type HedgeType = (typeof hedgeTypes)[number];

/**
 * Flags that are offered. The list of flags is open: any slug may stand on a claim (`claimProblems` checks its form), so
 * that a desk need not wait for a version of the program.
 */
export const claimFlags = [
  "heading",
  "no_source_given",
  "quote_owner_unclear",
  "translated",
  "altered_quote",
  "partial_quote",
  "scare_quote",
  "negated",
  "scope_ambiguous",
  "factive_cue",
  "figure",
] as const;
export type ClaimFlag = (typeof claimFlags)[number];

/** What a source is. `unknown` is the default: an anonymous source often has no other. */
export const sourceTypes = [
  "person",
  "group",
  "government_body",
  "military_security",
  "intelligence_service",
  "court_prosecutor",
  "police",
  "legislature_party",
  "intergovernmental",
  "company",
  "industry_union",
  "ngo_civil_society",
  "academic",
  "news_media",
  "state_media",
  "wire_agency",
  "social_account",
  "document",
  "dataset_poll",
  "unknown",
] as const;
export type SourceType = (typeof sourceTypes)[number];

/** What kind of document a source of type `document` is. */
export const documentTypes = [
  "readout",
  "transcript",
  "joint_statement",
  "press_release",
  "legal",
  "statistics",
  "study",
  "news_report",
  "letter_memo",
  "intelligence",
  "social_post",
] as const;
export type DocumentType = (typeof documentTypes)[number];

/**
 * How far the text says who a source is. The first three are named: `chainProblems` holds a category of unnamed
 * sources against them.
 */
export const identifications = [
  "named_person",
  "named_institution",
  "named_document",
  "office_only",
  "collective",
  "unnamed_described",
  "undescribed",
] as const;
export type Identification = (typeof identifications)[number];

/** Admiralty grades of the source, best first; F says that nothing can be said and is no worst grade. */
export const sourceReliabilities = ["A", "B", "C", "D", "E", "F"] as const;
export type SourceReliability = (typeof sourceReliabilities)[number];

/** Admiralty grades of the information, best first; 6 says that nothing can be said and is no worst grade. */
export const infoCredibilities = [1, 2, 3, 4, 5, 6] as const;
export type InfoCredibility = (typeof infoCredibilities)[number];

/** Whether the source really said it, which needs the original: `not_checked` until somebody looked. */
export const fidelities = ["faithful", "minor_shift", "distorted", "unsupported", "not_checked"] as const;
export type Fidelity = (typeof fidelities)[number];

/**
 * What became of the claim elsewhere. Independent and dependent corroboration are kept apart because a second report on
 * the same word adds nothing.
 */
export const verifications = [
  "unverified",
  "corroborated_independent",
  "corroborated_dependent",
  "disputed",
  "refuted",
  "confirmed_primary",
  "not_checkable",
] as const;
export type Verification = (typeof verifications)[number];

/** How sure the person who assessed is of their own assessment. */
export const confidences = ["low", "moderate", "high"] as const;
export type Confidence = (typeof confidences)[number];
