import { fail, ok, type Result } from "#core/result.ts";
import { isAllowed, type Permit } from "#lib/authz/authorize.ts";
import type { Actor } from "#lib/authz/objects.ts";
import { findImport, type ImportRecord } from "#lib/db/annotation-imports.ts";
import type { ProjectRecord } from "#lib/db/projects.ts";
import { type Failure, notFound } from "../failure.ts";
import { importableProject, projectObject } from "../projects/access.ts";
import type { Inside } from "../workspace.ts";

type Facts = Pick<ImportRecord, "requestedBy">;
export type FoundImport = {
  readonly record: ImportRecord;
  readonly project: ProjectRecord;
  readonly permit: Permit<"article:import">;
};

/** What a file says of a blind layer is for its importer's eyes only, as the layer is. */
export function isImportVisible(actor: Actor, project: ProjectRecord, { requestedBy }: Facts): boolean {
  return project.mode === "shared" || requestedBy === actor.userId;
}

/** One's own imports, and an admin others': as with what was imported (rules.md 5). */
export function mayManage(actor: Actor, project: ProjectRecord, { requestedBy }: Facts): boolean {
  const object = { ...projectObject(actor, project), article: { importedBy: requestedBy } };
  return isAllowed("article:trash", actor, object) && isImportVisible(actor, project, { requestedBy });
}

/** An import its asker may look at, with leave to import into its project. */
export async function visibleImport(
  inside: Inside,
  project: string,
  id: string,
  { lock = false } = {},
): Promise<Result<FoundImport, Failure>> {
  const into = await importableProject(inside, project, { lock: false });
  if (!into.ok) return into;
  const record = await findImport(inside.tx, inside.permit, id, { lock });
  const isHere = record?.projectId === into.value.project.id;
  if (!record || !isHere || !isImportVisible(inside.actor, into.value.project, record)) {
    return fail(notFound("import"));
  }
  return ok({ record, ...into.value });
}

/** As `visibleImport`, held until the transaction ends, for who may change, run or take it back. */
export async function ownImport(
  inside: Inside,
  project: string,
  id: string,
): Promise<Result<FoundImport, Failure>> {
  const found = await visibleImport(inside, project, id, { lock: true });
  if (!found.ok) return found;
  return mayManage(inside.actor, found.value.project, found.value.record) ? found : fail(notFound("import"));
}
