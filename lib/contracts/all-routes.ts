import type { RouteContract } from "./route.ts";
import * as activity from "./routes/activity.ts";
import * as adjudication from "./routes/adjudication.ts";
import * as agreement from "./routes/agreement.ts";
import * as annotationImports from "./routes/annotation-imports.ts";
import * as articles from "./routes/articles.ts";
import * as assessments from "./routes/assessments.ts";
import * as assignments from "./routes/assignments.ts";
import * as calibration from "./routes/calibration.ts";
import * as claims from "./routes/claims.ts";
import * as codebooks from "./routes/codebooks.ts";
import * as comments from "./routes/comments.ts";
import * as events from "./routes/events.ts";
import * as exports from "./routes/exports.ts";
import * as identity from "./routes/identity.ts";
import * as layers from "./routes/layers.ts";
import * as notifications from "./routes/notifications.ts";
import * as presence from "./routes/presence.ts";
import * as projects from "./routes/projects.ts";
import * as reviews from "./routes/reviews.ts";
import * as sources from "./routes/sources.ts";
import * as webhooks from "./routes/webhooks.ts";
import * as workspaces from "./routes/workspaces.ts";

const modules = [
  ...[workspaces, projects, articles, annotationImports, claims, reviews],
  ...[assessments, comments, sources, exports, events, presence, assignments],
  ...[notifications, activity, identity, webhooks],
  ...[layers, agreement, adjudication, calibration, codebooks],
];

/** Every operation of the API, in the order the docs show them. A file of contracts left out fails a test. */
export const allRoutes: readonly RouteContract[] = modules.flatMap((module) =>
  // Every export of these files is a contract, which TypeScript does not say of modules this different.
  Object.values<unknown>(module).filter(isContract),
);

function isContract(value: unknown): value is RouteContract {
  return typeof value === "object" && value !== null && "method" in value && "path" in value;
}

const API = "/api/v1";
const patterns = allRoutes.map(({ path, method }) => ({
  method,
  path,
  pattern: new RegExp(`^${API}${path.replaceAll(/\{\w+\}/gu, "[^/]+")}/?$`, "u"),
}));
const parameters = (path: string) => path.split("{").length;

/** Methods of the operations at an address, HEAD with GET; where it fits two paths, of that with more words of its own. */
export function methodsAt(pathname: string): string[] {
  const found = patterns.filter(({ pattern }) => pattern.test(pathname));
  const fewest = Math.min(...found.map(({ path }) => parameters(path)));
  return found
    .filter(({ path }) => parameters(path) === fewest)
    .flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]));
}
