/** Closed value lists of claims, links and sources (domain.md). The `id`s appear in every export and never change. */

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

export const directnesses = ["direct", "mixed", "indirect", "reported", "free_indirect"] as const;
export type Directness = (typeof directnesses)[number];

export const cueStances = ["neutral", "endorsing", "distancing", "negative"] as const;
export type CueStance = (typeof cueStances)[number];

export const polarities = ["positive", "negative"] as const;
export type Polarity = (typeof polarities)[number];

export const bases = [
  "carried_over",
  "heading_summary",
  "pronoun_less_continuation",
  "quote_continuation",
] as const;
export type Basis = (typeof bases)[number];

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

export const sourceReliabilities = ["A", "B", "C", "D", "E", "F"] as const;
export type SourceReliability = (typeof sourceReliabilities)[number];

export const infoCredibilities = [1, 2, 3, 4, 5, 6] as const;
export type InfoCredibility = (typeof infoCredibilities)[number];

export const fidelities = ["faithful", "minor_shift", "distorted", "unsupported", "not_checked"] as const;
export type Fidelity = (typeof fidelities)[number];

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

export const confidences = ["low", "moderate", "high"] as const;
export type Confidence = (typeof confidences)[number];
