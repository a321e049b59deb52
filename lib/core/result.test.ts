import { describe, expect, expectTypeOf, it } from "vitest";
import { fail, ok, type Result } from "./result.ts";

type Failure = { readonly kind: "blank" } | { readonly kind: "too_long"; readonly limit: number };

function measured(text: string): Result<number, Failure> {
  if (text === "") return fail({ kind: "blank" });
  return text.length > 3 ? fail({ kind: "too_long", limit: 3 }) : ok(text.length);
}

describe("a result", () => {
  it.each([
    ["", { ok: false, failure: { kind: "blank" } }],
    ["abc", { ok: true, value: 3 }],
    ["abcd", { ok: false, failure: { kind: "too_long", limit: 3 } }],
  ])("of %j is a value, whichever way it went", (text, expected) => {
    expect(measured(text)).toEqual(expected);
  });

  it("says by its type which of the two it holds, and a failure by its kind which", () => {
    const result = measured("abcd");
    if (result.ok) expectTypeOf(result.value).toEqualTypeOf<number>();
    else if (result.failure.kind === "too_long") expectTypeOf(result.failure.limit).toEqualTypeOf<number>();
    expectTypeOf(result).not.toHaveProperty("value");
  });

  it("of nothing is still told from a failure of nothing", () => {
    expect(ok(null).ok).toBe(true);
    expect(fail(null).ok).toBe(false);
  });
});
