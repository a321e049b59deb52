import { allowedActions } from "#lib/authz/allowed-actions.ts";
import type { Actor } from "#lib/authz/objects.ts";
import type { Project } from "#lib/contracts/workspaces.ts";
import type { ProjectRecord } from "#lib/db/projects.ts";
import { projectObject } from "./access.ts";

/** A project as its viewer is answered. */
export function projectAnswer(actor: Actor, project: ProjectRecord): Project {
  const { codebookId, codebookVersion, createdAt, archivedAt } = project;
  return {
    id: project.id,
    slug: project.slug,
    name: project.name,
    description: project.description,
    mode: project.mode,
    approvalsNeeded: project.approvalsNeeded,
    layersPerArticle: project.layersPerArticle,
    restricted: project.restricted,
    memberIds: [...project.memberIds],
    codebook: { id: codebookId, version: codebookVersion },
    disabledCategories: [...project.disabledCategories],
    revision: project.revision,
    createdAt: createdAt.toISOString(),
    archivedAt: archivedAt?.toISOString() ?? null,
    actions: [...allowedActions(actor, projectObject(actor, project))],
  };
}
