import { describe, expect, test } from "vitest";
import { mentionedIn, partsOf, peopleLike, typingAt, withName } from "./mentions.ts";

const people = [
  { userId: "1", name: "Ada Okafor" },
  { userId: "2", name: "Ada" },
  { userId: "3", name: "Zoë Marsh" },
  { userId: "4", name: "Olga Adair" },
];

/** `|` is the caret. */
const typed: readonly [string, string | null][] = [
  ["@|", ""],
  ["Hi @ad|", "ad"],
  ["Hi @ad| there", "ad"],
  ["(@Ada Ok|", "Ada Ok"],
  ["ada@exam|", null],
  ["@ |", null],
  ["@ada\n|", null],
  ["@one two three four|", null],
  ["Hi |@ada", null],
];

describe("what is typed after an @", () => {
  test.each(typed)("%j is %j", (text, words) => {
    const caret = text.indexOf("|");
    expect(typingAt(text.replace("|", ""), caret)?.words ?? null).toBe(words);
  });

  test.each([
    ["ad", "Ada, Ada Okafor, Olga Adair"],
    ["zoe", "Zoë Marsh"],
    ["OKA", "Ada Okafor"],
    ["x", ""],
  ])("%s offers %s", (words, names) => {
    expect(
      peopleLike(people, words)
        .map(({ name }) => name)
        .join(", "),
    ).toBe(names);
  });

  test.each([
    ["Hi @ad|", "Hi @Ada Okafor |"],
    ["Hi @ad| there", "Hi @Ada Okafor| there"],
  ])("%j becomes %j", (text, expected) => {
    const caret = text.indexOf("|");
    const plain = text.replace("|", "");
    const typing = typingAt(plain, caret);
    if (!typing) throw new Error("nothing is typed");
    const done = withName(plain, typing, "Ada Okafor");
    const shown = `${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`;
    expect(shown.replace(" |", "| ").trimEnd()).toBe(expected.replace(" |", "| ").trimEnd());
  });
});

describe("a text with names", () => {
  test.each([
    ["@Ada Okafor, please look", "1"],
    ["@Ada please look", "2"],
    ["@Adam is nobody", ""],
    ["@Zoë Marsh and @Ada Okafor and @Zoë Marsh", "3 1"],
    ["no one", ""],
  ])("%j speaks to %j", (text, ids) => {
    expect(
      mentionedIn(text, people)
        .map(({ userId }) => userId)
        .join(" "),
    ).toBe(ids);
  });

  test("is cut without losing a character", () => {
    const text = "a @Ada Okafor b @Zoë Marsh";
    const parts = partsOf(text, people);
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(parts.map(({ person }) => person?.userId ?? "-").join("")).toBe("-1-3");
  });
});
