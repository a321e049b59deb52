type Comparison = {
  readonly name: string;
  readonly gold: readonly string[];
  readonly own: readonly string[];
  readonly units: readonly string[];
};

/** Claims are written `0-10 category speaker+speaker < category speaker`. */
export const comparisons: readonly Comparison[] = [
  { name: "the same claim", gold: ["0-10 hearsay"], own: ["0-10 hearsay"], units: ["same"] },
  { name: "nothing marked by anybody", gold: [], own: [], units: [] },
  { name: "what was not marked", gold: ["0-10 hearsay"], own: [], units: ["missed"] },
  { name: "what only the newcomer marked", gold: [], own: ["0-10 hearsay"], units: ["extra"] },
  {
    name: "claims that share too few words",
    gold: ["0-10 hearsay"],
    own: ["8-30 hearsay"],
    units: ["missed", "extra"],
  },
  { name: "other words", gold: ["0-10 hearsay"], own: ["0-9 hearsay"], units: ["differs boundaries"] },
  {
    name: "a fragment less",
    gold: ["0-10,20-24 hearsay"],
    own: ["0-10 hearsay"],
    units: ["differs boundaries"],
  },
  {
    name: "another category, which is another chain too",
    gold: ["0-10 official_readout a"],
    own: ["0-10 media_report a"],
    units: ["differs provenance chain"],
  },
  {
    name: "another category of own voice, where there is no chain to differ",
    gold: ["0-10"],
    own: ["0-10 hearsay"],
    units: ["differs provenance chain"],
  },
  {
    name: "another first source",
    gold: ["0-10 official_readout a"],
    own: ["0-10 official_readout b"],
    units: ["differs first_source chain"],
  },
  {
    name: "joint speakers in another order",
    gold: ["0-10 joint_statement a+b"],
    own: ["0-10 joint_statement b+a"],
    units: ["same"],
  },
  {
    name: "a link that is missing further in",
    gold: ["0-10 media_report a < anonymous_described b"],
    own: ["0-10 media_report a"],
    units: ["differs chain"],
  },
  {
    name: "several, in reading order",
    gold: ["40-50 hearsay", "0-10 hearsay"],
    own: ["20-30 hearsay", "0-10 hearsay"],
    units: ["same", "extra", "missed"],
  },
];
