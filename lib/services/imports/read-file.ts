import { fail, ok, type Result } from "#core/result.ts";
import { decode } from "./decode.ts";
import { readText, type TextKind } from "./read-text.ts";
import type { Reading } from "./reading.ts";

const kinds: Readonly<Record<string, TextKind>> = {
  txt: "text",
  text: "text",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
};

/** Reads one file into what would be stored; a failure is a sentence for whoever dropped it. */
export function readFile(fileName: string, bytes: Uint8Array<ArrayBuffer>): Result<Reading, string> {
  const kind = kinds[/\.([^.]+)$/u.exec(fileName)?.[1]?.toLowerCase() ?? ""];
  if (kind === undefined)
    return fail("Only .txt, .md and .html files are read here. Save it as one of these.");
  const decoded = decode(bytes, kind === "html");
  if (!decoded.ok) return decoded;
  const { content, note } = decoded.value;
  const reading = readText({ kind, content, bytes, fileName, ...(note !== null && { note }) }, "/files");
  return reading.ok ? ok(reading.value) : fail(sentenceOf(reading.failure));
}

type TextFailure = Extract<ReturnType<typeof readText>, { ok: false }>["failure"];

/** `readText` fails in these two ways only. */
function sentenceOf(failure: TextFailure): string {
  if (failure.kind === "invalid") return failure.errors.map((error) => error.message).join(" ");
  if (failure.kind === "too-large") {
    return `It is longer than ${failure.limit.toLocaleString("en")} characters. Split it and import the parts.`;
  }
  throw new TypeError(`A text does not fail with ${failure.kind}`);
}
