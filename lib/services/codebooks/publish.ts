import type { Codebook } from "#core/provenance/codebook.ts";
import { applyChanges, type CodebookChange } from "#core/provenance/codebook-change.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { authorize, type Permit } from "#lib/authz/authorize.ts";
import type {
  CodebookAnswer,
  CodebookPreview,
  PreviewInput,
  PublishInput,
} from "#lib/contracts/codebooks.ts";
import { usesOfCategories } from "#lib/db/codebook-claims.ts";
import { codebookVersions, findCodebook, publishVersion } from "#lib/db/codebooks.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { command, type Inside, query } from "../workspace.ts";
import { answerOf, changesBetween, labelIn } from "./read.ts";
import { fieldErrors } from "./words.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** What changes of the newest version would come to. Nothing is stored. */
export function preview(
  caller: Caller,
  workspace: string,
  id: string,
  { changes }: PreviewInput,
): Outcome<CodebookPreview> {
  return query(caller, workspace, async (inside) => {
    const editable = await editableCodebook(inside, id);
    if (!editable.ok) return editable;
    const { newest } = editable.value;
    const after = changed(newest, changes);
    if (!after.ok) return after;
    const between = changesBetween(newest, after.value);
    const touched = new Set(between.categories.map((one) => one.id));
    const uses = await usesOfCategories(inside.tx, inside.permit);
    return ok({ ...between, uses: uses.filter(({ category }) => touched.has(category)) });
  });
}

/**
 * Publishes the next version. `ifMatch` is the newest version its author knew: of two who publish at once the second is
 * told, and nothing of theirs is lost. No project is switched by it.
 */
export function publish(
  caller: Caller,
  workspace: string,
  id: string,
  ifMatch: number,
  { changes, note }: PublishInput,
): Outcome<CodebookAnswer> {
  return command(caller, workspace, async (inside) => {
    const editable = await editableCodebook(inside, id);
    if (!editable.ok) return editable;
    const { newest, granted } = editable.value;
    if (newest.version !== ifMatch) return stale(inside, id);
    const after = changed(newest, changes);
    if (!after.ok) return after;
    const stored = await publishVersion(inside.tx, granted, after.value, { note, at: inside.at });
    if (!stored) return stale(inside, id);
    const { version } = after.value;
    inside.journal.audit({
      action: "codebook.published",
      objectType: "codebook",
      objectId: id,
      // The contract's own JSON; what is undefined in it is not sent.
      detail: { version, note, changes: JSON.parse(JSON.stringify(changes)) },
    });
    inside.journal.announce({
      kind: "codebook.published",
      articleId: null,
      objectId: null,
      payload: { codebookId: id, version },
    });
    return answerOf(inside, id);
  });
}

async function stale(inside: Inside, id: string): Promise<Result<never, Failure>> {
  const current = await answerOf(inside, id);
  return current.ok ? fail({ kind: "stale", current: current.value }) : current;
}

async function editableCodebook(
  { tx, permit, actor }: Inside,
  id: string,
): Outcome<{ newest: Codebook; granted: Permit<"codebook:edit"> }> {
  const granted = authorize("codebook:edit", actor, { workspaceId: actor.workspaceId });
  const [head] = granted.ok ? await codebookVersions(tx, permit, id) : [];
  const newest = head && (await findCodebook(tx, permit, id, head.version));
  return granted.ok && newest ? ok({ newest, granted: granted.value }) : fail(notFound("codebook"));
}

function changed(codebook: Codebook, changes: readonly CodebookChange[]): Result<Codebook, Failure> {
  const after = applyChanges(codebook, changes);
  return after.ok ? after : fail({ kind: "invalid", errors: fieldErrors(after.failure, labelIn(codebook)) });
}
