import { approved, type ClaimDraft, judged, mark, refusal, remark, submitted, via } from "./marking.ts";
import { ground } from "./pass-ground-claims.ts";
import { pass } from "./pass-text.ts";
import type { SampleClaim } from "./shape.ts";

const printed = { channel: "publication" } as const;
const unverified = ["unverified_notice", "could not be independently verified"] as const;

/** The heading and the lead: this article ← newspaper ← officials ← satellite material. */
const lead: readonly ClaimDraft[] = [
  {
    key: "pass.launchers",
    by: "editorA",
    words: "Tsalkia has moved at least a dozen rocket launchers to the Lomis Pass",
    statement: "Tsalkia has moved at least a dozen rocket launchers to the Lomis Pass.",
    kind: "event",
    chain: [
      via("media_report", "meridianPost", {
        mention: "The Meridian Post",
        cue: "Post [reported] on",
        ...printed,
      }),
      via("anonymous_described", "passOfficials", { mention: "two allied officials", cue: "citing" }),
    ],
    hedges: [["approximator", "[at least] a dozen"], unverified],
    after: approved,
    assessments: [
      judged("editorA", {
        sourceReliability: "B",
        infoCredibility: 3,
        attributionFidelity: "not_checked",
        verification: "corroborated_dependent",
        confidence: "moderate",
        rationale: "Every report of it leads back to the same two officials.",
      }),
      judged("editorB", {
        sourceReliability: "C",
        infoCredibility: 3,
        verification: "disputed",
        confidence: "low",
        rationale: "Denied by Tsalkia’s defence ministry; no second origin.",
        evidence: [
          { url: "https://example.org/tsalkia/denial", note: "Written denial", stance: "contradicts" },
        ],
      }),
    ],
  },
  {
    key: "pass.heading",
    by: "editorA",
    words: "Tsalkia moved rocket launchers to disputed pass",
    statement: "Tsalkia has moved rocket launchers to the Lomis Pass.",
    kind: "event",
    chain: [
      via("media_report", "meridianPost", {
        mention: "[newspaper] reports",
        cue: "newspaper [reports]",
        ...printed,
      }),
    ],
    flags: ["heading"],
    sameAs: "pass.launchers",
    after: submitted,
  },
  {
    key: "pass.cited",
    by: "editorA",
    words:
      "two allied officials who said the deployment was visible in satellite material gathered by a partner intelligence service",
    statement: "Two allied officials said that the deployment was visible in satellite material.",
    kind: "speech_event",
    chain: [via("media_report", "meridianPost", { mention: "The Meridian Post", cue: "citing", ...printed })],
    after: approved,
  },
  {
    key: "pass.visible",
    by: "editorA",
    parent: "pass.cited",
    words: "the deployment was visible in satellite material gathered by a partner intelligence service",
    statement: "The deployment is visible in a partner service’s satellite material.",
    kind: "event",
    chain: [
      via("anonymous_described", "passOfficials", {
        mention: "two allied officials",
        cue: "who [said]",
        attributionStatus: "via_third_party",
      }),
    ],
    hedges: [unverified],
    after: approved,
  },
  {
    key: "pass.deployment",
    by: "editorB",
    parent: "pass.visible",
    words: "the deployment",
    statement: "The launchers have been deployed.",
    kind: "event",
    chain: [
      via("intelligence", "passSatellite", {
        mention: "satellite material gathered by a partner intelligence service",
        cue: "was visible in",
        act: "evidence",
        directness: "reported",
        attributionStatus: "via_third_party",
        channel: "intelligence_channel",
      }),
    ],
    after: submitted,
    comments: [
      remark(
        "reviewer",
        "How far down do we go? The reader cannot see these images and neither can the officials’ newspaper, as far as we are told.",
        [
          "editorB",
          "As far as a reader could ask “who says so?”. The text answers three times, so three links.",
        ],
        ["editorA", "And it ends there: what the service is called would be outside knowledge."],
      ),
    ],
  },
  {
    key: "pass.unseen",
    by: "editorB",
    words: "The Harbour Chronicle has not seen the images",
    statement: "The Harbour Chronicle has not seen the images.",
    kind: "event",
    provenance: "background_unattributed",
    flags: ["negated"],
    after: submitted,
  },
];

