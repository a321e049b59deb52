import { leftOut, voices } from "./call-later-claims.ts";
import { call } from "./call-text.ts";
import {
  approval,
  approved,
  type ClaimDraft,
  judged,
  mark,
  refusal,
  remark,
  revision,
  submitted,
  via,
} from "./marking.ts";
import type { SampleClaim } from "./shape.ts";

const callWords =
  "Prime Minister Edda Brandvik of Halvenia and President Davit Orbeladze of Tsalkia spoke by telephone on Tuesday about reopening the Lomis pipeline";
const both = { mention: "[both governments] said", cue: "both governments [said]" };

/** The lead: one sentence, two independent routes to it, and the article's own comparison. */
const lead: readonly ClaimDraft[] = [
  {
    key: "call.spoke.halvenian",
    by: "editorA",
    words: callWords,
    statement: "The two leaders spoke by telephone on Tuesday about reopening the Lomis pipeline.",
    kind: "event",
    chain: [via("official_readout", "halvenReadout", { ...both, channel: "written_readout" })],
    after: approved,
    assessments: [
      judged("editorA", {
        sourceReliability: "B",
        infoCredibility: 1,
        attributionFidelity: "not_checked",
        verification: "corroborated_independent",
        confidence: "high",
        rationale: "Two parties with opposed interests each confirm the call in a text of their own.",
        evidence: [
          { url: "https://example.org/readouts/halvenia", note: "Halvenian readout", stance: "supports" },
          { url: "https://example.org/readouts/tsalkia", note: "Tsalkian readout", stance: "supports" },
        ],
      }),
    ],
    comments: [
      remark(
        "editorB",
        "The text only says “both governments said”. Why a readout and not an institutional position?",
        [
          "editorA",
          "The second and third paragraphs name the two readouts. What the article says more exactly elsewhere counts everywhere.",
        ],
        ["editorB", "Then it needs two claims: each readout is a route of its own. I add the Tsalkian one."],
      ),
    ],
  },
  {
    key: "call.spoke.tsalkian",
    by: "editorB",
    words: callWords,
    statement: "The two leaders spoke by telephone on Tuesday about reopening the Lomis pipeline.",
    kind: "event",
    chain: [via("official_readout", "tsalkiReadout", { ...both, channel: "written_readout" })],
    sameAs: "call.spoke.halvenian",
    after: approved,
  },
  {
    key: "call.heading",
    by: "editorA",
    words: "Halvenia, Tsalkia leaders discuss gas transit",
    statement: "The leaders of Halvenia and Tsalkia discussed gas transit.",
    kind: "event",
    chain: [
      via("official_readout", "halvenReadout", {
        explicit: false,
        basis: "heading_summary",
        directness: "reported",
        channel: "written_readout",
      }),
    ],
    flags: ["heading"],
    sameAs: "call.spoke.halvenian",
    after: submitted,
  },
  {
    key: "call.differ",
    by: "editorA",
    words: "their accounts of the 40-minute call differed on whether gas would flow before winter",
    statement: "The two governments’ accounts differ on whether gas will flow before winter.",
    kind: "characterisation",
    provenance: "own_analysis",
    after: approved,
  },
];

/** Paragraphs 2 and 3: what each side wants known. */
const readouts: readonly ClaimDraft[] = [
  {
    key: "call.teams",
    by: "editorA",
    words: "the two leaders “agreed that technical teams will meet within ten days.”",
    statement: "The two leaders agreed that technical teams will meet within ten days.",
    kind: "speech_event",
    chain: [
      via("official_readout", "halvenReadout", {
        mention: "a readout issued by Brandvik’s office",
        cue: "According to",
        directness: "mixed",
        attributionStatus: "on_record",
        channel: "written_readout",
      }),
    ],
    flags: ["partial_quote"],
    after: approved,
  },
  {
    key: "call.teams.pledge",
    by: "editorA",
    parent: "call.teams",
    words: "that technical teams will meet within ten days",
    statement: "Technical teams will meet within ten days.",
    kind: "intention",
    chain: [
      via("named_statement", ["brandvik", "orbeladze"], {
        mention: "the two leaders",
        cue: "“[agreed] that",
        act: "commitment",
        channel: "phone_call",
      }),
    ],
    after: approved,
  },
  {
    key: "call.volume",
    by: "editorA",
    words: "to restore at least half of the contracted volume by Nov. 15",
    statement: "Tsalkia will restore at least half of the contracted volume by 15 November.",
    kind: "intention",
    chain: [
      via("official_readout", "halvenReadout", {
        mention: "The same document",
        cue: "document [says]",
        attributionStatus: "on_record",
        channel: "written_readout",
      }),
      via("named_statement", "orbeladze", {
        mention: "says [Orbeladze] undertook",
        cue: "undertook",
        act: "commitment",
        directness: "reported",
        channel: "phone_call",
      }),
    ],
    hedges: [["approximator", "at least half"]],
    after: [
      approval(),
      revision("editorB", { hedges: [["approximator", "[at least] half"]], flags: ["figure"] }),
    ],
    assessments: [
      judged("editorA", {
        sourceReliability: "C",
        infoCredibility: 4,
        verification: "disputed",
        confidence: "moderate",
        rationale: "The Tsalkian readout gives no date, and its energy minister makes payment come first.",
      }),
    ],
  },
  {
    key: "call.arrears",
    by: "editorB",
    words: "that Orbeladze had “stressed the need for payment of arrears” before any gas moved",
    statement: "Orbeladze stressed that arrears must be paid before any gas moves.",
    kind: "speech_event",
    chain: [
      via("official_readout", "tsalkiReadout", {
        mention: "The presidential press service in Tsalki",
        cue: "Tsalki [said] that Orbeladze",
        directness: "mixed",
        attributionStatus: "on_record",
        channel: "written_readout",
      }),
    ],
    flags: ["partial_quote"],
    group: "tsalkian-readout",
    after: [approval("Good: the quotation is the readout writer’s, not Orbeladze’s.")],
  },
  {
    key: "call.arbitration",
    by: "editorB",
    words: ["that Orbeladze had", "had asked Halvenia to drop its arbitration claim"],
    statement: "Orbeladze asked Halvenia to drop its arbitration claim.",
    kind: "request",
    chain: [
      via("official_readout", "tsalkiReadout", {
        mention: "The presidential press service in Tsalki",
        cue: "Tsalki [said] that Orbeladze",
        attributionStatus: "on_record",
        channel: "written_readout",
      }),
    ],
    group: "tsalkian-readout",
    after: [
      refusal(
        "request_changes",
        "wrong_span",
        "The shared subject is “that Orbeladze”; “had” stands again in the second fragment. Please take it out of the first.",
      ),
    ],
  },
];

export const callClaims: readonly SampleClaim[] = mark(call.text, [
  ...lead,
  ...readouts,
  ...voices,
  ...leftOut,
]);
