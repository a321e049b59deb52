import { describe, expect, it } from "vitest";
import { described, undescribed } from "./described.ts";

const headers = new Headers();
const at = "/workspaces/{w}";
const workspace = {
  id: "0197f0c2-5a00-7000-8000-000000000002",
  ...{ slug: "desk", name: "Desk", isSample: false, role: "editor", createdAt: "2026-03-02T09:30:00.000Z" },
};
const said = (status: number, json: unknown, type = "application/json") =>
  undescribed("GET", at, { status, json, type, headers });
const gone = { type: "/docs/problems/not-found", title: "No", status: 404, detail: "No." };

describe("what an answer has that is not described", () => {
  it("is nothing where it is as described", () => {
    expect(said(200, workspace)).toEqual([]);
    expect(said(404, gone, "application/problem+json")).toEqual([]);
  });

  it.each([
    ["a field too few", 200, { ...workspace, name: undefined }, "application/json"],
    ["a field too many", 200, { ...workspace, passwordHash: "x" }, "application/json"],
    ["a value of another kind", 200, { ...workspace, role: "emperor" }, "application/json"],
    ["a status nobody declared", 418, workspace, "application/json"],
    ["a page instead of data", 200, null, "text/html"],
    ["a problem of another operation", 409, { ...gone, status: 409 }, "application/problem+json"],
    ["a problem that says more than it may", 404, { ...gone, stack: "x" }, "application/problem+json"],
    ["a problem under another status", 404, { ...gone, status: 500 }, "application/problem+json"],
  ])("is told of %s", (_, status, json, type) => {
    expect(said(status, JSON.parse(JSON.stringify(json)), type)).toHaveLength(1);
  });

  it("is told of an operation that nobody described", () => {
    expect(undescribed("PUT", at, { status: 200, json: {}, type: "", headers })).toHaveLength(1);
    expect(Object.keys(described.paths).length).toBeGreaterThan(50);
  });
});
