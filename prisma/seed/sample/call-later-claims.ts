import { approval, approved, type ClaimDraft, judged, remark, submitted, via } from "./marking.ts";

const briefing = { attributionStatus: "on_record", channel: "briefing" } as const;

/** Paragraphs 4 to 6: a briefing, a position, a post. */
export const voices: readonly ClaimDraft[] = [
  {
    key: "call.gift",
    by: "editorB",
    words: ["“A pipeline without payment,”", "“is a gift that no budget can carry.”"],
    statement: "A pipeline without payment is a gift that no budget can carry.",
    kind: "position",
    chain: [
      via("press_briefing", "kvirashvili", {
        mention: "Tsalkia’s energy minister, Nana Kvirashvili (ნანა ქვირაშვილი)",
        cue: "[told] reporters",
        addressee: "told [reporters]",
        directness: "direct",
        ...briefing,
      }),
    ],
    after: approved,
  },
  {
    key: "call.resume",
    by: "editorB",
    words: ["Talks on the arrears", "would resume on Oct. 20"],
    statement: "Talks on the arrears will resume on 20 October.",
    kind: "prediction",
    chain: [
      via("press_briefing", "kvirashvili", {
        mention: "arrears, [she] added",
        cue: "she [added]",
        ...briefing,
      }),
    ],
    after: submitted,
  },
  {
    key: "call.advance",
    by: "editorB",
    words: "Each delivery would also have to be paid for in advance",
    statement: "Each delivery of gas must be paid for in advance.",
    kind: "position",
    chain: [
      via("press_briefing", "kvirashvili", {
        explicit: false,
        basis: "carried_over",
        directness: "free_indirect",
        ...briefing,
      }),
    ],
    after: submitted,
    comments: [
      remark(
        "editorB",
        "No “she said” here. The sentence follows hers, “also” and “would” go on with it, nothing returns to the article’s own voice: carried over.",
        [
          "editorA",
          "Agreed. The next sentence (“Her ministry later published”) does return, so it stops here.",
        ],
      ),
    ],
  },
  {
    key: "call.observers",
    by: "editorA",
    words: "neutral observers at the pumping station",
    statement: "There should be neutral observers at the pumping station.",
    kind: "position",
    chain: [
      via("institutional_position", "halvenia", {
        mention: "[Halvenia] wants",
        cue: "wants",
        act: "request",
        directness: "reported",
      }),
    ],
    after: submitted,
  },
  {
    key: "call.post",
    by: "editorA",
    words: "“After today’s call 🤝 homes will be warm by December.”",
    statement: "After the call, homes will be warm by December.",
    kind: "prediction",
    chain: [
      via("social_post", "brandvikQuill", {
        mention: "her verified account on the platform Quill",
        cue: "In a post from",
        directness: "direct",
        attributionStatus: "on_record",
        channel: "social_media",
      }),
      via("named_statement", "brandvik", {
        mention: "Quill, [Brandvik] wrote",
        cue: "wrote:",
        directness: "direct",
        attributionStatus: "on_record",
        channel: "social_media",
      }),
    ],
    after: submitted,
  },
];

/** Under the subheading: another paper’s report, a denial, and the article itself. */
export const leftOut: readonly ClaimDraft[] = [
  {
    key: "call.neither",
    by: "editorA",
    words: "Neither readout mentions the rocket launchers",
    statement: "Neither readout mentions rocket launchers.",
    kind: "event",
    provenance: "background_unattributed",
    flags: ["negated"],
    after: submitted,
  },
  {
    key: "call.launchers",
    by: "editorA",
    words: ["the rocket launchers", "Tsalkia has moved to the Lomis Pass"],
    statement: "Tsalkia has moved rocket launchers to the Lomis Pass.",
    kind: "event",
    chain: [
      via("media_report", "meridianPost", {
        mention: "The Meridian Post",
        cue: "according to",
        channel: "publication",
      }),
    ],
    after: approved,
  },
  {
    key: "call.satellite",
    by: "editorB",
    words:
      "that satellite material shared by a partner service showed at least a dozen launchers near the pumping station",
    statement: "Satellite material shows at least a dozen launchers near the pumping station.",
    kind: "event",
    chain: [
      via("media_report", "meridianPost", {
        mention: "The newspaper",
        cue: "newspaper [reported] on Sunday",
        channel: "publication",
      }),
      via("anonymous_described", "callOfficials", { mention: "two allied officials", cue: "citing" }),
    ],
    hedges: [["unverified_notice", "could not be independently verified"]],
    after: [
      approval(),
      {
        type: "reopen",
        by: "reviewer",
        reason:
          "The pass article shows that the newspaper relied on the same two officials. Please look at the reliability again before this goes out.",
      },
    ],
    assessments: [
      judged("editorB", {
        sourceReliability: "F",
        infoCredibility: 6,
        attributionFidelity: "not_checked",
        verification: "unverified",
        confidence: "low",
      }),
    ],
  },
  {
    key: "call.satellite.shown",
    by: "editorB",
    parent: "call.satellite",
    words: "at least a dozen launchers near the pumping station",
    statement: "At least a dozen launchers stand near the pumping station.",
    kind: "figure",
    chain: [
      via("intelligence", "callSatellite", {
        mention: "satellite material shared by a partner service",
        cue: "service [showed]",
        act: "evidence",
        directness: "reported",
        attributionStatus: "via_third_party",
        channel: "intelligence_channel",
      }),
    ],
    hedges: [["approximator", "[at least] a dozen"]],
    flags: ["figure"],
    after: submitted,
  },
  {
    key: "call.denial",
    by: "editorA",
    words: "that any such deployment had taken place",
    statement: "There has been no deployment of launchers to the pass.",
    kind: "position",
    chain: [
      via("official_statement", "tsalkiDefence", {
        mention: "Tsalkia’s defence ministry",
        cue: ["In a written statement", "denied"],
        act: "denial",
        cueStance: "negative",
        polarity: "negative",
        attributionStatus: "on_record",
        channel: "written_statement",
      }),
    ],
    after: approved,
  },
  {
    key: "call.pledge",
    by: "editorA",
    words: "to settle the dispute “by negotiation alone.”",
    statement: "The dispute will be settled by negotiation alone.",
    kind: "intention",
    chain: [
      via("joint_statement", ["halvenEnergy", "tsalkiEnergy"], {
        mention: "The two energy ministries",
        cue: "had pledged in a joint communiqué",
        act: "commitment",
        directness: "mixed",
        attributionStatus: "on_record",
        channel: "written_statement",
      }),
    ],
    flags: ["partial_quote"],
    after: submitted,
  },
  {
    key: "call.audiences",
    by: "editorB",
    words: "“The two accounts are written for two audiences,”",
    statement: "The two accounts are written for two audiences.",
    kind: "assessment",
    chain: [
      via("expert_opinion", "aasgaard", {
        mention: "Liv Aasgaard, a historian of diplomacy at the University of Brunsmar",
        cue: "audiences,” [said]",
        directness: "direct",
        attributionStatus: "on_record",
      }),
    ],
    after: approved,
  },
  {
    key: "call.winter",
    by: "editorB",
    words: ["Tuesday’s call", "suggests that winter, more than trust, is now setting the pace"],
    kind: "inference",
    provenance: "own_analysis",
    after: "draft",
  },
];
