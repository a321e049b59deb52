import type { Codebook } from "#core/provenance/codebook.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { authorize, type Permit } from "#lib/authz/authorize.ts";
import { findCodebook } from "#lib/db/codebooks.ts";
import { findProject, type ProjectRecord } from "#lib/db/projects.ts";
import { type Failure, notFound } from "../failure.ts";
import { projectObject } from "../projects/access.ts";
import type { Inside } from "../workspace.ts";

export type Study = {
  readonly project: ProjectRecord;
  readonly permit: Permit<"agreement:read">;
  readonly codebook: Codebook;
};

/** A project whose agreement the caller may ask for, over the layers that they see. */
export async function studyOf(
  { tx, permit, actor }: Inside,
  idOrSlug: string,
): Promise<Result<Study, Failure>> {
  const project = await findProject(tx, permit, idOrSlug);
  const granted = project && authorize("agreement:read", actor, projectObject(actor, project));
  const codebook = project && (await findCodebook(tx, permit, project.codebookId, project.codebookVersion));
  return granted?.ok && codebook
    ? ok({ project, permit: granted.value, codebook })
    : fail(notFound("project"));
}
