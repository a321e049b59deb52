import { expect, it } from "vitest";
import { addresses } from "./email.cases.ts";
import { emailAddress } from "./email.ts";

it.each(addresses)("reads %j as %j: %s", (raw, stored) => {
  expect(emailAddress(raw)).toBe(stored);
});

it("gives back what it stores", () => {
  for (const [, stored] of addresses) if (stored) expect(emailAddress(stored)).toBe(stored);
});
