import { describe, expect, it } from "vitest";
import { sha256Hex } from "#lib/platform/hash.ts";
import { readFile } from "./read-file.ts";

const utf8 = (text: string) => new Uint8Array(new TextEncoder().encode(text));
const bytes = (...values: number[]) => Uint8Array.from(values);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16());

function read(name: string, content: Uint8Array<ArrayBuffer>) {
  const result = readFile(name, content);
  if (!result.ok) throw new Error(result.failure);
  return result.value;
}

const WEATHER =
  "Il a plu à Orléans toute la journée, a déclaré la préfète, et l’été n’était pas fini. ".repeat(5);
// The same in windows-1252, where 0x92 is the apostrophe.
const WINDOWS = latin1(WEATHER.replaceAll("’", "\x92"));

describe("readFile", () => {
  it.each([
    ["UTF-8", utf8(WEATHER)],
    ["UTF-8 with a byte order mark", utf8(`\ufeff${WEATHER}`)],
    ["UTF-16LE with a byte order mark", utf16le(`\ufeff${WEATHER}`)],
    ["UTF-16BE with a byte order mark", utf16be(`\ufeff${WEATHER}`)],
  ])("reads %s without a note", (_, content) => {
    const reading = read("a.txt", content);
    expect(reading.text).toBe(WEATHER);
    expect(reading.note).toBeNull();
  });

  it.each([
    ["windows-1252", WINDOWS, /windows-1252|ISO-8859/u],
    ["UTF-16LE without a mark", utf16le(WEATHER), /UTF-16LE/u],
    ["UTF-16BE without a mark", utf16be(WEATHER), /UTF-16BE/u],
  ])("guesses %s and says so", (_, content, note) => {
    const reading = read("a.txt", content);
    expect(reading.text).toBe(WEATHER);
    expect(reading.note).toMatch(note);
  });

  it("reads a page in the encoding it declares", () => {
    const page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>';
    const reading = read("a.html", new Uint8Array([...latin1(page), ...WINDOWS]));
    expect(reading.text).toBe(WEATHER.trim());
    expect(reading.note).toBeNull();
    const japanese = [
      ...latin1("<meta charset=iso-2022-jp><p>"),
      0x1b,
      0x24,
      0x42,
      0x46,
      0x7c,
      0x1b,
      0x28,
      0x42,
    ];
    expect(read("a.htm", Uint8Array.from(japanese)).text).toBe("日");
  });

  it("refuses a page that is not in the encoding it declares", () => {
    const page = new Uint8Array([...latin1("<meta charset=utf-8><p>"), 0xe9, 0x20]);
    expect(readFile("a.html", page)).toMatchObject({ ok: false, failure: expect.stringMatching(/utf-8/u) });
  });

  it.each([
    ["an empty file", "a.txt", bytes(), /nothing to read/u],
    ["white space", "a.md", utf8(" \n\t\u200b\n"), /nothing to read/u],
    ["a page without words", "a.html", utf8("<p> </p><script>a</script>"), /nothing to read/u],
    ["a NUL, with its offset", "a.txt", utf8("🌧ab\0c"), /NUL character at offset 3/u],
    ["a NUL in a page", "a.html", utf8("<p>a\0b"), /NUL character at offset 4/u],
    ["a PNG called .txt", "a.txt", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), /PNG/u],
    ["a PDF called .txt", "a.txt", utf8("%PDF-1.7 text"), /PDF/u],
    ["a Word file called .md", "a.md", bytes(0x50, 0x4b, 3, 4, 20, 0), /Word/u],
    ["a program", "a.txt", Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256), /not a text/u],
    ["control characters", "a.txt", utf8("\x01\x02\x03\x04\x05\x06 text"), /control characters/u],
    ["another kind of file", "a.docx", utf8("text"), /Only \.txt, \.md and \.html/u],
    ["a file without an ending", "README", utf8("text"), /Only \.txt/u],
    [
      "five million characters and one",
      "a.txt",
      utf8("a".repeat(5_000_001)),
      /longer than 5,000,000 characters/u,
    ],
  ])("refuses %s", (_, name, content, reason) => {
    expect(readFile(name, content)).toEqual({ ok: false, failure: expect.stringMatching(reason) });
  });

  it("keeps the bytes as they came, and their hash", () => {
    const content = utf8("\ufeffa\r\nb");
    const { original, text, sha256 } = read("note.txt", content);
    expect(original).toEqual({
      bytes: content,
      sha256: sha256Hex(content),
      mediaType: "text/plain",
      fileName: "note.txt",
    });
    expect([text, sha256]).toEqual(["a\nb", sha256Hex("a\nb")]);
  });

  it.each([
    ["a.txt", "\n\n  The first line \nmore", "The first line"],
    ["a.md", "Intro\n\n## The *heading* ##\n", "The *heading*"],
    ["a.html", "<title>The title</title><h1>A heading</h1>", "The title"],
    ["a.html", "<p>a</p><h2>A heading</h2>", "A heading"],
  ])("takes the title of %s from %j", (name, content, title) => {
    expect(read(name, utf8(content)).title).toBe(title);
  });
});
