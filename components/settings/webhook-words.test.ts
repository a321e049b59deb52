import { expect, it } from "vitest";
import { eventSubjects } from "#lib/contracts/webhooks.ts";
import { eventsInWords, eventsOf, wantedOf } from "./webhook-words.ts";

it.each([
  [["*"], "Everything"],
  [["claim.*"], "Claims"],
  [["claim.*", "source.*", "article.imported"], "Claims, Sources, article.imported"],
  [["workspace.*"], "The workspace itself"],
])("says what %j is about: %s", (events, words) => {
  expect(eventsInWords(events)).toBe(words);
});

it.each([[["*"]], [["claim.*"]], [["article.imported"]], [["claim.*", "source.*", "article.imported"]]])(
  "asks for %j again when nothing was changed",
  (events) => {
    expect(eventsOf(wantedOf(events))).toEqual(events);
  },
);

it("takes kinds as they are typed, each once, and all subjects for everything", () => {
  const kinds = " claim.approved,claim.rejected\n claim.approved ";
  expect(eventsOf({ subjects: [], kinds })).toEqual(["claim.approved", "claim.rejected"]);
  expect(eventsOf({ subjects: eventSubjects, kinds: "" })).toEqual(["*"]);
});
