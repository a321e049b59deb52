import { openApi } from "#lib/contracts/openapi.ts";
import { problemTypes } from "#lib/contracts/problems.ts";
import { environment } from "#lib/platform/environment.ts";
import { programVersion } from "./program.ts";

/** The API of this installation, described. */
export const apiDocument = () => openApi(programVersion, environment().publicUrl);

/** The same for its readable pages, with the types of problems in short. */
export function apiDocs() {
  const problems = Object.entries(problemTypes).map(([slug, { title, status }]) => ({ slug, title, status }));
  return { document: apiDocument(), problems };
}
