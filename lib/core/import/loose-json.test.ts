import { describe, expect, it } from "vitest";
import { countOf, isCutShort, listOf, memberOf, objectOf, parseJson, textOf, textsOf } from "./loose-json.ts";

const values = [null, undefined, true, 0, -1, 1.5, 2 ** 60, "x", "", [], ["x", 1], {}, { a: 1 }];
const taken = (of: (value: unknown) => unknown) => values.filter((value) => of(value) !== null);

describe("a JSON value of somebody else", () => {
  it("is an object only where it is one", () => {
    expect(taken(objectOf)).toEqual([{}, { a: 1 }]);
  });

  it("is a text only where it is one", () => {
    expect(taken(textOf)).toEqual(["x", ""]);
  });

  it("is a count only where it is a whole number that can be trusted", () => {
    expect(taken(countOf)).toEqual([0]);
  });

  it("is a list, or an empty one", () => {
    expect(values.flatMap(listOf)).toEqual(["x", 1]);
    expect(values.flatMap(textsOf)).toEqual(["x"]);
  });

  it("is a member of a closed list, or none", () => {
    expect(values.map((value) => memberOf(["x", "y"], value)).filter((value) => value !== null)).toEqual([
      "x",
    ]);
    expect(memberOf(["x", "y"], "toString")).toBeNull();
  });
});

describe("a JSON text", () => {
  it.each([
    ['{"a":1}', { a: 1 }],
    ["[]", []],
    ["null", null],
    ["", null],
    ["{", null],
    ["{}{}", null],
  ])("%j is %j", (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it.each([
    ["{", true],
    ['{"a', true],
    ['{"a":[{}', true],
    ['{"a":"}', true],
    ['{"a":"\\"', true],
    ["", false],
    ["{}", false],
    ['{"a":"[{"}', false],
    ["{]}", false],
    ["nothing", false],
  ])("%j is cut short: %j", (text, isCut) => {
    expect(isCutShort(text)).toBe(isCut);
  });
});
