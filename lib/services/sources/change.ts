import { fail, ok, type Result } from "#core/result.ts";
import { authorize, type Permit } from "#lib/authz/authorize.ts";
import type { SourcePatch, SourceRow } from "#lib/contracts/sources.ts";
import { findSource, type SourceFields, type SourceRecord, updateSource } from "#lib/db/sources.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { command, type Inside } from "../workspace.ts";
import { sourceAnswerOf } from "./read.ts";
import { recordSource } from "./record.ts";
import { isAnonymous, sourceProblems } from "./rules.ts";

/** Corrects a source; `revision` is the one the caller has read. Claims keep naming it. */
export function changeSource(
  caller: Caller,
  workspace: string,
  id: string,
  revision: number,
  patch: SourcePatch,
): Promise<Result<SourceRow, Failure>> {
  return command(caller, workspace, async (inside) => {
    const found = await editable(inside, id, revision);
    if (!found.ok) return found;
    const { source, permit } = found.value;
    const change = changeOf(source, patch);
    const errors = await sourceProblems(inside, { ...source, ...change }, id);
    if (errors.length > 0) return fail({ kind: "invalid", errors });
    await updateSource(inside.tx, permit, id, change, inside.at);
    const after = { id, revision: source.revision + 1, articleId: source.articleId };
    recordSource(inside, "source.changed", after, { before: pick(source, change), after: change });
    return sourceAnswerOf(inside, id);
  });
}

type SourceChange = Partial<SourceFields> & { readonly aliases?: readonly string[] };

async function editable(
  inside: Inside,
  id: string,
  revision: number,
): Promise<Result<{ source: SourceRecord; permit: Permit<"source:edit"> }, Failure>> {
  const { tx, permit, actor } = inside;
  const source = await findSource(tx, permit, id, { lock: true });
  if (!source) return fail(notFound("source"));
  const granted = authorize("source:edit", actor, { workspaceId: actor.workspaceId });
  if (!granted.ok) return fail(notFound("source"));
  if (source.revision !== revision) {
    const current = await sourceAnswerOf(inside, id);
    return current.ok ? fail({ kind: "stale", current: current.value }) : current;
  }
  if (source.mergedInto) {
    const detail = "This source was merged into another one. Change that one, or take the merge back.";
    return fail({ kind: "conflict", code: "source-merged", detail });
  }
  return ok({ source, permit: granted.value });
}

/** Whoever is identified at last is no longer an entry of one article. */
function changeOf(source: SourceRecord, patch: SourcePatch): SourceChange {
  const isNamedNow = !isAnonymous(patch.identification ?? source.identification);
  const freed = source.articleId !== null && isNamedNow ? { articleId: null } : {};
  return { ...patch, ...freed, ...(patch.aliases && { aliases: [...new Set(patch.aliases)] }) };
}

function pick(source: SourceRecord, change: SourceChange): SourceChange {
  return Object.fromEntries(Object.entries(source).filter(([key]) => key in change));
}
