import { describe, expect, test } from "vitest";
import { deedOf, placeOf } from "./notification-words.ts";

const deeds: readonly [string, string | null, Record<string, string>, string][] = [
  ["assigned", null, { kind: "review" }, "gave you an article to review"],
  ["assigned", null, { kind: "annotate" }, "gave you an article to work on"],
  ["handed_over", null, {}, "handed an article over to you"],
  ["returned", null, {}, "gave an article back"],
  ["mention", null, {}, "mentioned you"],
  ["mention", "c", {}, "mentioned you on a claim"],
  ["decision", "c", { decision: "reject" }, "rejected a claim of yours"],
  ["decision", "c", {}, "decided on a claim of yours"],
  ["reply", null, {}, "answered in a thread of yours"],
  ["comment", "c", {}, "commented on a claim of yours"],
  [
    "webhook_disabled",
    null,
    { reason: "failing", host: "hooks.example.org" },
    "switched a webhook off: nothing arrived for a day (hooks.example.org)",
  ],
  ["webhook_disabled", null, {}, "switched a webhook off: it could not be sent to (its receiver)"],
];

describe("what a person is told", () => {
  test.each(deeds)("of a %s on %s with %j is that somebody %s", (kind, claimId, detail, deed) => {
    expect(deedOf({ kind, claimId, detail })).toBe(deed);
  });

  test.each([
    [{ articleId: "a", claimId: "c", commentId: "m" }, "/w/desk/articles/a?comment=m"],
    [{ articleId: "a", claimId: "c", commentId: null }, "/w/desk/articles/a?claim=c"],
    [{ articleId: "a", claimId: null, commentId: null }, "/w/desk/articles/a"],
    [{ articleId: null, claimId: null, commentId: null }, null],
    [
      {
        ...{ articleId: null, claimId: null, commentId: null },
        ...{ kind: "webhook_disabled", detail: { webhookId: "h" } },
      },
      "/w/desk/settings/webhooks/h",
    ],
  ])("leads from %j to %s", (about, path) => {
    expect(placeOf("desk", about)).toBe(path);
  });
});
