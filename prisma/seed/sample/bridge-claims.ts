import { records } from "./bridge-records-claims.ts";
import { bridge } from "./bridge-text.ts";
import {
  approval,
  approved,
  type ClaimDraft,
  judged,
  mark,
  refusal,
  remark,
  submitted,
  via,
} from "./marking.ts";
import type { SampleClaim } from "./shape.ts";

/** The memo: what it says, and what nobody is said to say about it. */
const memo: readonly ClaimDraft[] = [
  {
    key: "bridge.told",
    by: "editorA",
    words:
      "Engineers told the operator of the Skarn Bridge in April that two of its main cables were cracking",
    statement: "Engineers told the bridge’s operator in April that two main cables were cracking.",
    kind: "speech_event",
    chain: [
      via("leaked_document", "skarnMemo", {
        mention: "a confidential memo obtained by the Examiner",
        cue: "according to",
        channel: "document",
      }),
    ],
    after: approved,
    comments: [
      remark("editorB", "Should the claim reach to “The bridge was closed five months later”?", [
        "editorA",
        "No: a memo of April cannot know that. It is the article’s own voice and a claim of its own.",
      ]),
    ],
  },
  {
    key: "bridge.cracking",
    by: "editorA",
    parent: "bridge.told",
    words: "that two of its main cables were cracking",
    statement: "Two main cables of the Skarn Bridge were cracking in April.",
    kind: "event",
    chain: [
      via("anonymous_described", "skarnEngineers", {
        mention: "Engineers",
        cue: "Engineers [told]",
        addressee: "the operator of the Skarn Bridge",
        attributionStatus: "via_third_party",
        channel: "document",
      }),
    ],
    after: approved,
    assessments: [
      judged("editorB", {
        sourceReliability: "B",
        infoCredibility: 2,
        attributionFidelity: "not_checked",
        verification: "corroborated_independent",
        confidence: "high",
        rationale: "The clamps the reporter counted and the closure itself do not come from the memo.",
        evidence: [{ url: null, note: "Own observation further down the article", stance: "supports" }],
      }),
    ],
  },
  {
    key: "bridge.heading",
    by: "editorB",
    words: "cracks in Skarn Bridge cables",
    statement: "There were cracks in the Skarn Bridge’s cables.",
    kind: "event",
    chain: [
      via("leaked_document", "skarnMemo", {
        mention: "[Memo] warned",
        cue: "warned of",
        directness: "reported",
        channel: "document",
      }),
    ],
    flags: ["heading"],
    sameAs: "bridge.cracking",
    after: submitted,
  },
  {
    key: "bridge.closed",
    by: "editorA",
    words: "The bridge was closed five months later",
    statement: "The Skarn Bridge was closed in September, five months after April.",
    kind: "sequence",
    provenance: "background_unattributed",
    after: submitted,
  },
  {
    key: "bridge.loads",
    by: "editorB",
    words: "the cables “may not carry full winter loads”",
    statement: "The cables may not carry full winter loads.",
    kind: "assessment",
    chain: [
      via("leaked_document", "skarnMemo", {
        mention: "The six-page memo",
        cue: "9, [says]",
        directness: "mixed",
        channel: "document",
      }),
    ],
    hedges: [["modal", "“[may] not carry"]],
    flags: ["partial_quote"],
    group: "memo",
    after: approved,
  },
  {
    key: "bridge.lane",
    by: "editorB",
    words: "limiting traffic to one lane",
    statement: "Traffic should be limited to one lane.",
    kind: "request",
    chain: [
      via("leaked_document", "skarnMemo", {
        mention: "The six-page memo",
        cue: "recommends",
        act: "request",
        directness: "reported",
        channel: "document",
      }),
    ],
    group: "memo",
    after: submitted,
  },
  {
    key: "bridge.deleted",
    by: "editorA",
    words: "It was allegedly deleted from the company’s archive in May",
    statement: "The memo was deleted from the company’s archive in May.",
    kind: "accusation",
    provenance: "unclear",
    hedges: [["reportative", "allegedly"]],
    flags: ["no_source_given"],
    after: submitted,
  },
  {
    key: "bridge.deleted.memo",
    by: "editorB",
    words: "It was allegedly deleted from the company’s archive in May",
    statement: "The memo was deleted from the company’s archive in May.",
    kind: "accusation",
    chain: [
      via("leaked_document", "skarnMemo", { explicit: false, basis: "carried_over", channel: "document" }),
    ],
    hedges: [["reportative", "allegedly"]],
    sameAs: "bridge.deleted",
    after: [
      refusal(
        "reject",
        "carried_over_unfounded",
        "A memo cannot tell of its own deletion. Somebody alleges it, and the text does not say who: unclear.",
      ),
    ],
  },
];

