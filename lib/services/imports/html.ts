import { html, type Token, type TokenHandler, Tokenizer, TokenizerMode } from "parse5";
import type { Piece } from "#core/text/blocks.ts";
import { BlockWriter } from "./html-blocks.ts";
import { type HeadFacts, suggestedBy } from "./html-details.ts";
import type { SuggestedDetails } from "./reading.ts";

/**
 * The text of an HTML page as blocks, without markup, scripts and styles, and what its head says of it.
 * Only the tokenizer of parse5 runs, no tree is built: time and memory grow with the page's length alone,
 * however deep its elements nest, where a tree builder looks through its open elements at every tag.
 */
export function readHtml(source: string): { pieces: Piece[]; suggested: SuggestedDetails } {
  const reader = new HtmlReader();
  reader.tokenizer.write(source, true);
  return { pieces: reader.blocks.finish(), suggested: suggestedBy(reader.head) };
}

/** Elements whose content is not markup, and how the tokenizer has to take it. */
const modes: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  noscript: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  plaintext: TokenizerMode.PLAINTEXT,
};

/** Of those, the ones whose content a page shows. */
const SHOWN = new Set(["xmp", "textarea", "plaintext"]);

class HtmlReader implements TokenHandler {
  readonly blocks = new BlockWriter();
  readonly head: HeadFacts = { metas: new Map() };
  readonly tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, this);
  /** The element whose content is being left out or, for `title`, put aside. */
  #aside: string | null = null;
  #title: string[] = [];

  onStartTag(token: Token.TagToken): void {
    const name = token.tagName;
    const mode = modes[name];
    if (mode !== undefined) {
      this.tokenizer.state = mode;
      if (!SHOWN.has(name)) this.#aside = name;
    }
    this.#noteFacts(token);
    if (name === "template") this.blocks.hide();
    else if (this.#aside === null) this.blocks.open(name);
  }

  onEndTag(token: Token.TagToken): void {
    const name = token.tagName;
    if (name === this.#aside) {
      if (name === "title") this.head.title ??= this.#title.join("");
      this.#aside = null;
      this.#title = [];
    } else if (name === "template") this.blocks.show();
    else this.blocks.close(name);
  }

  onCharacter(token: Token.CharacterToken): void {
    if (this.#aside === "title") this.#title.push(token.chars);
    else if (this.#aside === null) this.blocks.write(token.chars);
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token);
  }

  onNullCharacter(): void {}
  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}

  #noteFacts(token: Token.TagToken): void {
    const attributes = new Map(token.attrs.map(({ name, value }) => [name, value]));
    if (token.tagName === html.TAG_NAMES.HTML) {
      this.head.language ??= attributes.get("lang");
      this.head.direction ??= attributes.get("dir");
    } else if (token.tagName === html.TAG_NAMES.META) {
      const name = (attributes.get("property") ?? attributes.get("name") ?? "").toLowerCase();
      const content = attributes.get("content");
      if (content !== undefined && !this.head.metas.has(name)) this.head.metas.set(name, content);
    } else if (
      token.tagName === html.TAG_NAMES.LINK &&
      attributes.get("rel")?.toLowerCase() === "canonical"
    ) {
      this.head.canonical ??= attributes.get("href");
    }
  }
}
