import type {
  Act,
  AttributionStatus,
  Basis,
  Channel,
  ClaimFlag,
  ClaimKind,
  CueStance,
  Directness,
  HedgeType,
  Polarity,
} from "../provenance/facets.ts";
import type { Span } from "../text/span.ts";

/** One hop of a chain. Link 1 is how *this article* got the claim; the last link is the origin. */
export type Link = {
  /** Codebook category id of this hop. */
  readonly category: string;
  /** Ids of registry sources: usually one; several for joint speakers; empty only for hearsay, anonymous_undescribed, unclear. */
  readonly sources: readonly string[];
  /** Where the text names the source; may be discontinuous. */
  readonly mention: readonly Span[];
  /** The words that attribute ("according to"); may be discontinuous. */
  readonly cue: readonly Span[];
  /** Whom the words were addressed to. */
  readonly addressee: readonly Span[];
  readonly act: Act;
  readonly directness: Directness;
  readonly cueStance: CueStance;
  readonly polarity: Polarity;
  /** False when the attribution is carried over from a neighbouring sentence (painted dashed). */
  readonly explicit: boolean;
  /** Why it may be carried over; present only when `explicit` is false. */
  readonly basis: Basis | null;
  readonly attributionStatus: AttributionStatus;
  readonly channel: Channel;
};

/** A word of doubt or report, on the claim it scopes over. */
export type Hedge = { readonly type: HedgeType; readonly span: Span };

/**
 * What a review decides about (rules.md 4): every field here is *content*; a change to any is a new revision.
 * `chain` holds only the claim's **own** links below its parent's (rules.md 1, Nesting).
 */
export type ClaimContent = {
  /** Ordered fragments; never empty, never overlapping one another. */
  readonly spans: readonly Span[];
  /** What is claimed, as a plain sentence; may be empty while a draft. */
  readonly statement: string;
  readonly kind: ClaimKind | null;
  readonly parentId: string | null;
  /** Category of link 1 of the whole chain, or an own-voice category, or `unclear`, when the chain is empty. */
  readonly provenance: string;
  readonly chain: readonly Link[];
  readonly hedges: readonly Hedge[];
  /** Open list of slugs; the known ones are offered (`claimFlags`). */
  readonly flags: readonly (ClaimFlag | (string & {}))[];
};
