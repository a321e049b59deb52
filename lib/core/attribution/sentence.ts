import type { Span } from "../text/span.ts";
import type { Link } from "./claim.ts";

/** What a sentence needs of a link. Its spans may carry more than a place, as those of an export do: their words. */
export type SaidLink<S extends Span> = Pick<Link, "category" | "sources" | "explicit"> & {
  readonly mention: readonly S[];
  readonly cue: readonly S[];
};

/** How ids and spans become words. Passed in: core holds neither the registry nor the text. */
export type ChainNames<S extends Span = Span> = {
  /** Name of a registry source, or null where it is unknown to the viewer. */
  readonly source: (id: string) => string | null;
  /** The words of some spans, fragments joined by " … "; empty without spans. */
  readonly words: (spans: readonly S[]) => string;
  /** Label of a category id. */
  readonly category: (id: string) => string;
};

/** A stop of the sentence. Between two stops the interface puts its arrow. */
export type ChainPiece =
  | { readonly kind: "article" }
  | {
      readonly kind: "link";
      /** Index in the chain given. */
      readonly index: number;
      readonly category: string;
      /** Registry sources in order; empty where nobody vouches. */
      readonly sources: readonly { readonly id: string; readonly name: string }[];
      /** What to call the hop: its sources' names, else the words of its mention, else the category's label. */
      readonly name: string;
      /** The attributing words, or null where none are marked. */
      readonly cue: string | null;
      readonly isCarriedOver: boolean;
    };

/**
 * The chain as a sentence, outermost first: always the article, then one piece a link. Never empty, and no piece is
 * without a name, so that a viewer who may not see a source still reads what kind of source it is.
 */
export function chainSentence<S extends Span>(
  chain: readonly SaidLink<S>[],
  names: ChainNames<S>,
): readonly ChainPiece[] {
  const links = chain.map((hop, index): ChainPiece => {
    const sources = hop.sources.map((id) => ({ id, name: names.source(id) ?? names.category(hop.category) }));
    const said = sources.map((source) => source.name).join(" and ");
    return {
      kind: "link",
      index,
      category: hop.category,
      sources,
      name: said || names.words(hop.mention) || names.category(hop.category),
      cue: names.words(hop.cue) || null,
      isCarriedOver: !hop.explicit,
    };
  });
  return [{ kind: "article" }, ...links];
}

/** The same in plain text: `this article ← The Daily Courier (“reported”) ← two officials (carried over)`. */
export function chainText(pieces: readonly ChainPiece[]): string {
  return pieces.map(pieceText).join(" ← ");
}

function pieceText(piece: ChainPiece): string {
  if (piece.kind === "article") return "this article";
  const cue = piece.cue === null ? "" : ` (“${piece.cue}”)`;
  return `${piece.name}${cue}${piece.isCarriedOver ? " (carried over)" : ""}`;
}
