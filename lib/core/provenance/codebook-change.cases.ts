import type { Category, Codebook } from "./codebook.ts";
import type { ChangeProblem, CodebookChange } from "./codebook-change.ts";
import { sourceline1 } from "./sourceline1.ts";

export function category(
  id: string,
  family: Category["family"],
  key: number,
  more: Partial<Category> = {},
): Category {
  const words = {
    definition: `What ${id} means`,
    example: "",
    notToBeConfusedWith: "",
    decisionRule: `When ${id}`,
  };
  return { id, family, key, label: `The ${id}`, ...words, checkRank: 3, isRetired: false, ...more };
}

/** Three families, of which one has a retired category whose digit another has by now. */
export const small: Codebook = {
  id: "small",
  version: 4,
  name: "Small",
  families: sourceline1.families.filter(({ id }) => ["official", "anonymous", "unclear"].includes(id)),
  categories: [
    category("readout", "official", 1),
    category("briefing", "official", 2),
    category("bulletin", "official", 2, { isRetired: true }),
    category("decree", "official", 4, { isRetired: true, mergedInto: "readout" }),
    category("insider", "anonymous", 1),
    category("unclear", "unclear", 1, { checkRank: null }),
  ],
};

const words = { label: "Gazette", definition: "", example: "", notToBeConfusedWith: "", decisionRule: "" };
const add = { kind: "add", id: "gazette", family: "official", checkRank: 1, ...words } as const;

/** What one change makes of one category of `small`. */
export const made: readonly [string, CodebookChange, Partial<Category> & { readonly id: string }][] = [
  [
    "adds a category with the next digit",
    add,
    { ...words, id: "gazette", key: 3, isRetired: false, checkRank: 1 },
  ],
  [
    "adds one that another was split into",
    { ...add, splitFrom: "decree" },
    { id: "gazette", splitFrom: "decree" },
  ],
  [
    "adds one without a rank where nothing can be told",
    { ...add, family: "unclear", checkRank: null },
    { id: "gazette", key: 2, checkRank: null },
  ],
  [
    "rewords what it names and nothing else",
    { kind: "reword", id: "readout", label: "Read-out", example: undefined },
    { id: "readout", label: "Read-out", example: "", definition: "What readout means" },
  ],
  [
    "rewords a retired one",
    { kind: "reword", id: "decree", decisionRule: "Signed" },
    { id: "decree", decisionRule: "Signed", isRetired: true },
  ],
  [
    "gives digits in a new order",
    { kind: "order", family: "official", ids: ["briefing", "readout"] },
    { id: "readout", key: 2 },
  ],
  ["ranks", { kind: "rank", id: "insider", checkRank: 8 }, { id: "insider", checkRank: 8 }],
  ["takes a rank away", { kind: "rank", id: "insider", checkRank: null }, { id: "insider", checkRank: null }],
  ["retires", { kind: "retire", id: "briefing" }, { id: "briefing", isRetired: true, key: 2 }],
  [
    "brings back with another digit where its own is taken",
    { kind: "bring_back", id: "bulletin" },
    { id: "bulletin", isRetired: false, key: 3 },
  ],
  [
    "brings back with its own digit where that is free",
    { kind: "bring_back", id: "decree" },
    { id: "decree", isRetired: false, key: 4 },
  ],
  [
    "merges",
    { kind: "merge", id: "briefing", into: "readout" },
    { id: "briefing", isRetired: true, mergedInto: "readout" },
  ],
  [
    "merges one that was retired before, also across families",
    { kind: "merge", id: "bulletin", into: "insider" },
    { id: "bulletin", isRetired: true, mergedInto: "insider", family: "official" },
  ],
];

const noted = { kind: "reword", id: "readout", example: "New" } as const;

