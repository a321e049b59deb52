import type { ReadOptions } from "./dataset.ts";

/**
 * Lines of an `.ann` on one text. `<words>` stands for the offsets of these words in it. What must come out is told by
 * `summaryOf` and `problemsOf`.
 */
export type BratCase = {
  readonly name: string;
  readonly lines: readonly string[];
  readonly roles?: ReadOptions["roles"];
  readonly claims: readonly string[];
  readonly problems?: readonly string[];
};

/** The text of every case. */
export const bratText =
  "🚢 Ada Reed said it rained\nin the valley. Bo, she told us, denied that. Maybe שלום it is.\n";

export const goodBrat: readonly BratCase[] = [
  {
    name: "a mark that nothing attributes",
    lines: ["T1\tClaim <it rained>\tit rained"],
    claims: ["it rained = (Claim)"],
  },
  {
    name: "an attribution as PolNeAR has it",
    lines: [
      "T1\tSource <Ada Reed>\tAda Reed",
      "T2\tCue <said>\tsaid",
      "T3\tContent <it rained>\tit rained",
      "T4\tAttribution <said>\tsaid",
      "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
    ],
    claims: ["it rained < (Attribution): Ada Reed / said"],
  },
  {
    name: "an attribution without a source",
    lines: [
      "T2\tCue <Maybe>\tMaybe",
      "T3\tContent <it is>\tit is",
      "T4\tAttribution-no-source <Maybe>\tMaybe",
      "E1\tAttribution-no-source:T4 Content:T3 Cue:T2",
    ],
    claims: ["it is < (Attribution-no-source): – / Maybe"],
  },
  {
    name: "two contents of one act",
    lines: [
      "T1\tSource <Bo>\tBo",
      "T2\tContent <it rained>\tit rained",
      "T3\tContent <it is>\tit is",
      "T4\tAttribution <denied>\tdenied",
      "E1\tAttribution:T4 Content:T2 Content2:T3 Source:T1",
    ],
    claims: ["it rained < (Attribution): Bo / –", "it is < (Attribution): Bo / –"],
  },
  {
    name: "joint speakers",
    lines: [
      "T1\tSource <Ada Reed>\tAda Reed",
      "T2\tSource <Bo>\tBo",
      "T3\tContent <it is>\tit is",
      "T4\tAttribution <said>\tsaid",
      "E1\tAttribution:T4 Content:T3 Source:T1 Source2:T2",
    ],
    claims: ["it is < (Attribution): Ada Reed … Bo / –"],
  },
  {
    name: "two routes to the same words",
    lines: [
      "T1\tSource <Ada Reed>\tAda Reed",
      "T2\tSource <Bo>\tBo",
      "T3\tContent <it is>\tit is",
      "T4\tAttribution <said>\tsaid",
      "T5\tAttribution <denied>\tdenied",
      "E1\tAttribution:T4 Content:T3 Source:T1",
      "E2\tAttribution:T5 Content:T3 Source:T2",
    ],
    claims: ["it is < (Attribution): Ada Reed / –", "it is < (Attribution): Bo / –"],
  },
  {
    name: "a chain of two, told inner first",
    lines: [
      "T1\tSource <Ada Reed>\tAda Reed",
      "T2\tSource <Bo>\tBo",
      "T3\tClaim <it is>\tit is",
      "T4\tAttribution <said>\tsaid",
      "T5\tAttribution <denied>\tdenied",
      "E1\tAttribution:T5 Claim:T3 Source:T2",
      "E2\tAttribution:T4 Claim:T3 Source:T1",
      "R1\tNestedIn Arg1:E1 Arg2:E2",
      "A1\tProvenance E2 media_report",
      "A2\tProvenance E1 named_statement",
    ],
    claims: ["it is < media_report: Ada Reed / – < named_statement: Bo / –"],
  },
  {
    name: "a claim nested in another by its event alone",
    lines: [
      "T1\tSource <Ada Reed>\tAda Reed",
      "T2\tSource <Bo>\tBo",
      "T3\tClaim <it rained\nin the valley>\tit rained in the valley",
      "T6\tClaim <in the valley>\tin the valley",
      "T4\tAttribution <said>\tsaid",
      "T5\tAttribution <denied>\tdenied",
      "E1\tAttribution:T4 Claim:T3 Source:T1",
      "E2\tAttribution:T5 Claim:T6 Source:T2",
      "R1\tNestedIn Arg1:E2 Arg2:E1",
    ],
    claims: [
      "it rained\nin the valley < (Attribution): Ada Reed / –",
      "in the valley < (Attribution): Ada Reed / – < (Attribution): Bo / –",
    ],
  },
  {
    name: "a discontinuous claim",
    lines: ["T1\tClaim <Bo>;<denied that>\tBo denied that"],
    claims: ["Bo … denied that = (Claim)"],
  },
  {
    name: "fragments cut at a line end",
    lines: ["T1\tClaim <it rained>;<in the valley>\tit rained in the valley"],
    claims: ["it rained\nin the valley = (Claim)"],
  },
  {
    name: "words with a line end in them, which run on",
    lines: ["T1\tClaim <it rained\nin the valley>\tit rained", "in the valley", "T2\tClaim <it is>\tit is"],
    claims: ["it rained\nin the valley = (Claim)", "it is = (Claim)"],
  },
  {
    name: "words that run on over a blank line",
    lines: ["T1\tClaim <it rained\nin the valley>\tit rained", "", "in the valley", ""],
    claims: ["it rained\nin the valley = (Claim)"],
  },
  {
    name: "a mark without its words",
    lines: ["T1\tClaim <it is>"],
    claims: ["it is = (Claim)"],
  },
  {
    name: "right-to-left words",
    lines: ["T1\tClaim <שלום>\tשלום"],
    claims: ["שלום = (Claim)"],
  },
  {
    name: "an emoji",
    lines: ["T1\tClaim <🚢>\t🚢"],
    claims: ["🚢 = (Claim)"],
  },
  {
    name: "labels that are categories",
    lines: ["T1\tofficial_readout <it rained>\tit rained", "T2\tRumour <it is>\tit is"],
    claims: ["it rained = (official_readout)", "it is = (Rumour)"],
  },
  {
    name: "roles as told",
    lines: [
      "T1\tPerson <Ada Reed>\tAda Reed",
      "T2\tSaying <it rained>\tit rained",
      "T3\tNoise <Bo>\tBo",
      "T4\tSpeech <said>\tsaid",
      "E1\tSpeech:T4 Saying:T2 Person:T1",
    ],
    roles: { Person: "mention", Saying: "claim", Noise: "ignore", Speech: "event" },
    claims: ["it rained < (Speech): Ada Reed / –"],
  },
  {
    name: "an event of a type that is ignored",
    lines: ["T1\tAttack <denied>\tdenied", "T2\tClaim <it is>\tit is", "E1\tAttack:T1 Claim:T2"],
    roles: { Attack: "ignore" },
    claims: ["it is = (Claim)"],
  },
  {
    name: "an argument whose own type is none of ours",
    lines: [
      "T1\tPerson <Ada Reed>\tAda Reed",
      "T2\tClause <it rained>\tit rained",
      "T3\tAttribution <said>\tsaid",
      "E1\tAttribution:T3 Source:T1 Claim:T2",
    ],
    claims: ["it rained < (Attribution): Ada Reed / –"],
  },
  {
    name: "an addressee",
    lines: [
      "T1\tAddressee <us>\tus",
      "T2\tClaim <it is>\tit is",
      "T3\tAttribution <told>\ttold",
      "E1\tAttribution:T3 Addressee:T1 Claim:T2",
    ],
    claims: ["it is < (Attribution): – / – / us"],
  },
  {
    name: "attributes of the older letter, and of a trigger",
    lines: [
      "T2\tClaim <it is>\tit is",
      "T3\tAttribution <told>\ttold",
      "E1\tAttribution:T3 Claim:T2",
      "M1\tProvenance T3 hearsay",
    ],
    claims: ["it is < hearsay: – / –"],
  },
  {
    name: "nothing but white space between lines",
    lines: ["", "  ", "T1\tClaim <it is>\tit is"],
    claims: ["it is = (Claim)"],
  },
];

