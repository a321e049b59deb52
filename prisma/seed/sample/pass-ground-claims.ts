import { approved, type ClaimDraft, judged, refusal, remark, submitted, via } from "./marking.ts";

const printed = { channel: "publication" } as const;
const onRadio = via("media_report", "radioBrunsmar", {
  mention: "Radio Brunsmar",
  cue: "in an interview with",
  directness: "direct",
  channel: "broadcast",
});
const hale = via("named_statement", "hale", {
  mention: "Halvenia’s foreign minister, Jorun Hale",
  cue: "Hale, [said] in",
  directness: "direct",
  attributionStatus: "on_record",
  channel: "interview",
});

/** What the article's own reporter saw, and who else is on the record. */
export const ground: readonly ClaimDraft[] = [
  {
    key: "pass.checkpoint",
    by: "editorA",
    words:
      "A Chronicle reporter who drove up the valley road on Monday was turned back at a new checkpoint some nine kilometres below the pass",
    statement: "A reporter was turned back at a new checkpoint about nine kilometres below the pass.",
    kind: "event",
    provenance: "own_observation",
    hedges: [["approximator", "checkpoint [some] nine"]],
    after: approved,
    assessments: [
      judged("editorB", {
        infoCredibility: 2,
        verification: "unverified",
        confidence: "high",
        rationale:
          "First-hand, on a named road, and the article says what it did not see. No letter: it has no source but the article.",
      }),
    ],
  },
  {
    key: "pass.read",
    by: "editorA",
    words: "“We have read the newspaper,”",
    statement: "Halvenia’s foreign ministry has read the newspaper’s report.",
    kind: "event",
    chain: [onRadio, hale],
    group: "radio",
    after: submitted,
  },
  {
    key: "pass.intelligence.refused",
    by: "editorA",
    words: "“and we do not discuss intelligence on the radio.”",
    statement: "Halvenia’s foreign ministry does not discuss intelligence on the radio.",
    kind: "position",
    chain: [onRadio, { ...hale, act: "refusal" }],
    flags: ["negated"],
    group: "radio",
    after: submitted,
    comments: [
      remark("editorB", "She is named and on the record. Why is the label “Another outlet’s report”?", [
        "editorA",
        "Because the article has it from Radio Brunsmar. Link 1 is the route, link 2 is she.",
      ]),
    ],
  },
  {
    key: "pass.brigades",
    by: "editorB",
    words: "that it had raised the readiness of two brigades",
    statement: "Halvenia’s general staff has raised the readiness of two brigades.",
    kind: "event",
    chain: [
      via("wire_copy", "borealisWire", { mention: "Borealis Wire", ...printed }),
      via("institutional_position", "halvenGeneralStaff", {
        mention: "Halvenia’s general staff",
        cue: "staff [said] on Monday",
        attributionStatus: "on_record",
      }),
    ],
    after: approved,
  },
  {
    key: "pass.exercise",
    by: "editorA",
    words: "that the exercise, code-named “ნაძვი,” or “spruce,” had been planned since spring",
    statement: "The exercise, code-named “spruce”, had been planned since spring.",
    kind: "event",
    chain: [
      via("media_report", "khidi", {
        mention: "ხიდი (Khidi), an opposition newspaper in Tsalki",
        cue: "wrote",
        ...printed,
      }),
    ],
    flags: ["translated"],
    group: "exercise",
    after: approved,
  },
  {
    key: "pass.exercise.ends",
    by: "editorA",
    words: ["that the exercise, code-named “ნაძვი,” or “spruce,”", "would end before the first snow"],
    statement: "The exercise will end before the first snow.",
    kind: "prediction",
    chain: [
      via("media_report", "khidi", {
        mention: "ხიდი (Khidi), an opposition newspaper in Tsalki",
        cue: "wrote",
        ...printed,
      }),
    ],
    flags: ["translated"],
    group: "exercise",
    after: submitted,
  },
  {
    key: "pass.carpark",
    by: "editorB",
    words: "“By morning our pasture was a car park,”",
    statement: "By morning the village pasture was full of vehicles.",
    kind: "event",
    chain: [
      via("eyewitness", "cheesemaker", {
        mention: "a cheesemaker in the village of Zeda Lomi",
        cue: "park,” [said]",
        directness: "direct",
      }),
    ],
    after: approved,
  },
  {
    key: "pass.convoy",
    by: "editorB",
    words: "“Third convoy tonight 🚚 nobody here is sleeping,”",
    statement: "A third convoy came through that night.",
    kind: "event",
    chain: [
      via("social_post", "lomisWatch", {
        mention: "@lomis_watch, an account whose owner the Chronicle could not identify",
        cue: "read a post by",
        directness: "direct",
        channel: "social_media",
      }),
    ],
    after: [
      refusal(
        "reject",
        "should_be_split",
        "Two claims: that a third convoy passed, and that nobody is sleeping. A convoy can be checked; the other cannot. Please split.",
      ),
    ],
  },
  {
    key: "pass.callup",
    by: "editorA",
    words: "call-up",
    statement: "There is to be a call-up.",
    kind: "prediction",
    chain: [via("hearsay", [], { cue: "Rumours of", directness: "reported" })],
    after: approved,
  },
  {
    key: "pass.crown",
    by: "editorB",
    words: "the Halvenian crown fell 1.4 percent against the Tsalkian mark on Monday",
    statement: "The Halvenian crown fell 1.4 percent against the Tsalkian mark on Monday.",
    kind: "figure",
    provenance: "background_unattributed",
    flags: ["figure", "no_source_given"],
    after: "draft",
  },
  {
    key: "pass.lorries",
    by: "editorA",
    words: "the pass has again become the place where two governments count each other’s lorries",
    statement: "The pass has again become a place where the two governments watch each other.",
    kind: "characterisation",
    provenance: "own_analysis",
    after: "draft",
  },
];
