import { describe, expect, it } from "vitest";
import { activityView } from "./activity-view.ts";

const ada = "01a20f89-ace9-71bd-8edd-22ea43f7c21f";

describe("what an address asks to see of what happened", () => {
  it("takes the last day whole", () => {
    const { query } = activityView({ from: "2031-05-01", until: "2031-05-01", person: ada });
    expect(query).toMatchObject({
      ...{ from: "2031-05-01T00:00:00.000Z", until: "2031-05-02T00:00:00.000Z", person: ada },
    });
  });

  it.each([
    ["a day that is none", { from: "2031-02-99" }],
    ["a subject that is none", { about: "weather" }],
    ["somebody who cannot be", { person: "ada" }],
    ["an end before the beginning", { from: "2031-05-03", until: "2031-05-01" }],
  ])("leaves out %s", (_, search) => {
    expect(activityView(search).query).toEqual({ limit: 50 });
  });
});