const released = { attributionStatus: "on_record", channel: "written_statement" } as const;

/** The operator's statement, one release throughout, and the engineer who disputes it. */
const denial: readonly ClaimDraft[] = [
  {
    key: "bridge.away",
    by: "editorA",
    words: "“No one at this company was told to look away,”",
    statement: "No one at the company was told to look away.",
    kind: "position",
    chain: [
      via("official_statement", "skarnCrossing", {
        mention: "the operator, Skarn Crossing",
        cue: "Crossing, [said in a statement] on Monday",
        act: "denial",
        directness: "direct",
        ...released,
      }),
    ],
    flags: ["negated"],
    group: "denial",
    after: approved,
  },
  {
    key: "bridge.ignored",
    by: "editorA",
    words: "“and no warning was ignored.”",
    statement: "The company ignored no warning.",
    kind: "position",
    chain: [
      via("official_statement", "skarnCrossing", {
        mention: "the operator, Skarn Crossing",
        cue: "Crossing, [said in a statement] on Monday",
        act: "denial",
        directness: "direct",
        ...released,
      }),
    ],
    flags: ["negated"],
    group: "denial",
    after: approved,
    assessments: [
      judged("editorA", {
        sourceReliability: "D",
        infoCredibility: 5,
        attributionFidelity: "not_checked",
        verification: "disputed",
        confidence: "moderate",
        rationale:
          "The memo, the former chief engineer and the toll records each speak against it; the company has an interest in the answer.",
      }),
    ],
  },
  {
    key: "bridge.delayed",
    by: "editorB",
    words: "that the closure had been delayed to protect the summer toll season",
    statement: "The closure was not delayed to protect the summer toll season.",
    kind: "position",
    chain: [
      via("official_statement", "skarnCrossing", {
        mention: "[It] denied",
        cue: "It [denied]",
        act: "denial",
        cueStance: "negative",
        polarity: "negative",
        ...released,
      }),
    ],
    after: submitted,
  },
  {
    key: "bridge.inspections",
    by: "editorB",
    words: "that inspections had been carried out every month",
    statement: "Inspections were carried out every month.",
    kind: "event",
    chain: [
      via("official_statement", "skarnCrossing", {
        mention: "[It] denied",
        cue: "and [said] that inspections",
        ...released,
      }),
    ],
    after: submitted,
  },
  {
    key: "bridge.logged",
    by: "editorB",
    words: "All of these inspections were also logged with the regulator",
    statement: "All of the monthly inspections were logged with the regulator.",
    kind: "event",
    chain: [
      via("official_statement", "skarnCrossing", {
        explicit: false,
        basis: "carried_over",
        directness: "free_indirect",
        ...released,
      }),
    ],
    after: submitted,
  },
  {
    key: "bridge.asked",
    by: "editorA",
    words: "“I asked for the closure in May",
    statement: "Vold asked for the closure in May.",
    kind: "event",
    chain: [
      via("named_statement", "vold", {
        mention: "wait,” [she] said",
        cue: "she [said] in an interview",
        directness: "direct",
        attributionStatus: "on_record",
        channel: "interview",
      }),
    ],
    group: "vold",
    after: approved,
  },
  {
    key: "bridge.wait",
    by: "editorA",
    words: "I was told to wait,”",
    statement: "Vold was told to wait with the closure.",
    kind: "accusation",
    chain: [
      via("named_statement", "vold", {
        mention: "wait,” [she] said",
        cue: "she [said] in an interview",
        directness: "direct",
        attributionStatus: "on_record",
        channel: "interview",
      }),
    ],
    group: "vold",
    after: [
      approval("Right to keep it apart: the first half can be confirmed by paper, this one by nobody named."),
    ],
  },
];

export const bridgeClaims: readonly SampleClaim[] = mark(bridge.text, [...memo, ...denial, ...records]);
