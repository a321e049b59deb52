import { approved, type ClaimDraft, judged, submitted, via } from "./marking.ts";

/** Under the subheading: documents, and who is heard through them. */
export const records: readonly ClaimDraft[] = [
  {
    key: "bridge.traffic",
    by: "editorA",
    words: "that traffic was not restricted until Sept. 12",
    statement: "Traffic was not restricted until 12 September.",
    kind: "event",
    chain: [
      via("public_record", "tollRecords", {
        mention: "Toll records published by the transport authority",
        cue: "authority [show]",
        act: "evidence",
        cueStance: "endorsing",
        attributionStatus: "on_record",
        channel: "document",
      }),
    ],
    flags: ["factive_cue"],
    after: approved,
    assessments: [
      judged("reviewer", {
        sourceReliability: "A",
        infoCredibility: 2,
        attributionFidelity: "faithful",
        verification: "confirmed_primary",
        confidence: "high",
        rationale: "Looked up in the published table: full traffic until the night of 11 September.",
        evidence: [
          { url: "https://example.org/tolls/skarn", note: "Published toll records", stance: "supports" },
        ],
      }),
    ],
  },
  {
    key: "bridge.date",
    by: "editorB",
    words: "“a date, not a promise.”",
    statement: "The insurer asks for a date and not a promise.",
    kind: "request",
    chain: [
      via("document_seen", "insurerLetter", {
        mention: "a letter seen by the Examiner",
        cue: "[In] a letter seen",
        directness: "reported",
        channel: "document",
      }),
      via("institutional_position", "insurer", {
        mention: "the company’s insurer",
        cue: "asked in July for",
        act: "request",
        directness: "mixed",
        channel: "document",
      }),
    ],
    flags: ["partial_quote"],
    after: submitted,
  },
  {
    key: "bridge.summer",
    by: "editorA",
    words: "“Summer first, cables second.”",
    statement: "The summer comes first and the cables second.",
    kind: "position",
    chain: [
      via("official_transcript", "boardTranscript", {
        mention: "A transcript of the board meeting of April 22",
        cue: "committee, [has]",
        act: "evidence",
        directness: "direct",
        attributionStatus: "on_record",
        channel: "document",
      }),
      via("named_statement", "fenrik", {
        mention: "the chairman, Odd Fenrik",
        cue: "saying:",
        directness: "direct",
        channel: "meeting",
      }),
    ],
    after: approved,
  },
  {
    key: "bridge.believed",
    by: "editorB",
    words: "that her client believed the bridge was safe",
    statement: "Fenrik believed that the bridge was safe.",
    kind: "belief",
    chain: [
      via("named_statement", "dunn", {
        mention: "Fenrik’s lawyer, Maris Dunn",
        cue: "Dunn, [said] that",
        attributionStatus: "on_record",
      }),
    ],
    after: submitted,
  },
  {
    key: "bridge.safe",
    by: "editorB",
    parent: "bridge.believed",
    words: "the bridge was safe",
    statement: "The bridge was safe.",
    kind: "assessment",
    chain: [
      via("named_statement", "fenrik", {
        mention: "her client",
        cue: "believed",
        act: "belief",
        attributionStatus: "via_third_party",
      }),
    ],
    hedges: [["belief_shield", "believed"]],
    after: "draft",
  },
  {
    key: "bridge.salt",
    by: "editorB",
    words: "that salt had thinned the outer strands of such cables by up to 8 percent",
    statement: "Salt has thinned the outer strands of such cables by up to 8 percent.",
    kind: "figure",
    chain: [
      via("research_publication", "saltStudy", {
        mention: "A study by the Coastal Institute of Technology",
        cue: "found",
        act: "evidence",
        cueStance: "endorsing",
        attributionStatus: "on_record",
        channel: "publication",
      }),
    ],
    hedges: [["approximator", "by [up to] 8 percent"]],
    flags: ["figure", "factive_cue"],
    after: "draft",
  },
  {
    key: "bridge.charges",
    by: "editorA",
    words: "charges were likely before the new year",
    statement: "Charges are likely before the new year.",
    kind: "prediction",
    chain: [
      via("anonymous_described", "inquiryPeople", {
        mention: "Two people with knowledge of the police inquiry",
        cue: "inquiry [said] charges",
        attributionStatus: "on_background",
      }),
    ],
    hedges: [["modal", "were [likely] before"]],
    after: approved,
  },
];
