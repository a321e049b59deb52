import { fail, ok, type Result } from "#core/result.ts";
import { authorize, type Permit } from "#lib/authz/authorize.ts";
import type { SourceRow } from "#lib/contracts/sources.ts";
import { lastMerge, mergeSources, unmergeSources } from "#lib/db/source-merges.ts";
import { findSources, type SourceRecord } from "#lib/db/sources.ts";
import type { Caller } from "../caller.ts";
import { type Failure, invalid, notFound } from "../failure.ts";
import { command, type Inside } from "../workspace.ts";
import { sourceAnswerOf } from "./read.ts";
import { recordSource } from "./record.ts";
import { isAnonymous } from "./rules.ts";

type Pair = { from: SourceRecord; into: SourceRecord; permit: Permit<"source:merge"> };

/**
 * Merges a source into another: chains that name it name the other, which keeps its names as aliases. Nothing is
 * deleted, and the audit row holds what was moved, so that `unmergeSource` can take it back. Answers the survivor.
 */
export function mergeSource(
  caller: Caller,
  workspace: string,
  id: string,
  input: { readonly into: string; readonly reason?: string | undefined },
): Promise<Result<SourceRow, Failure>> {
  return command(caller, workspace, async (inside) => {
    const pair = await pairOf(inside, id, input.into);
    if (!pair.ok) return pair;
    const { from, into, permit } = pair.value;
    const refused = refusal(pair.value, input.reason);
    if (refused) return fail(refused);
    const names = [from.name, ...from.aliases].filter((name) => name !== into.name);
    const moved = await mergeSources(inside.tx, permit, { from: id, into: into.id, names }, inside.at);
    const detail = { into: into.id, reason: input.reason ?? null, ...moved };
    recordSource(inside, "source.merged", { ...from, revision: from.revision + 1 }, detail, {
      into: into.id,
    });
    return sourceAnswerOf(inside, into.id);
  });
}

/** Takes the merge of a source back, as far as the chains have not been changed since. Answers the source. */
export function unmergeSource(
  caller: Caller,
  workspace: string,
  id: string,
): Promise<Result<SourceRow, Failure>> {
  return command(caller, workspace, async (inside) => {
    const [merged] = await findSources(inside.tx, inside.permit, [id]);
    if (!merged) return fail(notFound("source"));
    if (!merged.mergedInto) {
      return fail({
        kind: "conflict",
        code: "not-merged",
        detail: "This source was not merged into another.",
      });
    }
    const pair = await pairOf(inside, id, merged.mergedInto);
    if (!pair.ok) return pair;
    const { from, into, permit } = pair.value;
    const record = await lastMerge(inside.tx, permit, id);
    if (!record) throw new Error("a merged source has no audit row of its merge");
    await unmergeSources(inside.tx, permit, id, record, inside.at);
    const detail = { from: into.id };
    recordSource(inside, "source.unmerged", { ...from, revision: from.revision + 1 }, detail, detail);
    return sourceAnswerOf(inside, id);
  });
}

/** Both sources, held until the transaction ends. */
async function pairOf(
  { tx, permit, actor }: Inside,
  fromId: string,
  intoId: string,
): Promise<Result<Pair, Failure>> {
  const granted = authorize("source:merge", actor, { workspaceId: actor.workspaceId });
  const found = await findSources(tx, permit, [fromId, intoId], { lock: true });
  const from = found.find((source) => source.id === fromId.toLowerCase());
  const into = found.find((source) => source.id === intoId.toLowerCase());
  if (!granted.ok || !from) return fail(notFound("source"));
  if (!into) return fail(invalid("/into", "no such source"));
  return ok({ from, into, permit: granted.value });
}

function refusal({ from, into }: Pair, reason: string | undefined): Failure | null {
  if (from.id === into.id) return invalid("/into", "is the source itself");
  if (from.mergedInto || into.mergedInto) {
    const detail = `“${from.mergedInto ? from.name : into.name}” was merged into another source already.`;
    return { kind: "conflict", code: "source-merged", detail };
  }
  if (!isAnonymous(from.identification) && isAnonymous(into.identification)) {
    // Other articles' chains would name an entry of this one.
    return invalid("/into", "is an anonymous source of one article: merge that one into this one instead");
  }
  const isOfArticle = isAnonymous(from.identification) || isAnonymous(into.identification);
  if (isOfArticle && reason === undefined) {
    return invalid("/reason", "say why these anonymous sources are the same");
  }
  return null;
}
