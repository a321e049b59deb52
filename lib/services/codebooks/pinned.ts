import type { Codebook } from "#core/provenance/codebook.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { claimPlace } from "#lib/db/claim-places.ts";
import { findCodebook, newestCodebook } from "#lib/db/codebooks.ts";
import { findProject } from "#lib/db/projects.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { type Inside, query } from "../workspace.ts";

/** What a page is about: one project, one article, or the workspace as a whole. */
export type Place = { readonly project: string } | { readonly article: string } | "workspace";

/** The codebook that a page reads by: what its project pins, or for all projects together the newest version. */
export function codebookFor(
  caller: Caller,
  workspace: string,
  place: Place,
): Promise<Result<Codebook, Failure>> {
  return query(caller, workspace, async (inside) => {
    const codebook = await found(inside, place);
    return codebook ? ok(codebook) : fail(notFound("codebook"));
  });
}

async function found({ tx, permit }: Inside, place: Place): Promise<Codebook | null> {
  if (place === "workspace") {
    const newest = await newestCodebook(tx, permit);
    return newest && findCodebook(tx, permit, newest.id, newest.version);
  }
  if ("article" in place) return (await claimPlace(tx, permit, place.article))?.codebook ?? null;
  const project = await findProject(tx, permit, place.project);
  return project && findCodebook(tx, permit, project.codebookId, project.codebookVersion);
}
