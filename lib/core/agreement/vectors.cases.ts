import type { Metric } from "./fields.ts";

/** Published examples of the coefficients: data, source and expected values. Facts of the literature, not our own. */

/** Values parted by white space, one row a coder or a unit; `.` where nothing was said. */
export const alphaVectors: readonly {
  readonly source: string;
  readonly rows: "coders" | "units";
  readonly data: readonly string[];
  readonly expected: readonly (readonly [Metric, number])[];
}[] = [
  {
    source: "Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, example D",
    rows: "coders",
    data: [
      "1 2 3 3 2 1 4 1 2 . . .",
      "1 2 3 3 2 2 4 1 2 5 . 3",
      ". 3 3 3 2 3 4 2 2 5 1 .",
      "1 2 3 3 2 4 4 1 2 5 1 .",
    ],
    expected: [
      ["nominal", 0.7434],
      ["ordinal", 0.8154],
      ["interval", 0.8491],
      ["ratio", 0.7974],
    ],
  },
  {
    source: "Wikipedia, Krippendorff's alpha",
    rows: "coders",
    data: [". . . . . 3 4 1 2 1 1 3 3 . 3", "1 . 2 1 3 3 4 3 . . . . . . .", ". . 2 1 3 4 4 . 2 1 1 3 3 . 4"],
    expected: [
      ["nominal", 0.6914],
      ["interval", 0.8108],
    ],
  },
  {
    source: "Hayes & Krippendorff 2007, p. 84",
    rows: "units",
    data: [
      "1 1 2 . 2",
      "1 1 0 1 .",
      "2 3 3 3 .",
      ". 0 0 . 0",
      "0 0 0 . 0",
      "0 0 0 . 0",
      "1 0 2 . 1",
      "1 . 2 0 .",
      "2 2 2 . 2",
      "2 1 1 1 .",
      ". 1 0 0 .",
      "0 0 0 0 .",
      "1 2 2 2 .",
      "3 3 2 2 3",
      "1 1 1 . 1",
      "1 1 1 . 1",
      "2 1 2 . 2",
      "1 2 3 3 .",
      "1 1 0 1 .",
      "0 0 0 . 0",
      "0 0 1 1 .",
      "0 0 . 0 0",
      "2 3 3 3 .",
      "0 0 0 0 .",
      "1 2 . 2 2",
      "0 1 1 1 .",
      "0 0 0 1 0",
      "1 2 1 2 .",
      "1 1 2 2 .",
      "1 1 2 . 2",
      "1 1 0 . 0",
      "2 1 2 1 .",
      "2 2 . 2 2",
      "3 2 2 2 .",
      "2 2 2 . 2",
      "2 2 3 . 2",
      "2 2 2 . 2",
      "2 2 . 1 2",
      "2 2 2 2 .",
      "1 1 1 . 1",
    ],
    expected: [
      ["ordinal", 0.7598],
      ["nominal", 0.4765],
      ["interval", 0.7574],
    ],
  },
  {
    source: "Krippendorff 1980, p. 133",
    rows: "units",
    data: ["0 0", "1 1", "0 1", "0 0", "0 0", "0 1", "0 0", "0 1", "1 0", "0 0"],
    expected: [["nominal", 0.0952]],
  },
  {
    source: "Krippendorff 1980, p. 139",
    rows: "units",
    data: ["1 1 1", "1 2 2", "2 2 2", "4 4 4", "1 4 4", "2 2 2", "1 2 3", "3 3 3", "2 2 2"],
    expected: [
      ["nominal", 0.6417],
      ["interval", 0.5469],
      ["ratio", 0.4833],
    ],
  },
];

/** Krippendorff 1980, p. 133: the two disagreements its α is made of. */
export const disagreements1980 = { observed: 0.4, expected: 0.4421 } as const;

/** Cohen 1960, p. 45: how often the first coder (row) met the second (column). */
export const cohen1960 = {
  table: [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ],
  observed: 0.7,
  expected: 0.41,
  kappa: 0.4915,
} as const;

/** Fleiss 1971, p. 379: a text an item, a digit a rater. */
export const fleiss1971 = {
  items: [
    "444444",
    "222555",
    "233335",
    "555555",
    "222444",
    "113333",
    "333355",
    "113334",
    "114444",
    "555555",
    "144444",
    "124444",
    "222333",
    "144444",
    "224445",
    "333335",
    "111455",
    "111112",
    "224444",
    "133555",
    "555555",
    "244444",
    "224555",
    "114444",
    "144445",
    "222224",
    "111155",
    "224444",
    "133333",
    "555555",
  ],
  observed: 0.5556,
  expected: 0.2199,
  kappa: 0.4302,
} as const;

/** Krippendorff 1995, p. 57, example A made digits. */
export const digitised1995 = {
  coders: ["001111111100001111110000", "000011110000000110000000"],
  kappa: 0.385,
  pi: 0.314,
  alpha: 0.329,
} as const;

/** A unit as its start, its length and its category. */
export type WrittenUnit = readonly [start: number, length: number, category: string];

/** Krippendorff 2004, p. 254. */
export const unitizing2004: {
  readonly begin: number;
  readonly length: number;
  readonly coders: readonly (readonly WrittenUnit[])[];
} = {
  begin: 150,
  length: 300,
  coders: [
    [
      [225, 70, "c"],
      [370, 30, "c"],
      [180, 60, "k"],
      [300, 50, "k"],
    ],
    [
      [220, 80, "c"],
      [355, 20, "c"],
      [400, 20, "c"],
      [180, 60, "k"],
      [300, 50, "k"],
    ],
  ],
};

