import { analyse } from "chardet";
import { fail, ok, type Result } from "#core/result.ts";

export type Decoded = { readonly content: string; readonly note: string | null };

/**
 * The text of a file: UTF-8 when it is exactly that, else as a byte order mark or the page's own `charset` says,
 * else as it looks, with a note to check it. A file that is no text is refused with what it seems to be.
 */
export function decode(bytes: Uint8Array, isHtml: boolean): Result<Decoded, string> {
  const seemsToBe = signatureOf(bytes);
  if (seemsToBe)
    return fail(`It is ${seemsToBe}, not a text. Export it as .txt, .md or .html and import that.`);
  const marked = decodeMarked(bytes);
  if (marked) return marked;
  const declared = isHtml ? declaredCharset(bytes) : null;
  const first = isEscaped(declared) && declared ? decodeAs(bytes, declared) : decodeAs(bytes, "utf-8");
  if (first !== null && !hasManyNuls(first)) return textOnly(first, null);
  if (first === null && declared) return decodeDeclared(bytes, declared);
  return decodeGuessed(bytes);
}

/** First bytes of what is often renamed to .txt or dropped by mistake. */
const signatures: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF"],
  ["PK\x03\x04", "a Word, OpenDocument or zip file"],
  ["\xd0\xcf\x11\xe0", "an old Office document"],
  ["{\\rtf", "a rich text (RTF) file"],
  ["\x89PNG", "a PNG image"],
  ["\xff\xd8\xff", "a JPEG image"],
  ["GIF8", "a GIF image"],
  ["\x1f\x8b", "a compressed file"],
  ["\x7fELF", "a program"],
  ["MZ\x90", "a program"],
  ["SQLite format 3", "a database"],
  ["RIFF", "a sound, film or picture"],
  ["ID3", "a sound file"],
];

function signatureOf(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return signatures.find(([signature]) => start.startsWith(signature))?.[1] ?? null;
}

function decodeMarked(bytes: Uint8Array): Result<Decoded, string> | null {
  const [a, b, c] = bytes;
  const label =
    a === 0xef && b === 0xbb && c === 0xbf
      ? "utf-8"
      : a === 0xff && b === 0xfe
        ? "utf-16le"
        : a === 0xfe && b === 0xff
          ? "utf-16be"
          : null;
  if (label === null) return null;
  const content = decodeAs(bytes, label);
  if (content !== null) return textOnly(content, null);
  return fail(`It says it is ${label.toUpperCase()} by its byte order mark, but is not. Save it as UTF-8.`);
}

/** `<meta charset>` stands in the first 1,024 bytes of a page (HTML, 4.2.5.4). */
function declaredCharset(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  return (
    /<meta[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/iu.exec(start)?.[1]?.toLowerCase() ?? null
  );
}

/** Encodings whose bytes are all ASCII, so that they would pass for UTF-8. */
function isEscaped(charset: string | null): boolean {
  return charset === "iso-2022-jp" || charset === "csiso2022jp";
}

function decodeDeclared(bytes: Uint8Array, declared: string): Result<Decoded, string> {
  const content = decodeAs(bytes, declared);
  if (content !== null) return textOnly(content, null);
  return fail(`The page says its encoding is “${declared}”, but it is not. Save it as UTF-8.`);
}

function decodeGuessed(bytes: Uint8Array): Result<Decoded, string> {
  for (const { name } of [...wideGuess(bytes), ...analyse(bytes)]) {
    const content = decodeAs(bytes, name);
    if (content !== null && !isBinary(content)) {
      const note = `The file does not say its encoding. It was read as ${name}: check accents and quotation marks.`;
      return ok({ content, note });
    }
  }
  return fail("It is not a text in an encoding that could be recognised. Save it as UTF-8.");
}

/** UTF-16 without a mark: in most scripts nearly every second byte of a line is zero. */
function wideGuess(bytes: Uint8Array): { name: string }[] {
  if (bytes.length % 2 !== 0) return [];
  const zeros = [0, 0];
  const end = Math.min(bytes.length, 4096);
  for (let at = 0; at < end; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) * 2 < end * 0.4 || Math.min(even, odd) * 2 > end * 0.02) return [];
  return [{ name: even > odd ? "UTF-16BE" : "UTF-16LE" }];
}

function hasManyNuls(content: string): boolean {
  return content.includes("\0") && isBinary(content);
}

/** A text that decodes may still be a program: then much of it is control characters. */
function textOnly(content: string, note: string | null): Result<Decoded, string> {
  if (isBinary(content))
    return fail("It is not a text: it is full of control characters. Is it another kind of file?");
  return ok({ content, note });
}

/** More than one control character in a hundred, and more than a slip: no text. */
function isBinary(content: string): boolean {
  const end = Math.min(content.length, 100_000);
  let controls = 0;
  for (let at = 0; at < end; at += 1) if (isControl(content.charCodeAt(at))) controls += 1;
  return controls > 4 && controls * 100 > end;
}

/** What no text holds: the white space among the controls and the escape of terminal logs aside. */
function isControl(unit: number): boolean {
  if (unit >= 0x20) return unit >= 0x7f && unit <= 0x9f;
  return unit < 0x09 || (unit > 0x0d && unit !== 0x1b);
}

/** Null where the bytes are not in that encoding, or where nobody knows it. */
function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    const content = new TextDecoder(label, { fatal: true }).decode(bytes);
    return isWindows1252(label) ? withWindowsPunctuation(content) : content;
  } catch {
    return null;
  }
}

function isWindows1252(label: string): boolean {
  return new TextDecoder(label).encoding === "windows-1252";
}

const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Some releases of Node read windows-1252 as Latin-1 and leave controls where quotation marks stand. */
function withWindowsPunctuation(content: string): string {
  return content.replace(/[\x80-\x9f]/gu, (control) => windows1252.charAt(control.charCodeAt(0) - 0x80));
}