/** Why changes of `small` are refused. */
export const refused: readonly [string, readonly CodebookChange[], readonly ChangeProblem[]][] = [
  ["no changes at all", [], [{ change: null, kind: "nothing_changed" }]],
  [
    "changes that come to nothing",
    [{ kind: "rank", id: "readout", checkRank: 3 }],
    [{ change: null, kind: "nothing_changed" }],
  ],
  [
    "an id that is in use",
    [noted, { ...add, id: "insider" }],
    [{ change: 1, kind: "id_taken", id: "insider" }],
  ],
  [
    "an id that a retired one has",
    [noted, { ...add, id: "decree" }],
    [{ change: 1, kind: "id_taken", id: "decree" }],
  ],
  [
    "an id that is no slug",
    [noted, { ...add, id: "Gazette!" }],
    [{ change: 1, kind: "bad_id", id: "Gazette!" }],
  ],
  [
    "a rank beyond the weakest",
    [noted, { ...add, checkRank: 9 }],
    [{ change: 1, kind: "bad_rank", id: "gazette" }],
  ],
  [
    "a rank before the first",
    [noted, { kind: "rank", id: "readout", checkRank: 0 }],
    [{ change: 1, kind: "bad_rank", id: "readout" }],
  ],
  [
    "half a rank",
    [noted, { kind: "rank", id: "readout", checkRank: 1.5 }],
    [{ change: 1, kind: "bad_rank", id: "readout" }],
  ],
  [
    "a rank of what cannot be told",
    [noted, { kind: "rank", id: "unclear", checkRank: 8 }],
    [{ change: 1, kind: "bad_rank", id: "unclear" }],
  ],
  [
    "splitting what there is not",
    [noted, { ...add, splitFrom: "rumour" }],
    [{ change: 1, kind: "unknown_category", id: "rumour" }],
  ],
  [
    "rewording what there is not",
    [noted, { kind: "reword", id: "rumour" }],
    [{ change: 1, kind: "unknown_category", id: "rumour" }],
  ],
  [
    "an order that leaves one out",
    [noted, { kind: "order", family: "official", ids: ["briefing"] }],
    [{ change: 1, kind: "not_the_offered", family: "official" }],
  ],
  [
    "an order that names one twice",
    [noted, { kind: "order", family: "official", ids: ["briefing", "briefing"] }],
    [{ change: 1, kind: "not_the_offered", family: "official" }],
  ],
  [
    "an order with a retired one",
    [noted, { kind: "order", family: "official", ids: ["briefing", "readout", "decree"] }],
    [{ change: 1, kind: "not_the_offered", family: "official" }],
  ],
  [
    "retiring twice",
    [
      { kind: "retire", id: "briefing" },
      { kind: "retire", id: "briefing" },
    ],
    [{ change: 1, kind: "already_retired", id: "briefing" }],
  ],
  [
    "bringing back what is offered",
    [noted, { kind: "bring_back", id: "briefing" }],
    [{ change: 1, kind: "not_retired", id: "briefing" }],
  ],
  [
    "a merge into itself",
    [noted, { kind: "merge", id: "briefing", into: "briefing" }],
    [{ change: 1, kind: "merged_into_itself", id: "briefing" }],
  ],
  [
    "a merge into what there is not",
    [noted, { kind: "merge", id: "briefing", into: "rumour" }],
    [{ change: 1, kind: "unknown_category", id: "rumour" }],
  ],
  [
    "a merge into a retired one",
    [noted, { kind: "merge", id: "briefing", into: "bulletin" }],
    [{ change: 1, kind: "merged_into_retired", id: "bulletin" }],
  ],
  [
    "two merges into each other",
    [
      { kind: "merge", id: "briefing", into: "readout" },
      { kind: "merge", id: "readout", into: "briefing" },
    ],
    [{ change: 1, kind: "merged_into_retired", id: "briefing" }],
  ],
  [
    "a label that another one has",
    [{ kind: "reword", id: "briefing", label: " the READOUT" }],
    [{ change: null, kind: "label_taken", id: "briefing", by: "readout" }],
  ],
  [
    "a label of nothing",
    [{ kind: "reword", id: "briefing", label: "  " }],
    [{ change: null, kind: "no_label", id: "briefing" }],
  ],
  [
    "a family with nothing left in it",
    [{ kind: "retire", id: "insider" }],
    [{ change: null, kind: "family_empty", family: "anonymous" }],
  ],
  [
    "several things wrong, all said at once",
    [
      { ...add, id: "insider" },
      { kind: "bring_back", id: "readout" },
      { kind: "retire", id: "unclear" },
    ],
    [
      { change: 0, kind: "id_taken", id: "insider" },
      { change: 1, kind: "not_retired", id: "readout" },
      { change: null, kind: "family_empty", family: "unclear" },
    ],
  ],
];