export const badBrat: readonly BratCase[] = [
  {
    name: "words that are others than those that stand there",
    lines: ["T1\tClaim <it rained>\tit snowed"],
    claims: [],
    problems: ["1:T1 text-differs (row)"],
  },
  {
    name: "a span beyond the text",
    lines: ["T1\tClaim 0 9999\tit snowed"],
    claims: [],
    problems: ["1:T1 span-outside-text (row)"],
  },
  {
    name: "a negative offset",
    lines: ["T1\tClaim -1 3\tit"],
    claims: [],
    problems: ["1:T1 span-not-offsets (row)"],
  },
  {
    name: "an offset with a point",
    lines: ["T1\tClaim 0.5 3\tit"],
    claims: [],
    problems: ["1:T1 span-not-offsets (row)"],
  },
  {
    name: "an offset with more digits than numbers have",
    lines: ["T1\tClaim 0 99999999999999999999\tit"],
    claims: [],
    problems: ["1:T1 span-not-offsets (row)"],
  },
  {
    name: "an offset in letters",
    lines: ["T1\tClaim one two\tit"],
    claims: [],
    problems: ["1:T1 span-not-offsets (row)"],
  },
  {
    name: "ends swapped",
    lines: ["T1\tClaim 9 3\tit"],
    claims: [],
    problems: ["1:T1 span-swapped (row)"],
  },
  {
    name: "an empty span",
    lines: ["T1\tClaim 3 3\t"],
    claims: [],
    problems: ["1:T1 span-empty (row)"],
  },
  {
    name: "no offsets",
    lines: ["T1\tClaim\tit"],
    claims: [],
    problems: ["1:T1 span-missing (row)"],
  },
  {
    name: "one offset",
    lines: ["T1\tClaim 3\tit"],
    claims: [],
    problems: ["1:T1 span-not-offsets (row)"],
  },
  {
    name: "a fragment that is empty between separators",
    lines: ["T1\tClaim <it is>;;<Bo>\tit is Bo"],
    claims: [],
    problems: ["1:T1 span-not-offsets (row)"],
  },
  {
    name: "fragments that overlap",
    lines: ["T1\tClaim <it rained>;<rained>\tit rained rained"],
    claims: ["it rained = (Claim)"],
    problems: ["1:T1 fragments-overlap (note)"],
  },
  {
    name: "a line of more fragments than anyone marks",
    lines: [`T1\tClaim ${"0 1;".repeat(30_000)}0 1\tx`],
    claims: [],
    problems: ["1:T1 line-unreadable (row)"],
  },
  {
    name: "an id that comes twice",
    lines: ["T1\tClaim <it is>\tit is", "T1\tClaim <Bo>\tBo"],
    claims: ["it is = (Claim)"],
    problems: ["2:T1 duplicate-id (row)"],
  },
  {
    name: "a line without a type",
    lines: ["T1\t"],
    claims: [],
    problems: ["1:T1 line-unreadable (row)"],
  },
  {
    name: "a line of no kind at the start",
    lines: ["<!DOCTYPE html>", "T1\tClaim <it is>\tit is"],
    claims: ["it is = (Claim)"],
    problems: ["1: line-unreadable (row)"],
  },
  {
    name: "a line of no kind after a mark that is complete",
    lines: ["T1\tClaim <it is>\tit is", "nonsense"],
    claims: ["it is = (Claim)"],
    problems: ["2: line-unreadable (row)"],
  },
  {
    name: "a line of no kind after an event",
    lines: [
      "T1\tAttribution <said>\tsaid",
      "T2\tClaim <it is>\tit is",
      "E1\tAttribution:T1 Claim:T2",
      "nonsense",
    ],
    claims: ["it is < (Attribution): – / –"],
    problems: ["4: line-unreadable (row)"],
  },
  {
    name: "an event without a trigger",
    lines: ["T1\tClaim <it is>\tit is", "E1\tAttribution"],
    claims: ["it is = (Claim)"],
    problems: ["2:E1 line-unreadable (row)"],
  },
  {
    name: "an event without a claim",
    lines: ["T1\tSource <Bo>\tBo", "T2\tAttribution <said>\tsaid", "E1\tAttribution:T2 Source:T1"],
    claims: [],
    problems: ["3:E1 link-without-claim (row)"],
  },
  {
    name: "an event whose claim could not be read",
    lines: ["T1\tClaim 0 9999\tx", "T2\tAttribution <said>\tsaid", "E1\tAttribution:T2 Claim:T1"],
    claims: [],
    problems: ["1:T1 span-outside-text (row)", "3:E1 link-without-claim (row)"],
  },
  {
    name: "an event whose source could not be read",
    lines: [
      "T1\tSource <Bo>\tAda",
      "T2\tAttribution <said>\tsaid",
      "T3\tClaim <it is>\tit is",
      "E1\tAttribution:T2 Claim:T3 Source:T1",
    ],
    claims: ["it is < (Attribution): – / –"],
    problems: ["1:T1 text-differs (row)"],
  },
  {
    name: "an event that refers to nothing",
    lines: [
      "T2\tAttribution <said>\tsaid",
      "T3\tClaim <it is>\tit is",
      "E1\tAttribution:T2 Claim:T3 Source:T9",
    ],
    claims: ["it is < (Attribution): – / –"],
    problems: ["3:E1 unknown-reference (row)"],
  },
  {
    name: "an event with a role that is none",
    lines: [
      "T2\tAttribution <said>\tsaid",
      "T3\tClaim <it is>\tit is",
      "T4\tThing <Bo>\tBo",
      "E1\tAttribution:T2 Claim:T3 Weapon:T4",
    ],
    claims: ["it is < (Attribution): – / –"],
    problems: ["4:E1 unknown-role (note)"],
  },
  {
    name: "an argument without a colon",
    lines: [
      "T2\tAttribution <said>\tsaid",
      "T3\tClaim <it is>\tit is",
      "E1\tAttribution:T2 Claim:T3 odd :T3",
    ],
    claims: ["it is < (Attribution): – / –"],
  },
  {
    name: "a source that stands alone",
    lines: ["T1\tSource <Bo>\tBo"],
    claims: [],
    problems: ["1:T1 stands-alone (note)"],
  },
  {
    name: "a trigger that stands alone",
    lines: ["T1\tAttribution <said>\tsaid"],
    claims: [],
    problems: ["1:T1 stands-alone (note)"],
  },
  {
    name: "an attribute of nothing, and one that is none of ours, twice",
    lines: [
      "T1\tClaim <it is>\tit is",
      "A1\tNegation T1",
      "A2\tNegation T1",
      "A3\tKind T9 event",
      "A4\tKind",
    ],
    claims: ["it is = (Claim)"],
    problems: [
      "5:A4 line-unreadable (row)",
      "2:A1 attribute-left-out (note)",
      "4:A3 unknown-reference (row)",
    ],
  },
  {
    name: "a value that is on no list",
    lines: ["T1\tClaim <it is>\tit is", "A1\tKind T1 miracle"],
    claims: ["it is = (Claim)"],
    problems: ["1:T1 unknown-value (note)"],
  },
  {
    name: "notes of annotators, and one about nothing",
    lines: ["T1\tClaim <it is>\tit is", "#1\tAnnotatorNotes T1\tsure?", "#2\tAnnotatorNotes T7\tsure?"],
    claims: ["it is = (Claim)"],
    problems: ["2:#1 note-left-out (note)", "3:#2 unknown-reference (row)"],
  },
  {
    name: "a link to a knowledge base",
    lines: ["T1\tClaim <it is>\tit is", "N1\tReference T1 Wikipedia:1\tit"],
    claims: ["it is = (Claim)"],
    problems: ["2:N1 normalisation-left-out (note)"],
  },
  {
    name: "a relation of another kind, with one end, and to nothing",
    lines: [
      "T1\tClaim <it is>\tit is",
      "R1\tCoref Arg1:T1 Arg2:T1",
      "R2\tPartOf Arg1:T1",
      "R3\tPartOf Arg1:T1 Arg2:T8",
      "R4\tPartOf Arg1:T8 Arg2:T1",
      "R5\tPartOf",
    ],
    claims: ["it is = (Claim)"],
    problems: [
      "2:R1 relation-left-out (note)",
      "3:R2 line-unreadable (row)",
      "4:R3 unknown-reference (row)",
      "5:R4 unknown-reference (row)",
      "6:R5 line-unreadable (row)",
    ],
  },
  {
    name: "claims nested in a circle",
    lines: [
      "T1\tClaim <it is>\tit is",
      "T2\tClaim <Bo>\tBo",
      "R1\tPartOf Arg1:T1 Arg2:T2",
      "R2\tPartOf Arg1:T2 Arg2:T1",
      "R3\tPartOf Arg1:T2 Arg2:T1",
    ],
    claims: ["it is = (Claim)", "Bo = (Claim)"],
    problems: ["5:R3 second-tie (note)", "4:R2 circle (note)"],
  },
  {
    name: "a claim nested in itself",
    lines: ["T1\tClaim <it is>\tit is", "R1\tPartOf Arg1:T1 Arg2:T1"],
    claims: ["it is = (Claim)"],
    problems: ["2:R1 circle (note)"],
  },
  {
    name: "a claim nested in a source",
    lines: ["T1\tClaim <it is>\tit is", "T2\tSource <Bo>\tBo", "R1\tPartOf Arg1:T1 Arg2:T2"],
    claims: ["it is = (Claim)"],
    problems: ["3:R1 unknown-claim (note)", "2:T2 stands-alone (note)"],
  },
  {
    name: "events nested in a circle",
    lines: [
      "T1\tClaim <it is>\tit is",
      "T2\tAttribution <said>\tsaid",
      "T3\tAttribution <told>\ttold",
      "E1\tAttribution:T2 Claim:T1",
      "E2\tAttribution:T3 Claim:T1",
      "R1\tNestedIn Arg1:E1 Arg2:E2",
      "R2\tNestedIn Arg1:E2 Arg2:E1",
      "R3\tNestedIn Arg1:E2 Arg2:E1",
    ],
    claims: ["it is < (Attribution): – / –", "it is < (Attribution): – / –"],
    problems: ["8:R3 second-tie (note)", "6:R1 circle (note)", "7:R2 circle (note)"],
  },
  {
    name: "events nested in one that the file does not have",
    lines: [
      "T1\tClaim <it is>\tit is",
      "T2\tAttribution <said>\tsaid",
      "E1\tAttribution:T2 Claim:T1",
      "R1\tNestedIn Arg1:E1 Arg2:E7",
    ],
    claims: ["it is < (Attribution): – / –"],
    problems: ["1:T1 chain-incomplete (note)"],
  },
  {
    name: "equals of which one is a source and one is not there",
    lines: ["T1\tClaim <it is>\tit is", "T2\tSource <Bo>\tBo", "*\tEquiv T1 T2 T9"],
    claims: ["it is = (Claim)"],
    problems: ["3:* unknown-reference (row)", "3:* unknown-claim (note)", "2:T2 stands-alone (note)"],
  },
  {
    name: "equals of nothing",
    lines: ["T1\tClaim <it is>\tit is", "*\tEquiv"],
    claims: ["it is = (Claim)"],
  },
  {
    name: "sources that are no list",
    lines: [
      "T1\tClaim <it is>\tit is",
      "T2\tAttribution <said>\tsaid",
      "E1\tAttribution:T2 Claim:T1",
      '#1\tSources E1\t{"id":"s1"}',
      "#2\tSources E1\t[",
    ],
    claims: ["it is < (Attribution): – / –"],
    problems: ["4:#1 sources-unreadable (note)", "5:#2 sources-unreadable (note)"],
  },
  {
    name: "a hedge without a type, and one that hedges nothing",
    lines: [
      "T1\tClaim <it is>\tit is",
      "T2\tHedge <Maybe>\tMaybe",
      "T3\tHedge <that>\tthat",
      "R1\tHedges Arg1:T2 Arg2:T1",
      "R2\tHedges Arg1:T3 Arg2:T2",
    ],
    claims: ["it is = (Claim)"],
    problems: ["2:T2 hedge-without-type (note)", "5:R2 unknown-claim (note)"],
  },
  {
    name: "a key that reaches for a prototype",
    lines: [
      "T1\tClaim <it is>\tit is",
      "T2\t__proto__ <Bo>\tBo",
      "A1\t__proto__ T1 x",
      "R1\tconstructor Arg1:T1 Arg2:T2",
    ],
    claims: ["it is = (Claim)", "Bo = (__proto__)"],
    problems: ["3:A1 attribute-left-out (note)", "4:R1 relation-left-out (note)"],
  },
];
