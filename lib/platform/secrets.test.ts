import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { authSecret, keptSecret, UnusableSecret } from "./secrets.ts";

const folder = () => mkdtempSync(join(tmpdir(), "secrets-"));

describe("secrets", () => {
  it("makes a secret once, readable by its owner alone", () => {
    const dataDir = folder();
    const first = keptSecret(dataDir, "name");
    expect(first.length).toBeGreaterThanOrEqual(43);
    expect(keptSecret(dataDir, "name")).toBe(first);
    expect(keptSecret(dataDir, "other")).not.toBe(first);
    expect(statSync(join(dataDir, "secrets/name")).mode & 0o077).toBe(0);
  });

  it.each(["changeme", "your-secret-here-your-secret-here-1", "short-but-Random9", "a".repeat(40)])(
    "refuses %s as the session secret",
    (given) => {
      expect(() => authSecret({ given, dataDir: folder() })).toThrow(UnusableSecret);
    },
  );

  it("takes a given secret of 32 random bytes", () => {
    const given = "q8Zt0pUu7e1VwXb3N5yLk2Jm4Rs6Td9Gh";
    expect(authSecret({ given, dataDir: folder() })).toBe(given);
  });
});
