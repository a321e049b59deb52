/** Marks by id and role on words of one text, links by what they join, ties; and the claims that come of it. */
export type GraphCase = {
  readonly name: string;
  /** `id role words`. */
  readonly marks: readonly string[];
  /** `id order|- claims;mentions;cues` with ids between commas. */
  readonly links?: readonly string[];
  /** `kind from to`. */
  readonly ties?: readonly string[];
  /** `key: own links/inherited` with the ids of the links' cues, parent and what it says again. */
  readonly claims: readonly string[];
  readonly problems?: readonly string[];
};

/** The text of every case: one word a mark. */
export const graphText = "a b c d e f g h";

export const graphCases: readonly GraphCase[] = [
  {
    name: "nothing",
    marks: [],
    claims: [],
  },
  {
    name: "claims alone, in the order of their marks",
    marks: ["2 claim b", "1 claim a"],
    claims: ["2: / 0", "1: / 0"],
  },
  {
    name: "a chain in the order of its links",
    marks: ["1 claim a", "2 cue b", "3 cue c", "4 cue d"],
    links: ["x 3 1;;2", "y 1 1;;3", "z 2 1;;4"],
    claims: ["1: c d b / 0"],
  },
  {
    name: "a chain whose orders leave a gap",
    marks: ["1 claim a", "2 cue b", "3 cue c"],
    links: ["x 1 1;;2", "y 7 1;;3"],
    claims: ["1: b c / 0"],
  },
  {
    name: "links of the same order, which are routes",
    marks: ["1 claim a", "2 cue b", "3 cue c"],
    links: ["x 1 1;;2", "y 1 1;;3"],
    claims: ["1: b / 0", "1~2: c / 0 again 1"],
  },
  {
    name: "links of which one has no order, which are routes",
    marks: ["1 claim a", "2 cue b", "3 cue c", "4 cue d"],
    links: ["x 1 1;;2", "y - 1;;3", "z 2 1;;4"],
    claims: ["1: b / 0", "1~2: c / 0 again 1", "1~3: d / 0 again 1"],
    problems: ["1 chain-incomplete (note)"],
  },
  {
    name: "a nested claim that goes on where its parent ends",
    marks: ["1 claim a", "2 claim b", "3 cue c", "4 cue d"],
    links: ["x 1 1;;3", "y 2 2;;4"],
    ties: ["parent 2 1"],
    claims: ["1: c / 0", "2: c d / 1 in 1"],
  },
  {
    name: "a nested claim before its parent",
    marks: ["2 claim b", "1 claim a", "3 cue c", "4 cue d"],
    links: ["y 2 2;;4", "x 1 1;;3"],
    ties: ["parent 2 1"],
    claims: ["2: c d / 1 in 1", "1: c / 0"],
  },
  {
    name: "three deep, the innermost first",
    marks: ["3 claim c", "2 claim b", "1 claim a", "4 cue d", "5 cue e", "6 cue f"],
    links: ["z 3 3;;6", "y 2 2;;5", "x 1 1;;4"],
    ties: ["parent 3 2", "parent 2 1"],
    claims: ["3: d e f / 2 in 2", "2: d e / 1 in 1", "1: d / 0"],
  },
  {
    name: "three deep, the parent in the middle without a link",
    marks: ["1 claim a", "2 claim b", "3 claim c", "4 cue d", "5 cue e"],
    links: ["x 1 1;;4", "z 2 3;;5"],
    ties: ["parent 3 2", "parent 2 1"],
    claims: ["1: d / 0", "2: / 0 in 1", "3: e / 0 in 2"],
    problems: ["3 chain-incomplete (note)"],
  },
  {
    name: "a nested claim whose whole chain is given, as its parent's begins",
    marks: ["1 claim a", "2 claim b", "3 cue c", "4 cue d"],
    links: ["x 1 1;;3", "y 1 2;;3", "z 2 2;;4"],
    ties: ["parent 2 1"],
    claims: ["1: c / 0", "2: c d / 1 in 1"],
  },
  {
    name: "a nested claim whose whole chain is given, other than its parent's",
    marks: ["1 claim a", "2 claim b", "3 cue c", "4 cue d"],
    links: ["x 1 1;;3", "y 1 2;;4", "z 2 2;;3"],
    ties: ["parent 2 1"],
    claims: ["1: c / 0", "2: d c / 0 in 1"],
  },
  {
    name: "a nested claim that inherits only the first of its parent's links",
    marks: ["1 claim a", "2 claim b", "3 cue c", "4 cue d", "5 cue e"],
    links: ["x 1 1;;3", "y 2 1;;4", "z 2 2;;5"],
    ties: ["parent 2 1"],
    claims: ["1: c d / 0", "2: c e / 1 in 1"],
  },
  {
    name: "a nested claim of a parent with two routes, which goes on from the first",
    marks: ["1 claim a", "2 claim b", "3 cue c", "4 cue d", "5 cue e"],
    links: ["x - 1;;3", "y - 1;;4", "z 2 2;;5"],
    ties: ["parent 2 1"],
    claims: ["1: c / 0", "1~2: d / 0 again 1", "2: c e / 1 in 1"],
  },
  {
    name: "the second route of a nested claim, which has its parent too",
    marks: ["1 claim a", "2 claim b", "3 cue c", "4 cue d"],
    links: ["x - 2;;3", "y - 2;;4"],
    ties: ["parent 2 1"],
    claims: ["1: / 0", "2: c / 0 in 1", "2~2: d / 0 in 1 again 2"],
  },
  {
    name: "claims that say the same",
    marks: ["1 claim a", "2 claim b", "3 claim c"],
    ties: ["same 2 1", "same 3 2"],
    claims: ["1: / 0", "2: / 0 again 1", "3: / 0 again 2"],
  },
  {
    name: "claims that say the same in a circle of three",
    marks: ["1 claim a", "2 claim b", "3 claim c"],
    ties: ["same 1 2", "same 2 3", "same 3 1"],
    claims: ["1: / 0 again 2", "2: / 0 again 3", "3: / 0"],
    problems: ["same circle (note)"],
  },
  {
    name: "two circles, and one that leads into one",
    marks: ["1 claim a", "2 claim b", "3 claim c", "4 claim d", "5 claim e"],
    ties: ["parent 1 2", "parent 2 1", "parent 3 4", "parent 4 3", "parent 5 1"],
    claims: ["1: / 0 in 2", "2: / 0", "3: / 0 in 4", "4: / 0", "5: / 0 in 1"],
    problems: ["parent circle (note)", "parent circle (note)"],
  },
  {
    name: "ties to what is no claim or not there",
    marks: ["1 claim a", "2 cue b"],
    ties: ["parent 1 2", "parent 1 9", "same 9 1", "hedge 1 9", "hedge 2 2"],
    claims: ["1: / 0"],
    problems: [
      "parent unknown-claim (note)",
      "parent unknown-claim (note)",
      "same unknown-claim (note)",
      "hedge unknown-claim (note)",
      "hedge unknown-claim (note)",
    ],
  },
  {
    name: "a link to a claim it names twice",
    marks: ["1 claim a", "2 cue b"],
    links: ["x - 1,1;;2"],
    claims: ["1: b / 0"],
  },
  {
    name: "a link of which one claim is not there",
    marks: ["1 claim a", "2 cue b"],
    links: ["x - 1,9;;2"],
    claims: ["1: b / 0"],
  },
  {
    name: "a link of which no claim is there, whose parts are not noted again",
    marks: ["1 mention a", "2 cue b"],
    links: ["x - 9;1;2"],
    claims: [],
    problems: ["x link-without-claim (row)"],
  },
  {
    name: "marks to which nothing refers",
    marks: ["1 mention a", "2 cue b", "3 addressee c", "4 event d", "5 hedge e"],
    claims: [],
    problems: [
      "1 stands-alone (note)",
      "2 stands-alone (note)",
      "3 stands-alone (note)",
      "4 stands-alone (note)",
      "5 stands-alone (note)",
    ],
  },
];
