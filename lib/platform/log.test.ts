import { describe, expect, it } from "vitest";
import { createLog } from "./log.ts";

function logged(...fields: [object, string]): string {
  let line = "";
  createLog("info", { write: (written) => (line += written) }).info(...fields);
  return line;
}

describe("log", () => {
  it("withholds what newsrooms write and what opens doors, at any depth", () => {
    const line = logged(
      { claim: { spans: [{ exact: "CANARY" }], statement: "CANARY" }, apiToken: "CANARY" },
      "saved",
    );
    expect(line).toContain("saved");
    expect(line).not.toContain("CANARY");
  });

  it("masks a token inside a longer value", () => {
    expect(logged({ url: "/x?key=sl_0123456789abcdef" }, "asked")).not.toContain("0123456789abcdef");
  });

  it("keeps the kind and place of an error that repeats the values it refused, not its message", () => {
    const error = Object.assign(new RangeError("CANARY is out of range"), {
      code: "22003",
      detail: "CANARY",
    });
    const line = logged({ err: error }, "failed");
    expect(line).not.toContain("CANARY");
    expect(line).toMatch(/RangeError.*22003.*log\.test\.ts/su);
  });

  it("keeps what may be read", () => {
    expect(
      JSON.parse(logged({ route: "/claims", status: 412, err: new Error("lost the race") }, "x")),
    ).toMatchObject({
      route: "/claims",
      status: 412,
      err: { message: "lost the race" },
    });
  });
});
