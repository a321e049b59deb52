import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { RouteContract } from "#lib/contracts/route.ts";
import { refuseMethod } from "#lib/web/other-methods.ts";

const FOLDER = join(import.meta.dirname, "../../app/api/v1");
const CONTRACTS = join(import.meta.dirname, "../../lib/contracts/routes");
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** One operation as the file system has it. */
export type ApiRoute = {
  /** `PATCH /workspaces/{w}/claims/{c}`. */
  readonly key: string;
  readonly method: (typeof METHODS)[number];
  readonly path: string;
  readonly handler: Handler;
};

/** Every exported handler of every `route.ts` below `app/api/v1`: what can be called, whatever is written elsewhere. */
export async function apiRoutes(): Promise<readonly ApiRoute[]> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("route.ts"),
  );
  const found = await Promise.all(files.map(routesOf));
  return found.flat().toSorted((one, other) => one.key.localeCompare(other.key));
}

async function routesOf(file: string): Promise<ApiRoute[]> {
  const folder = relative(FOLDER, join(FOLDER, file, ".."))
    .split(sep)
    .join("/");
  const path = `/${folder.replaceAll("[", "{").replaceAll("]", "}")}`;
  const exported: Record<string, unknown> = await import(join(FOLDER, file));
  return METHODS.flatMap((method) => {
    const handler = exported[method];
    // Next gives these names to nothing but route handlers.
    return typeof handler === "function" && handler !== refuseMethod
      ? [{ key: `${method} ${path}`, method, path, handler: handler as Handler }]
      : [];
  });
}

/** Every contract there is, by the same key as its route. */
export async function contracts(): Promise<ReadonlyMap<string, RouteContract>> {
  const files = readdirSync(CONTRACTS).filter((file) => file.endsWith(".ts"));
  const modules = await Promise.all(files.map((file) => import(join(CONTRACTS, file))));
  const found = modules.flatMap((module) => Object.values(module)).filter(isContract);
  return new Map(found.map((contract) => [`${contract.method} ${contract.path}`, contract]));
}

function isContract(value: unknown): value is RouteContract {
  return (
    typeof value === "object" && value !== null && "method" in value && "path" in value && "scope" in value
  );
}
