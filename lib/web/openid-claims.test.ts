import { expect, it } from "vitest";
import { mergeClaims, verifiedEmail } from "./openid-claims.ts";

const a = "a@example.org";
const b = "b@example.org";
const verified = true;

it.each([
  ["neither names an address", {}, {}, null],
  ["only userinfo names one", {}, { email: b, email_verified: verified }, b],
  ["only userinfo names one, not verified", {}, { email: b }, null],
  ["only the ID token names one", { email: a, email_verified: verified }, {}, a],
  ["userinfo says nothing of its own", { email: a, email_verified: verified }, { email: b }, null],
  [
    "userinfo takes it back",
    { email: a, email_verified: verified },
    { email: b, email_verified: false },
    null,
  ],
  ["userinfo vouches for another's", { email: a }, { email_verified: verified }, null],
  ["userinfo doubts another's", { email: a, email_verified: verified }, { email_verified: false }, a],
  ["userinfo names none at all", { email: a, email_verified: verified }, { email: null }, null],
  ["verified is a word", {}, { email: b, email_verified: "true" }, null],
  ["both name one", { email: a }, { email: b, email_verified: verified }, b],
] as const)("trusts the right address when %s", (_, idToken, userinfo, expected) => {
  expect(verifiedEmail(mergeClaims(idToken, userinfo))).toBe(expected);
});

it("takes everything else from both, userinfo first", () => {
  const idToken = { sub: "1", name: "Old", locale: "en", email: a };
  const merged = mergeClaims(idToken, { sub: "1", name: "New", email: b });
  expect(merged).toEqual({ sub: "1", name: "New", locale: "en", email: b });
});
