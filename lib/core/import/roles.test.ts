import { describe, expect, it } from "vitest";
import { roleOf } from "./roles.ts";

describe("the role of a label", () => {
  it.each([
    ["Claim", "claim"],
    ["claim", "claim"],
    ["CLAIM", "claim"],
    ["custom.Claim", "claim"],
    ["Claim2", "claim"],
    ["Content", "claim"],
    ["Content12", "claim"],
    ["content_span", "claim"],
    ["Quote", "claim"],
    ["Quotation", "claim"],
    ["Proposition", "claim"],
    ["Source", "mention"],
    ["Source3", "mention"],
    ["SourceMention", "mention"],
    ["speaker", "mention"],
    ["Holder", "mention"],
    ["Cue", "cue"],
    ["Addressee", "addressee"],
    ["Hearer", "addressee"],
    ["recipient", "addressee"],
    ["Attribution", "event"],
    ["Attribution-no-source", "event"],
    ["ChainLink", "event"],
    ["Hedge", "hedge"],
    ["hedge_modal", "hedge"],
    ["official_readout", null],
    ["Sources", null],
    ["Person", null],
    ["", null],
    ["2", null],
    ["__proto__", null],
    ["constructor", null],
    ["x".repeat(1000), null],
  ])("is guessed by its name: %s is %s", (label, role) => {
    expect(roleOf(label)).toBe(role);
  });

  it("is the one told, for exactly that label", () => {
    const roles = { Claim: "ignore", Person: "mention" } as const;
    expect(roleOf("Claim", roles)).toBe("ignore");
    expect(roleOf("claim", roles)).toBe("claim");
    expect(roleOf("Person", roles)).toBe("mention");
    expect(roleOf("Persons", roles)).toBe(null);
    expect(roleOf("toString", roles)).toBe(null);
  });
});
