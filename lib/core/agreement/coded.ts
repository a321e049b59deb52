import type { Link } from "../attribution/claim.ts";
import type { Span } from "../text/span.ts";

/** One claim as one coder left it: what agreement and adjudication compare. */
export type CodedClaim = {
  readonly id: string;
  readonly parentId: string | null;
  readonly spans: readonly Span[];
  readonly statement: string;
  readonly kind: string | null;
  readonly provenance: string;
  /** The whole chain, its parent's links first. */
  readonly chain: readonly Link[];
  /** Types of its hedges, and its flags: sets, whatever their order. */
  readonly hedges: readonly string[];
  readonly flags: readonly string[];
  /** The coder's own assessment, "A" to "F" and 1 to 6; null where there is none. */
  readonly sourceReliability: string | null;
  readonly infoCredibility: number | null;
};

/** One coder's claims in one version of an article. */
export type CodedLayer = {
  readonly layerId: string;
  /** The layer's owner; the layer's own id where it is nobody's alone. */
  readonly coderId: string;
  readonly claims: readonly CodedClaim[];
};

/** The layers of one article that can be compared: one version, each finished by its coder. */
export type CodedArticle = {
  readonly articleId: string;
  readonly versionId: string;
  /** Code points of the version's text. */
  readonly length: number;
  /** When the last of its coders finished, ISO 8601: where it stands in time. */
  readonly finishedAt: string;
  readonly layers: readonly CodedLayer[];
};
