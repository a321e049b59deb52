import { fail, ok, type Result } from "#core/result.ts";
import { type Block, blocksOfPlainText, joinBlocks } from "#core/text/blocks.ts";
import {
  type ArticleTextFailure,
  type CanonicalText,
  canonicalise,
  checkArticleText,
} from "#core/text/canonicalise.ts";
import { countCodePoints } from "#core/text/surrogates.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import { type Failure, invalid } from "../failure.ts";
import { readHtml } from "./html.ts";
import { blocksOfMarkdown } from "./markdown.ts";
import type { Reading, SuggestedDetails } from "./reading.ts";
import { titleOf } from "./title.ts";

export type TextKind = "text" | "markdown" | "html";
/** Decoded text and, when it came as a file, its bytes and name. */
export type Given = {
  readonly kind: TextKind;
  readonly content: string;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly fileName?: string;
  readonly note?: string;
};

const mediaTypes: Readonly<Record<TextKind, string>> = {
  text: "text/plain",
  markdown: "text/markdown",
  html: "text/html",
};

/** Reads decoded text into what would be stored. `pointer` names the field in a refusal. */
export function readText(given: Given, pointer: string): Result<Reading, Failure> {
  const read = given.kind === "html" ? fromHtml(given.content) : fromPlain(given.content, given.kind);
  if (!read.ok) return fail(refusal(read.failure, pointer));
  const { text, blocks, suggested } = read.value;
  const bytes = given.bytes ?? new Uint8Array(new TextEncoder().encode(given.content));
  return ok({
    text,
    length: countCodePoints(text),
    sha256: sha256Hex(text),
    blocks,
    title: suggested.title ?? titleOf(text, blocks),
    suggested,
    original: {
      bytes,
      sha256: sha256Hex(bytes),
      mediaType: mediaTypes[given.kind],
      fileName: given.fileName ?? null,
    },
    note: given.note ?? null,
  });
}

type Read = { text: string; blocks: readonly Block[]; suggested: SuggestedDetails };

function fromPlain(content: string, kind: "text" | "markdown"): Result<Read, ArticleTextFailure> {
  const canonical = checkArticleText(content);
  if (!canonical.ok) return canonical;
  const { text } = canonical.value;
  return ok({
    text,
    blocks: kind === "markdown" ? blocksOfMarkdown(text) : blocksOfPlainText(text),
    suggested: {},
  });
}

function fromHtml(content: string): Result<Read, ArticleTextFailure> {
  // A reader of HTML replaces NUL in silence; what is refused in a text is refused in markup, at its place.
  const asGiven = canonicalise(content);
  if (!asGiven.ok && asGiven.failure.kind !== "too_long") return asGiven;
  const { pieces, suggested } = readHtml(content);
  const joined = joinBlocks(pieces);
  const canonical = checkArticleText(joined.text);
  if (!canonical.ok) return canonical;
  return ok({ text: canonical.value.text, blocks: carried(joined.blocks, canonical.value), suggested });
}

function carried(blocks: readonly Block[], { map }: CanonicalText): Block[] {
  return blocks.map((block) => ({ ...block, ...map.spanToCanonical(block) }));
}

function refusal(failure: ArticleTextFailure, pointer: string): Failure {
  switch (failure.kind) {
    case "blank":
      return invalid(pointer, "There is nothing to read in it: only white space or nothing at all.");
    case "nul":
      return invalid(
        pointer,
        `It contains a NUL character at offset ${failure.offset}, which no text may hold.`,
      );
    case "lone_surrogate":
      return invalid(
        pointer,
        `It contains half of a character (a lone surrogate) at offset ${failure.offset}.`,
      );
    case "mark_run":
      return invalid(pointer, `It piles up combining marks without end at offset ${failure.offset}.`);
    case "too_long":
      return { kind: "too-large", limit: failure.limit, unit: "characters" };
  }
}
