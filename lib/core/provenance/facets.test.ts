import { describe, expect, it } from "vitest";
import { link } from "../attribution/link.ts";
import { credibilityGrades, reliabilityGrades } from "./admiralty.ts";
import { idsOfVersion1, startingValues } from "./facets.cases.ts";
import * as facets from "./facets.ts";

const lists: Readonly<Record<string, readonly (string | number)[]>> = facets;

describe("the closed lists", () => {
  it("are those that exports have known since version 1, and no other", () => {
    expect(idsOfVersion1.map(([list]) => list).toSorted()).toEqual(Object.keys(lists).toSorted());
  });

  it.each(idsOfVersion1)("keep every id of %s in its place", (list, ids) => {
    const known = ids.split(" ");
    expect(lists[list]?.slice(0, known.length).map(String)).toEqual(known);
  });

  it.each(Object.entries(lists))(
    "hold each id of %s once, in a spelling that any format can carry",
    (_, ids) => {
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(String(id)).toMatch(/^([a-z]+(_[a-z]+)*|[A-F1-6])$/u);
    },
  );

  it.each(startingValues)("have in %s the value it starts with, %s", (list, value) => {
    expect(lists[list]).toContain(value);
  });

  it("hold every value that a new link starts with", () => {
    const started = link({ category: "unclear" });
    expect(facets.acts).toContain(started.act);
    expect(facets.directnesses).toContain(started.directness);
    expect(facets.cueStances).toContain(started.cueStance);
    expect(facets.polarities).toContain(started.polarity);
    expect(facets.attributionStatuses).toContain(started.attributionStatus);
    expect(facets.channels).toContain(started.channel);
  });
});

describe("the grades", () => {
  it("are those of the lists, in their order, so that F and 6 say that nothing can be said", () => {
    expect(reliabilityGrades.map(({ id }) => id)).toEqual([...facets.sourceReliabilities]);
    expect(credibilityGrades.map(({ id }) => id)).toEqual([...facets.infoCredibilities]);
    expect(reliabilityGrades.at(-1)?.label).toMatch(/cannot be judged$/u);
    expect(credibilityGrades.at(-1)?.label).toMatch(/cannot be judged$/u);
  });

  it.each([...reliabilityGrades, ...credibilityGrades])(
    "explain $label, unless it is that nothing can be said",
    (grade) => {
      expect(grade.definition === "").toBe(grade.label.endsWith("cannot be judged"));
    },
  );
});
