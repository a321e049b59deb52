/** A reason a reviewer may pick; free text goes beside it. Data, so that a workspace may have its own list. */
export type ReasonCode = { readonly id: string; readonly label: string };

/** Default reasons for rejecting or asking for changes, commonest first. `other` needs a comment to mean anything. */
export const rejectionReasons: readonly ReasonCode[] = [
  { id: "wrong_category", label: "The provenance category does not fit the text" },
  { id: "wrong_source", label: "The source is not the one the text names" },
  { id: "chain_incomplete", label: "A link of the chain is missing" },
  { id: "chain_too_long", label: "The chain has a link the text does not support" },
  { id: "wrong_span", label: "The marked words are too many, too few or the wrong ones" },
  { id: "cue_or_mention", label: "The source's mention or the attributing words are marked wrongly" },
  { id: "statement_inaccurate", label: "The statement says something else than the text" },
  { id: "carried_over_unfounded", label: "Nothing in the text carries the attribution over" },
  { id: "outside_knowledge", label: "It rests on knowledge from outside the text" },
  { id: "should_be_split", label: "It holds more than one claim" },
  { id: "duplicate", label: "The same claim is already marked" },
  { id: "not_a_claim", label: "These words claim nothing" },
  { id: "other", label: "Another reason, given in words" },
];
