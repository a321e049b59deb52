import { describe, expect, it } from "vitest";
import { seal, unseal } from "./sealed.ts";
import { keyFor } from "./signature.ts";

const key = keyFor("a secret of this test", "sealing");

describe("what is sealed", () => {
  it("opens with its key in its place, and is never written twice alike", () => {
    const [one, other] = [seal(key, "here", "whsec_é"), seal(key, "here", "whsec_é")];
    expect(one).not.toBe(other);
    expect([one, other].map((text) => unseal(key, "here", text))).toEqual(["whsec_é", "whsec_é"]);
    expect(one).not.toContain("whsec");
  });

  it.each([
    ["with another key", (text: string) => unseal(keyFor("another", "sealing"), "here", text)],
    ["in another place", (text: string) => unseal(key, "there", text)],
    ["with a byte changed", (text: string) => unseal(key, "here", `${text.slice(0, -2)}xx`)],
    ["cut short", (text: string) => unseal(key, "here", text.slice(0, 20))],
    ["that is empty", () => unseal(key, "here", "")],
  ])("does not open %s", (_, open) => {
    expect(open(seal(key, "here", "a secret"))).toBeNull();
  });
});
