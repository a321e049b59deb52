import { fail, ok, type Result } from "#core/result.ts";
import type { Project } from "#lib/contracts/workspaces.ts";
import * as db from "#lib/db/projects.ts";
import type { Caller } from "../caller.ts";
import { pageOf, readCursor } from "../cursor.ts";
import { type Failure, notFound } from "../failure.ts";
import { query } from "../workspace.ts";
import { isProjectVisible } from "./access.ts";
import { projectAnswer } from "./answer.ts";

type Page = { readonly limit: number; readonly after?: string | undefined };

/** Projects of a workspace by name, archived ones too; a restricted one only to those it names and to admins. */
export function listProjects(
  caller: Caller,
  workspace: string,
  page: Page,
): Promise<Result<{ items: Project[]; next: string | null }, Failure>> {
  return query(caller, workspace, async ({ tx, permit, actor }) => {
    const after = readCursor("name", page.after);
    if (!after.ok) return after;
    const found = await db.listProjects(tx, permit, { limit: page.limit + 1, after: after.value });
    // A page may come out shorter than its limit, never with a project its reader may not know of.
    const { rows, next } = pageOf(found, page.limit, "name");
    const visible = rows.filter((project) => isProjectVisible(actor, project));
    return ok({ items: visible.map((project) => projectAnswer(actor, project)), next });
  });
}

export function getProject(
  caller: Caller,
  workspace: string,
  idOrSlug: string,
): Promise<Result<Project, Failure>> {
  return query(caller, workspace, async ({ tx, permit, actor }) => {
    const project = await db.findProject(tx, permit, idOrSlug);
    if (!project || !isProjectVisible(actor, project)) return fail(notFound("project"));
    return ok(projectAnswer(actor, project));
  });
}
