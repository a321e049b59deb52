import { describe, expect, it } from "vitest";
import { link } from "#core/attribution/link.ts";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import { riskWords } from "./risk-words.ts";

const paper = link({ category: "media_report", sources: ["courier"] });
const unnamed = link({ category: "anonymous_described", sources: ["official"] });

describe("the words on a row of the queue", () => {
  it("say what to look at, heaviest first", () => {
    expect(riskWords(sourceline1, [paper, paper, paper, unnamed])).toBe(
      "unnamed source · one source · 4 links",
    );
  });

  it("are none where the chain gives no reason", () => {
    expect(riskWords(sourceline1, [])).toBe("");
  });
});
