import { describe, expect, it } from "vitest";
import { problemsOf } from "../../../tests/support/laws/summary.ts";
import { badJson, recordCases } from "./json-readers.cases.ts";
import { jsonRecords } from "./json-records.ts";
import { field, idOf, isRecord, items, parseJson, words } from "./json-value.ts";

const nothing = { articles: [], sources: [], claims: [] };

describe("the records of a JSON file", () => {
  it.each(recordCases)("are those of $name", ({ text, values, places, problems }) => {
    const read = jsonRecords({ name: "a.json", text });
    expect(read.records.map(({ value }) => value)).toEqual(values);
    expect(
      read.records.map(({ place }) => (place.line === null ? (place.at ?? "") : `${place.line}:`)),
    ).toEqual(places);
    expect(problemsOf({ ...nothing, problems: read.problems })).toEqual(problems ?? []);
    for (const { place } of read.records) expect(place.file).toBe("a.json");
  });

  it.each(badJson)("are none in $name", ({ text, problems }) => {
    const read = jsonRecords({ name: "a.json", text });
    expect(read.records).toEqual([]);
    expect(problemsOf({ ...nothing, problems: read.problems })).toEqual(problems);
  });

  it("take a line of many million characters in one go", () => {
    const text = `{"text":"${"rain ".repeat(2_000_000)}"}\n{"text":"x"}`;
    expect(jsonRecords({ name: "a.jsonl", text }).records).toHaveLength(2);
  });
});

describe("a JSON value", () => {
  it.each([
    ["a key of its own", { a: 1 }, "a", 1],
    ["no such key", { a: 1 }, "b", undefined],
    ["a key of every object", {}, "toString", undefined],
    ["the prototype", {}, "__proto__", undefined],
    ["a place in a list", ["x"], "0", undefined],
    ["the length of a text", "x", "length", undefined],
    ["nothing at all", null, "a", undefined],
    ["a key of nothing", undefined, "a", undefined],
  ])("answers for %s", (_name, value, key, expected) => {
    expect(field(value, key)).toBe(expected);
  });

  it("answers for a key that reaches for the prototype with what the file says", () => {
    const parsed = parseJson('{"__proto__": 7}');
    expect(parsed.ok && field(parsed.value, "__proto__")).toBe(7);
    expect(parsed.ok && field(parsed.value, "constructor")).toBe(undefined);
  });

  it.each([
    [["a"], ["a"]],
    [[], []],
    ["a", []],
    [{ 0: "a", length: 1 }, []],
    [null, []],
    [undefined, []],
  ])("has items: %j has %j", (value, expected) => {
    expect(items(value)).toEqual(expected);
  });

  it.each([
    ["a", "a", "a"],
    ["", null, null],
    [7, null, "7"],
    [-7, null, "-7"],
    [0.5, null, null],
    [Number.NaN, null, null],
    [1e300, null, null],
    [true, null, null],
    [null, null, null],
    [["a"], null, null],
  ])("is words or an id: %j", (value, text, id) => {
    expect(words(value)).toBe(text);
    expect(idOf(value)).toBe(id);
  });

  it.each([
    [{}, true],
    [[], false],
    [null, false],
    ["a", false],
    [7, false],
  ])("is an object: %j is %s", (value, expected) => {
    expect(isRecord(value)).toBe(expected);
  });
});
