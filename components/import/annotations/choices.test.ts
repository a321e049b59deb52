import { describe, expect, it } from "vitest";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import type { AnnotationImport } from "#lib/contracts/annotation-imports.ts";
import { categoryChoices, isEmpty, labelRows, layerChoices, noDraft, patchOf, undecided } from "./choices.ts";

const label = (name: string, category: string | null, isDecided: boolean) => ({
  ...{ label: name, count: 1, example: "", category, isDecided },
});
// Only what the choices look at.
const shown = {
  preview: {
    labels: [label("Own", "own_analysis", true), label("Odd", null, false), label("Out", null, true)],
  },
} as unknown as AnnotationImport;

describe("labels", () => {
  it("that wait for a choice stand first, and stay where they are once chosen", () => {
    const order = (draft = noDraft) =>
      labelRows(shown, draft).map(({ label: name, category }) => [name, category]);
    expect(order()).toEqual([
      ["Odd", undefined],
      ["Own", "own_analysis"],
      ["Out", null],
    ]);
    const draft = { ...noDraft, labels: { Odd: "unclear" } };
    expect(order(draft)[0]).toEqual(["Odd", "unclear"]);
    expect([undecided(shown, noDraft), undecided(shown, draft)]).toEqual([1, 0]);
  });

  it("are sent only where something was chosen", () => {
    expect([isEmpty(noDraft), patchOf(noDraft)]).toEqual([true, null]);
    const draft = { labels: { Odd: null }, annotators: { ann: "skip" } };
    expect(patchOf(draft)).toEqual(draft);
  });

  it("may become what the project offers, or be left out", () => {
    const values = categoryChoices(sourceline1, ["own_analysis"]).map(({ value }) => value);
    expect(values[0]).toBe("-");
    expect(values).toContain("own_observation");
    expect(values).not.toContain("own_analysis");
  });
});

describe("layers", () => {
  const member = { userId: "u1", name: "Ada", email: "a@x", role: "editor", createdAt: "" } as const;
  it("are the shared one, or one's own and those of members who mark", () => {
    expect(layerChoices("shared", null).map(({ value }) => value)).toEqual(["shared", "skip"]);
    const members = [member, { ...member, userId: "u2", role: "viewer" as const }];
    expect(layerChoices("blind", members).map(({ value }) => value)).toEqual(["mine", "u1", "skip"]);
    expect(layerChoices("blind", null).map(({ value }) => value)).toEqual(["mine", "skip"]);
  });
});
