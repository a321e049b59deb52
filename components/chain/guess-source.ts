import type { Identification, SourceType } from "#core/provenance/facets.ts";

type Guess = { readonly type: SourceType; readonly identification: Identification };

const institution: Guess = { type: "government_body", identification: "named_institution" };
const person: Guess = { type: "person", identification: "named_person" };
const document: Guess = { type: "document", identification: "named_document" };

/** What a new source most likely is, from the category of the link it is made for; the person may say otherwise. */
const guesses: Readonly<Record<string, Guess>> = {
  official_readout: institution,
  official_transcript: institution,
  joint_statement: institution,
  official_statement: institution,
  public_record: institution,
  press_briefing: person,
  named_statement: person,
  expert_opinion: person,
  eyewitness: person,
  institutional_position: { type: "group", identification: "collective" },
  anonymous_described: { type: "person", identification: "unnamed_described" },
  anonymous_undescribed: { type: "unknown", identification: "undescribed" },
  media_report: { type: "news_media", identification: "named_institution" },
  wire_copy: { type: "wire_agency", identification: "named_institution" },
  social_post: { type: "social_account", identification: "named_person" },
  leaked_document: document,
  document_seen: document,
  research_publication: document,
  intelligence: { type: "intelligence_service", identification: "named_institution" },
};

export function guessSource(category: string): Guess {
  return guesses[category] ?? person;
}

export function isAnonymous(identification: Identification): boolean {
  return identification === "unnamed_described" || identification === "undescribed";
}
