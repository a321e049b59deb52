import { createHash, randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashFile } from "./hash-file.ts";

describe("hashFile", () => {
  it.each([0, 1, 63, 64, 65, 200_000])("agrees with the system’s own SHA-256: %d bytes", async (size) => {
    const bytes = new Uint8Array(randomBytes(size));
    expect(await hashFile(new Blob([bytes]))).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  it("tells how much it has read, up to the whole", async () => {
    const told: number[] = [];
    await hashFile(new Blob([new Uint8Array(300_000)]), (bytes) => told.push(bytes));
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.at(-1)).toBe(300_000);
  });
});
