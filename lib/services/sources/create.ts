import { fail, type Result } from "#core/result.ts";
import { authorize } from "#lib/authz/authorize.ts";
import type { SourceCreate, SourceRow } from "#lib/contracts/sources.ts";
import { insertSource, type SourceFields, sourceExists } from "#lib/db/sources.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { command } from "../workspace.ts";
import { sourceAnswerOf } from "./read.ts";
import { recordSource } from "./record.ts";
import { sourceProblems } from "./rules.ts";

/** Enters a source into the registry. The same `id` again answers the source that is there. */
export function createSource(
  caller: Caller,
  workspace: string,
  { id = newId(), aliases = [], ...input }: SourceCreate,
): Promise<Result<SourceRow, Failure>> {
  return command(caller, workspace, async (inside) => {
    const { tx, permit, actor, at } = inside;
    const granted = authorize("source:edit", actor, { workspaceId: actor.workspaceId });
    if (!granted.ok) return fail(notFound("workspace"));
    // One that the caller may not see is not found, as everywhere.
    if (await sourceExists(tx, permit, id)) return sourceAnswerOf(inside, id);
    const source: SourceFields = { ...unstated, ...input };
    const errors = await sourceProblems(inside, source, id);
    if (errors.length > 0) return fail({ kind: "invalid", errors });
    await insertSource(tx, granted.value, { ...source, id, aliases, at });
    recordSource(
      inside,
      "source.created",
      { id, revision: 1, articleId: source.articleId },
      { name: source.name },
    );
    return sourceAnswerOf(inside, id);
  });
}

const unstated = {
  documentType: null,
  affiliation: null,
  role: null,
  roleTitle: null,
  roleStatus: null,
  issuedBy: null,
  wikidata: null,
  access: null,
  motive: null,
  expertise: null,
  notes: "",
  articleId: null,
} as const;