/** The newspaper's report goes on; only the first sentence of the article names it as the one who reports. */
const carriedPost = via("media_report", "meridianPost", {
  explicit: false,
  basis: "carried_over",
  ...printed,
});
const oneOfficial = via("anonymous_described", "passOneOfficial", {
  mention: "One of the officials",
  cue: "officials [told] the newspaper",
  addressee: "told [the newspaper] that",
  attributionStatus: "on_background",
});

const report: readonly ClaimDraft[] = [
  {
    key: "pass.pointed",
    by: "editorA",
    words: "that the launchers were “pointed at nothing and everything”",
    statement: "The launchers are pointed at nothing and everything.",
    kind: "characterisation",
    chain: [carriedPost, { ...oneOfficial, directness: "mixed" }],
    flags: ["partial_quote"],
    group: "one-official",
    after: submitted,
    comments: [
      remark(
        "editorA",
        "“told the newspaper” names the Post as the one addressed, not as the one who tells us. So link 1 is carried over and “the newspaper” is the addressee of link 2.",
      ),
    ],
  },
  {
    key: "pass.tents",
    by: "editorB",
    words: "that their crews had been living in tents since late September",
    statement: "The launchers’ crews had been living in tents since late September.",
    kind: "event",
    chain: [oneOfficial],
    group: "one-official",
    after: [
      refusal(
        "request_changes",
        "chain_incomplete",
        "The official spoke to the newspaper, not to us. Link 1 is The Meridian Post, carried over from the lead, as in the claim before.",
      ),
    ],
  },
  {
    key: "pass.told.diplomats",
    by: "editorB",
    words: "that Tsalki had told diplomats the vehicles were “decoys made of plywood and paint.”",
    statement: "Tsalkia told diplomats that the vehicles were decoys.",
    kind: "speech_event",
    chain: [
      via("media_report", "meridianPost", {
        mention: "[The Post] also reported",
        cue: "also reported",
        ...printed,
      }),
    ],
    after: submitted,
  },
  {
    key: "pass.decoys",
    by: "editorB",
    parent: "pass.told.diplomats",
    words: "the vehicles were “decoys made of plywood and paint.”",
    statement: "The vehicles are decoys made of plywood and paint.",
    kind: "position",
    chain: [
      via("institutional_position", "tsalkia", {
        mention: "that [Tsalki] had told",
        cue: "had told",
        addressee: "told [diplomats]",
        directness: "mixed",
        attributionStatus: "via_third_party",
      }),
    ],
    flags: ["partial_quote"],
    after: submitted,
    assessments: [
      judged("editorB", {
        sourceReliability: "E",
        infoCredibility: 5,
        attributionFidelity: "not_checked",
        verification: "disputed",
        confidence: "moderate",
        rationale:
          "Graded for this kind of claim: a party to the dispute whose ministry denies in public that any vehicles are there. That denial and “they are decoys” cannot both hold.",
        evidence: [
          { url: "https://example.org/tsalkia/denial", note: "Denies any deployment", stance: "contradicts" },
        ],
      }),
    ],
  },
  {
    key: "pass.shared",
    by: "editorB",
    words: "that the satellite material was shared with members of the Northern Compact last week",
    statement: "The satellite material was shared with members of the Northern Compact last week.",
    kind: "event",
    chain: [via("anonymous_undescribed", [], { cue: "It is understood" })],
    flags: ["no_source_given"],
    after: approved,
  },
];

export const passClaims: readonly SampleClaim[] = mark(pass.text, [...lead, ...report, ...ground]);
