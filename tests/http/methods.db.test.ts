import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { allRoutes, methodsAt } from "#lib/contracts/all-routes.ts";
import * as nowhere from "../../app/api/[...path]/route.ts";

const FOLDER = join(import.meta.dirname, "../../app/api/v1");
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const ID = "0197f0c2-5a00-7000-8000-000000000003";

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /(?:^|\/)route\.ts$/u.test(file));
const addressOf = (file: string) => `/api/v1/${file.replace("/route.ts", "").replace(/\[\w+\]/gu, ID)}`;

type Exported = Readonly<Record<string, (request: Request) => Response>>;

describe("a known address by a method it does not have", () => {
  it.each(files)("%s says which it has", async (file) => {
    const exported: Exported = await import(join(FOLDER, file));
    const address = addressOf(file);
    const known = methodsAt(address);
    for (const method of METHODS.filter((one) => !known.includes(one))) {
      if (file === "openapi.json/route.ts" && method === "GET") continue;
      const response = exported[method]?.(new Request(`http://127.0.0.1${address}`, { method }));
      expect([response?.status, response?.headers.get("allow")]).toEqual([
        405,
        `OPTIONS${known.map((one) => `, ${one}`).join("")}`,
      ]);
      expect(response?.headers.get("content-type")).toBe("application/problem+json");
      expect(response?.headers.get("x-content-type-options")).toBe("nosniff");
      expect(await response?.json()).toMatchObject({
        type: "/docs/problems/method-not-allowed",
        status: 405,
      });
    }
    const asked = exported.OPTIONS?.(new Request(`http://127.0.0.1${address}`, { method: "OPTIONS" }));
    expect([asked?.status, asked?.headers.get("x-frame-options")]).toEqual([204, "DENY"]);
  });

  it("keeps an operation's own methods apart from those of another that would fit", () => {
    expect(methodsAt("/api/v1/workspaces/desk/claims/batch")).toEqual(["POST"]);
    expect(methodsAt(`/api/v1/workspaces/desk/claims/${ID}`)).toEqual(["GET", "HEAD", "PATCH", "DELETE"]);
    expect(methodsAt("/api/v1/nowhere")).toEqual([]);
    expect(allRoutes.length).toBeGreaterThan(70);
  });

  it("is nothing at all elsewhere", async () => {
    for (const answer of Object.values<() => Response>(nowhere)) expect(answer().status).toBe(404);
  });
});
