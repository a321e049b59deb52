/** Chains are written `category speaker+speaker < category speaker`; a hop as `left|right` and what differs. */
export const hopCases = [
  { name: "nothing and nothing", a: "", b: "", hops: [] },
  {
    name: "the same chain",
    a: "media_report p < hearsay -",
    b: "media_report p < hearsay -",
    hops: ["media_report|media_report", "hearsay|hearsay"],
  },
  {
    name: "another category",
    a: "media_report p",
    b: "wire_copy p",
    hops: ["media_report|wire_copy category"],
  },
  {
    name: "another speaker",
    a: "media_report p",
    b: "media_report q",
    hops: ["media_report|media_report sources"],
  },
  {
    name: "another facet",
    a: "media_report p",
    b: "media_report p denial",
    hops: ["media_report|media_report facets"],
  },
  {
    name: "joint speakers in another order",
    a: "joint_statement p+q",
    b: "joint_statement q+p",
    hops: ["joint_statement|joint_statement"],
  },
  {
    name: "a first hop that is missing",
    a: "media_report p < hearsay -",
    b: "hearsay -",
    hops: ["media_report|·", "hearsay|hearsay"],
  },
  {
    name: "a last hop that is missing",
    a: "media_report p",
    b: "media_report p < hearsay -",
    hops: ["media_report|media_report", "·|hearsay"],
  },
  { name: "a hop missing in between", a: "x p < y q < z p", b: "x p < z p", hops: ["x|x", "y|·", "z|z"] },
  { name: "a chain and none", a: "x p < y q", b: "", hops: ["x|·", "y|·"] },
  { name: "none and a chain", a: "", b: "x p", hops: ["·|x"] },
  { name: "a hop that has nothing in common", a: "x p", b: "y q", hops: ["x|y category sources"] },
];

/** Claims are written `places / chain / kind;hedges;flags`. */
export const unitCases: readonly {
  readonly name: string;
  readonly layers: readonly (readonly string[])[];
  readonly differs: readonly string[];
}[] = [
  { name: "two who marked nothing", layers: [[], []], differs: [] },
  { name: "two who say the same in other words", layers: [["0-10 / x p"], ["0-10 / x p"]], differs: [""] },
  { name: "what only one marked", layers: [["0-10 / x p"], []], differs: ["marked"] },
  { name: "what one of three did not mark", layers: [["0-10"], ["0-10"], []], differs: ["marked"] },
  { name: "other boundaries", layers: [["0-10"], ["0-9"]], differs: ["boundaries"] },
  { name: "a fragment more", layers: [["0-10"], ["0-10,20-22"]], differs: ["boundaries"] },
  { name: "another category", layers: [["0-10 / x p"], ["0-10 / y p"]], differs: ["provenance chain"] },
  { name: "a hop further in", layers: [["0-10 / x p < y q"], ["0-10 / x p"]], differs: ["chain"] },
  {
    name: "a hop further in, of the other",
    layers: [["0-10 / x p"], ["0-10 / x p < y q"]],
    differs: ["chain"],
  },
  { name: "another kind", layers: [["0-10 /  / event"], ["0-10 /  / position"]], differs: ["kind"] },
  { name: "another hedge", layers: [["0-10 /  / ;modal"], ["0-10 /  / ;"]], differs: ["hedges"] },
  { name: "flags in another order", layers: [["0-10 /  / ;;a+b"], ["0-10 /  / ;;b+a"]], differs: [""] },
  { name: "another flag", layers: [["0-10 /  / ;;a"], ["0-10 /  / ;;b"]], differs: ["flags"] },
  {
    name: "the third of three alone",
    layers: [["0-10 / x p"], ["0-10 / x p"], ["0-10 / x q"]],
    differs: ["chain"],
  },
];
