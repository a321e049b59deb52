import type {
  Act,
  AttributionStatus,
  Basis,
  Channel,
  ClaimFlag,
  ClaimKind,
  Confidence,
  CueStance,
  Directness,
  DocumentType,
  Fidelity,
  HedgeType,
  Identification,
  Polarity,
  SourceType,
  Verification,
} from "./facets.ts";

/** What a value is called, and what it means where the name does not say. */
export type FacetLabel = { readonly label: string; readonly definition: string };

type Labels<Value extends string> = Readonly<Record<Value, FacetLabel>>;

const says = (label: string, definition = ""): FacetLabel => ({ label, definition });

/** Labels of every facet value, by facet. Ids are in `facets.ts`; the types hold the two lists equal. */
export const facetLabels: {
  readonly kind: Labels<ClaimKind>;
  readonly act: Labels<Act>;
  readonly directness: Labels<Directness>;
  readonly cueStance: Labels<CueStance>;
  readonly polarity: Labels<Polarity>;
  readonly basis: Labels<Basis>;
  readonly attributionStatus: Labels<AttributionStatus>;
  readonly channel: Labels<Channel>;
  readonly hedge: Labels<HedgeType>;
  readonly flag: Labels<ClaimFlag>;
  readonly sourceType: Labels<SourceType>;
  readonly documentType: Labels<DocumentType>;
  readonly identification: Labels<Identification>;
  readonly fidelity: Labels<Fidelity>;
  readonly verification: Labels<Verification>;
  readonly confidence: Labels<Confidence>;
} = {
  kind: {
    speech_event: says("Speech event", "that somebody said something"),
    event: says("Event", "that something happened"),
    sequence: says("Sequence", "that things happened in this order, or one because of another"),
    position: says("Position", "what somebody stands for"),
    intention: says("Intention", "what somebody means to do"),
    request: says("Request", "what somebody asks for"),
    accusation: says("Accusation", "that somebody did wrong"),
    assessment: says("Assessment", "how good, likely or grave something is"),
    belief: says("Belief", "what somebody holds true"),
    characterisation: says("Characterisation", "a label put on somebody or something"),
    inference: says("Inference", "a conclusion drawn from something else"),
    figure: says("Figure", "a number or statistic"),
    prediction: says("Prediction", "what will happen"),
  },
  act: {
    statement: says("Statement"),
    question: says("Question"),
    request: says("Request"),
    commitment: says("Commitment", "offer, promise, intention"),
    accusation: says("Accusation"),
    denial: says("Denial"),
    belief: says("Belief", "thinks, hopes, fears"),
    decision: says("Decision", "orders, rules, adopts"),
    evidence: says("Evidence", "shows, confirms"),
    perception: says("Perception", "saw, heard"),
    refusal: says("Refusal", "declined to comment"),
  },
  directness: {
    direct: says("Direct", "all in quotation marks"),
    mixed: says("Mixed", "part in quotation marks"),
    indirect: says("Indirect", "a paraphrased clause"),
    reported: says("Reported act", "as a noun: called for talks"),
    free_indirect: says("Free indirect", "the source's words without quotation marks or cue"),
  },
  cueStance: {
    neutral: says("Neutral", "said, told, according to"),
    endorsing: says("Endorsing", "pointed out, revealed, confirmed, noted"),
    distancing: says("Distancing", "claimed, alleged, purported, insisted"),
    negative: says("Negative", "denied, refused"),
  },
  polarity: { positive: says("Positive"), negative: says("Negative", "the source says it is not so") },
  basis: {
    carried_over: says("Carried over", "adjoins attributed sentences, with a sign of continuity"),
    heading_summary: says("Heading", "the heading sums up what the text attributes"),
    pronoun_less_continuation: says("Continuation", "goes on without naming the speaker again"),
    quote_continuation: says("Quotation goes on", "a further part of a quotation already attributed"),
  },
  attributionStatus: {
    on_record: says("On the record", "may be used, the source quoted by name"),
    on_background: says("On background", "usable under conditions; usually a position instead of a name"),
    deep_background: says("Deep background", "usable without any attribution"),
    off_record: says("Off the record", "not for publication; seen in print only when that was broken"),
    via_third_party: says("Via a third party", "the words reach us through another link"),
    not_stated: says("Not stated"),
    not_applicable: says("Not applicable"),
  },
  channel: {
    interview: says("Interview"),
    press_conference: says("Press conference"),
    briefing: says("Briefing"),
    speech: says("Speech"),
    phone_call: says("Phone call"),
    meeting: says("Meeting"),
    written_readout: says("Written readout"),
    written_statement: says("Written statement"),
    publication: says("Publication"),
    broadcast: says("Broadcast"),
    social_media: says("Social media"),
    court: says("Court"),
    document: says("Document"),
    intelligence_channel: says("Intelligence channel"),
    not_stated: says("Not stated"),
  },
  hedge: {
    reportative: says("Reportative", "allegedly, reportedly, is said to"),
    modal: says("Modal", "may, could, appears to"),
    attribution_shield: says("Attribution shield", "what somebody says was so"),
    approximator: says("Approximator", "about, some, half a dozen"),
    unverified_notice: says("Notice of non-verification", "could not be independently verified"),
    scare_quotes: says("Scare quotes", "quotation marks that keep a word at a distance"),
    conditional: says("Conditional", "if, provided that"),
    belief_shield: says("Belief shield", "thinks, believes"),
  },
  flag: {
    heading: says("Heading"),
    no_source_given: says("No source given"),
    quote_owner_unclear: says("Quotation without clear owner"),
    translated: says("Translated"),
    altered_quote: says("Altered quotation", "ellipsis or brackets"),
    partial_quote: says("Partial quotation"),
    scare_quote: says("Scare quotation"),
    negated: says("Negated"),
    scope_ambiguous: says("Scope ambiguous", "unclear how far the attribution reaches"),
    factive_cue: says("Factive cue", "the attributing verb takes it as true"),
    figure: says("Figure", "a number or statistic"),
  },
  sourceType: {
    person: says("Person"),
    group: says("Group"),
    government_body: says("Government body"),
    military_security: says("Military or security force"),
    intelligence_service: says("Intelligence service"),
    court_prosecutor: says("Court or prosecutor"),
    police: says("Police"),
    legislature_party: says("Legislature or party"),
    intergovernmental: says("Intergovernmental organisation"),
    company: says("Company"),
    industry_union: says("Industry body or union"),
    ngo_civil_society: says("NGO or civil society"),
    academic: says("Academic institution"),
    news_media: says("News medium"),
    state_media: says("State medium"),
    wire_agency: says("News agency"),
    social_account: says("Social media account"),
    document: says("Document"),
    dataset_poll: says("Data set or poll"),
    unknown: says("Unknown"),
  },
  documentType: {
    readout: says("Readout"),
    transcript: says("Transcript or recording"),
    joint_statement: says("Joint statement"),
    press_release: says("Press release"),
    legal: says("Legal document"),
    statistics: says("Statistics"),
    study: says("Study or survey"),
    news_report: says("News report"),
    letter_memo: says("Letter or memo"),
    intelligence: says("Intelligence document"),
    social_post: says("Social media post"),
  },
  identification: {
    named_person: says("Named person"),
    named_institution: says("Named institution"),
    named_document: says("Named document"),
    office_only: says("Office only", "the ministry's spokesman"),
    collective: says("Collective", "a country or body as such"),
    unnamed_described: says("Unnamed, described"),
    undescribed: says("Undescribed"),
  },
  fidelity: {
    faithful: says("Faithful"),
    minor_shift: says("Minor shift"),
    distorted: says("Distorted"),
    unsupported: says("Unsupported", "the original does not say it"),
    not_checked: says("Not checked", "the original was not consulted"),
  },
  verification: {
    unverified: says("Unverified"),
    corroborated_independent: says("Corroborated independently"),
    corroborated_dependent: says("Corroborated, same origin", "others say it, on the same word"),
    disputed: says("Disputed"),
    refuted: says("Refuted"),
    confirmed_primary: says("Confirmed at the primary source"),
    not_checkable: says("Not checkable"),
  },
  confidence: { low: says("Low"), moderate: says("Moderate"), high: says("High") },
};
