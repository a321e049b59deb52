import { describe, expect, it } from "vitest";
import { type ExportChoice, exportAddress, shapes } from "./choices.ts";

const choice: ExportChoice = { state: "approved", shape: "json", text: "quoted", article: null };

describe("exportAddress", () => {
  it("asks for what was chosen in the API's words", () => {
    expect(exportAddress("desk", "wire", { ...choice, shape: "csv-links" }, 5)).toBe(
      "/api/v1/workspaces/desk/projects/wire/export?format=csv&rows=links&state=approved&text=quoted&limit=5",
    );
  });

  it("leaves out what does not apply", () => {
    const address = exportAddress("desk", "wire", choice);
    expect(address).not.toContain("rows=");
    expect(address).not.toContain("article=");
    expect(address).not.toContain("limit=");
  });

  it("says of every shape what it keeps and what it loses", () => {
    for (const { keeps } of shapes) expect(keeps).toMatch(/keeps.*loses/isu);
  });
});
