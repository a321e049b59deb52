import fc from "fast-check";
import { expect, it } from "vitest";
import { paths } from "./auth-paths.cases.ts";
import { safePath } from "./auth-paths.ts";

const OWN = "http://127.0.0.1:3000";

it.each(paths)("leads from %j to %j", (given, path) => {
  expect(safePath(given, OWN)).toBe(path);
});

it("stays on this site whatever it is given", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    "..",
    ".",
    "//",
    "evil.example",
    "@",
    ":",
    "http:",
    "%2f",
    "%5c",
    "\t",
    "w",
  );
  const given = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(given, (raw) => {
      expect(new URL(safePath(raw, OWN), OWN).origin).toBe(OWN);
    }),
    { numRuns: 2_000 },
  );
});