type WrittenSection = readonly [start: number, length: number, category: string | null];

/** Differences of two sections, Krippendorff 2004; no category is a gap. */
export const sectionDistances: readonly (readonly [WrittenSection, WrittenSection, number])[] = [
  [[5, 6, "X"], [4, 2, "X"], 26],
  [[5, 6, "X"], [5, 2, "X"], 16],
  [[5, 6, "X"], [6, 2, "X"], 10],
  [[5, 6, "X"], [7, 2, "X"], 8],
  [[5, 6, "X"], [6, 4, "X"], 2],
  [[5, 6, "X"], [5, 6, "X"], 0],
  [[225, 70, "c"], [220, 80, "c"], 50],
  [[370, 30, "c"], [355, 20, "c"], 850],
  [[400, 50, null], [400, 20, "c"], 400],
];

/** Krippendorff 1995, p. 57: start and length of units on a continuum of 24; `fine` when cut finely, `plain` as it stands. */
export const unitizing1995: readonly {
  readonly name: string;
  readonly coders: readonly (readonly (readonly [start: number, length: number])[])[];
  readonly fine: number;
  readonly plain: number;
}[] = [
  {
    name: "A",
    coders: [
      [
        [2, 8],
        [14, 6],
      ],
      [
        [4, 4],
        [15, 2],
      ],
    ],
    fine: 0.553,
    plain: 0.5153,
  },
  {
    name: "B",
    coders: [
      [[0, 18]],
      [
        [0, 2],
        [2, 1],
        [3, 1],
        [4, 1],
        [5, 1],
        [6, 3],
        [9, 1],
      ],
    ],
    fine: -0.926,
    plain: -1.0811,
  },
  {
    name: "C",
    coders: [
      [
        [2, 6],
        [10, 2],
        [14, 4],
        [20, 2],
      ],
      [
        [0, 2],
        [4, 4],
        [10, 4],
        [16, 2],
        [20, 2],
      ],
    ],
    fine: 0.679,
    plain: 0.6033,
  },
  {
    name: "D",
    coders: [
      [
        [0, 2],
        [2, 8],
        [10, 4],
        [14, 6],
        [20, 4],
      ],
      [
        [0, 4],
        [4, 4],
        [8, 7],
        [15, 2],
        [17, 7],
      ],
    ],
    fine: 0.066,
    plain: -0.2068,
  },
];

/** A unit of the γ examples: start, end, category. */
export type GammaUnit = readonly [start: number, end: number, category: string];

/** Fixtures of pygamma-agreement 0.5.9: dissimilarity of two units. */
export const gammaPairs: readonly {
  readonly a: GammaUnit;
  readonly b: GammaUnit;
  readonly place: number;
  readonly category: number;
}[] = [
  { a: [1, 5, "a"], b: [2, 6, "a"], place: 0.0625, category: 0 },
  { a: [1, 5, "a"], b: [7, 11, "b"], place: 2.25, category: 1 },
  { a: [6, 10, "b"], b: [2, 6, "a"], place: 1.0, category: 1 },
];

/** Fixtures of pygamma-agreement 0.5.9: disorder of the best alignment, and γ as sampled there. */
export const gammaTexts: readonly {
  readonly name: string;
  readonly position: number;
  readonly category: number;
  readonly coders: readonly (readonly GammaUnit[])[];
  readonly disorder: number;
  readonly sampled: number;
}[] = [
  {
    name: "two annotators, 3 units each",
    position: 1,
    category: 1,
    coders: [
      [
        [1, 5, "a"],
        [6, 10, "b"],
        [11, 15, "a"],
      ],
      [
        [2, 6, "a"],
        [7, 11, "b"],
        [12, 16, "a"],
      ],
    ],
    disorder: 0.0625,
    sampled: 0.8836,
  },
  {
    name: "unequal counts",
    position: 1,
    category: 1,
    coders: [
      [
        [1, 5, "a"],
        [6, 10, "b"],
        [20, 24, "a"],
        [30, 34, "b"],
      ],
      [
        [2, 6, "a"],
        [31, 35, "b"],
      ],
    ],
    disorder: 0.70833,
    sampled: 0.5668,
  },
  {
    name: "identical",
    position: 1,
    category: 1,
    coders: [
      [
        [1, 5, "a"],
        [10, 15, "b"],
        [20, 25, "c"],
      ],
      [
        [1, 5, "a"],
        [10, 15, "b"],
        [20, 25, "c"],
      ],
    ],
    disorder: 0.0,
    sampled: 1.0,
  },
  {
    name: "three annotators",
    position: 1,
    category: 1,
    coders: [
      [
        [1, 5, "a"],
        [10, 14, "b"],
      ],
      [
        [2, 6, "a"],
        [11, 15, "b"],
      ],
      [
        [1, 4, "a"],
        [9, 14, "c"],
      ],
    ],
    disorder: 0.408756,
    sampled: 0.6588,
  },
  {
    name: "alpha=3 beta=2",
    position: 3,
    category: 2,
    coders: [
      [
        [1, 5, "a"],
        [6, 10, "b"],
        [11, 15, "c"],
      ],
      [
        [2, 7, "a"],
        [8, 12, "b"],
        [11, 15, "a"],
      ],
    ],
    disorder: 1.027778,
    sampled: 0.2443,
  },
];
