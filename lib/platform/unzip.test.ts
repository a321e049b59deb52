import { describe, expect, it } from "vitest";
import { type Zipped, zipOf } from "../../tests/support/zips.ts";
import { BadZip, isZip, unzip } from "./unzip.ts";

const limits = { entries: 100, bytes: 1_000_000 };
const rain: Zipped = { name: "rain.txt", content: "It rained." };
const read = (zip: Uint8Array) =>
  unzip(zip, limits).map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]);

describe("unzip", () => {
  it("gives the files with their names, folders left out", () => {
    const zip = zipOf([
      rain,
      { name: "on/", content: "" },
      { name: "on/snöw.txt", content: "Snow.", method: 0 },
    ]);
    expect(isZip(zip)).toBe(true);
    expect(read(zip)).toEqual([
      ["rain.txt", "It rained."],
      ["on/snöw.txt", "Snow."],
    ]);
  });

  it("reads one with a comment at its end", () => {
    const zip = zipOf([rain]);
    expect(read(Buffer.concat([zip, Buffer.from("made by hand")]))).toHaveLength(1);
  });

  const whole = zipOf([rain]);
  const bad: readonly (readonly [what: string, zip: Uint8Array, words: RegExp])[] = [
    ["what is no zip", Buffer.from("It rained."), /no zip/u],
    ["nothing", new Uint8Array(), /no zip/u],
    ["one cut off", whole.subarray(0, -10), /no zip, or its end is missing/u],
    ["one whose list is cut out", Buffer.concat([whole.subarray(0, 20), whole.subarray(-22)]), /damaged/u],
    [
      "one that says it inflates to more than is taken",
      zipOf([{ ...rain, size: 4_000_000_000 }]),
      /more than 1 MB/u,
    ],
    [
      "files that come to more together",
      zipOf([1, 2, 3].map((at) => ({ name: `${at}`, content: "a".repeat(400_000) }))),
      /more than 1 MB/u,
    ],
    [
      "one that inflates to more than it says",
      zipOf([{ name: "a", content: "a".repeat(500_000), size: 10 }]),
      /larger than it says/u,
    ],
    ["one that inflates to less than it says", zipOf([{ ...rain, size: 11 }]), /damaged/u],
    ["one with other bytes than it was made of", zipOf([{ ...rain, crc: 1 }]), /damaged/u],
    ["a million files", zipOf([rain], 65_535), /too many files/u],
    ["more files than are taken", zipOf([rain], 101), /holds 101 files/u],
    ["fewer files than it says", zipOf([rain], 2), /list of files is damaged/u],
    [
      "two files of the same bytes",
      zipOf([rain, { name: "b", content: "b", offset: 0 }]),
      /shares its bytes/u,
    ],
    ["two files of one name", zipOf([rain, rain]), /two files named/u],
    ["an encrypted file", zipOf([{ ...rain, flags: 1 }]), /encrypted/u],
    ["a file packed in another way", zipOf([{ ...rain, method: 12 }]), /packed in a way/u],
    ["a file that is elsewhere", zipOf([{ ...rain, offset: 5 }]), /not where the list says/u],
  ];
  it.each(bad)("refuses %s", (_, zip, words) => {
    expect(() => unzip(zip, limits)).toThrow(words);
    expect(() => unzip(zip, limits)).toThrow(BadZip);
  });

  it.each([
    "../up.txt",
    "a/../../b",
    "/etc/passwd",
    "C:\\a.txt",
    "a\\b.txt",
    "a\0b",
    "./a",
    "",
    "a".repeat(301),
  ])("refuses a file called %j", (name) => {
    expect(() => unzip(zipOf([{ name, content: "x" }]), limits)).toThrow(/name that is not taken/u);
  });
});
