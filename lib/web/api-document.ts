import { openApi } from "#lib/contracts/openapi.ts";
import { problemTypes } from "#lib/contracts/problems.ts";
import { environment } from "#lib/platform/environment.ts";
import { programVersion } from "./program.ts";

let written: ReturnType<typeof openApi> | undefined;

/** The API of this installation, described; written once. */
export function apiDocument() {
  written ??= openApi(programVersion, environment().publicUrl);
  return written;
}

/** The same for its readable pages, with the types of problems in short. */
export function apiDocs() {
  const problems = Object.entries(problemTypes).map(([slug, { title, status }]) => ({ slug, title, status }));
  return { document: apiDocument(), problems };
}
