import { expect, it } from "vitest";
import { unreadableAddress } from "./unreadable-address.ts";

it.each(["/w/%ff", "/api/v1/workspaces/%", "/api/v1/%c0%af", "/x/%F0%9F", "/%zz"])(
  "is answered and nothing else done: %s",
  async (path) => {
    const response = unreadableAddress(path);
    expect([response?.status, response?.headers.get("x-content-type-options")]).toEqual([400, "nosniff"]);
    expect(await response?.json()).toMatchObject({ type: "/docs/problems/unreadable-address" });
  },
);

it.each(["/", "/w/%F0%9F%8C%8A", "/a%20b", "/w/ü", "/w/%2e%2e", "/w/%00"])(
  "lets every other pass: %s",
  (path) => {
    expect(unreadableAddress(path)).toBeNull();
  },
);
