import type { Piece } from "#core/text/blocks.ts";

export function heading(text: string, level: 1 | 2 = 2): Piece {
  return { kind: "heading", level, text };
}

export function paragraph(text: string): Piece {
  return { kind: "paragraph", text };
}

/** The pieces as HTML, one element each; nothing between them that a reader of HTML could take for text. */
export function htmlOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => element(piece.level ? `h${piece.level}` : "p", piece.text)).join("");
}

function element(name: string, text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<${name}>${escaped}</${name}>`;
}
