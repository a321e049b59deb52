import { passagesBehind } from "#core/agreement/study.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type {
  Agreement,
  AgreementPassages,
  AgreementRun,
  AgreementStart,
  PassagesQuery,
  ShownReport,
} from "#lib/contracts/agreement.ts";
import { type ComparableArticle, comparableArticles } from "#lib/db/agreement.ts";
import * as db from "#lib/db/agreement-runs.ts";
import { claimsById } from "#lib/db/claims.ts";
import { readingOf } from "#lib/db/review-queue.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { conflict } from "../claims/refusals.ts";
import type { Failure } from "../failure.ts";
import { wake } from "../jobs/worker.ts";
import { command, type Inside, query } from "../workspace.ts";
import { studyOf } from "./access.ts";
import { talliesOf } from "./tallies.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** Passages that one answer holds. */
const MOST_PASSAGES = 100;

/** The newest report that the caller may see, what has changed since, and the reckoning they wait for. */
export function read(caller: Caller, workspace: string, project: string): Outcome<Agreement> {
  return query(caller, workspace, async (inside) => {
    const study = await studyOf(inside, project);
    if (!study.ok) return study;
    const { project: record, permit } = study.value;
    const articles = await comparableArticles(inside.tx, permit, record.id);
    const [newest, open] = [
      await db.newestReport(inside.tx, permit, record.id),
      await db.openRunOf(inside.tx, inside.permit, record.id),
    ];
    return ok({
      articles: articles.length,
      report: newest && {
        ...stored(newest.report),
        at: newest.finishedAt?.toISOString() ?? newest.createdAt.toISOString(),
        gamma: newest.options.gamma,
        codebook: { id: record.codebookId, version: newest.codebookVersion },
        changed: changedSince(newest.fingerprints, articles),
        titles: Object.fromEntries(
          articles
            .filter(({ articleId }) => articleId in newest.fingerprints)
            .map(({ articleId, title }) => [articleId, title]),
        ),
      },
      run: open && present(open),
    });
  });
}

/** An answer is written out and nothing else, so the stored report needs no copy that may be changed. */
const stored = (report: db.DoneRun["report"]) => report as unknown as Omit<ShownReport, keyof Shown>;
type Shown = Pick<ShownReport, "at" | "gamma" | "codebook" | "changed" | "titles">;

/** Articles that came, went or changed since a report was made. */
function changedSince(before: Readonly<Record<string, string>>, now: readonly ComparableArticle[]): number {
  const known = new Map(Object.entries(before));
  const same = now.filter(({ articleId, fingerprint }) => known.get(articleId) === fingerprint).length;
  const gone = [...known.keys()].filter((id) => !now.some(({ articleId }) => articleId === id)).length;
  return now.length - same + gone;
}

/** Has agreement reckoned in the background; while the caller waits for one already, that one is answered. */
export async function start(
  caller: Caller,
  workspace: string,
  project: string,
  { seed, resamples, gamma }: AgreementStart,
): Outcome<AgreementRun> {
  const started = await command(caller, workspace, async (inside) => {
    const study = await studyOf(inside, project);
    if (!study.ok) return study;
    const { project: record, permit, codebook } = study.value;
    const open = await db.openRunOf(inside.tx, inside.permit, record.id);
    if (open && open.state !== "failed") return ok(present(open));
    const articles = await comparableArticles(inside.tx, permit, record.id);
    if (articles.length === 0) return fail(conflict("nothing-to-compare", nothing(record.mode)));
    const id = newId();
    const options = { seed, resamples, gamma };
    const run = {
      id,
      projectId: record.id,
      options,
      codebookVersion: codebook.version,
      createdAt: inside.at,
    };
    await db.insertRun(inside.tx, permit, run);
    inside.journal.audit({
      action: "agreement.asked",
      objectType: "project",
      objectId: record.id,
      detail: { runId: id, ...options },
    });
    const made = await db.openRunOf(inside.tx, inside.permit, record.id);
    if (!made) throw new Error("a run just asked for is not there");
    return ok(present(made));
  });
  if (started.ok) wake("agreement");
  return started;
}

const nothing = (mode: "shared" | "blind") =>
  mode === "shared"
    ? "In a shared project everybody works in one layer, so there is nothing to compare. Agreement needs a blind project."
    : "No article has two layers yet that are finished and that you may see. Layers are seen by others once they are released.";

/** The passages behind one cell of the confusion of two coders, as far as the caller sees them now. */
export function passages(
  caller: Caller,
  workspace: string,
  project: string,
  { a, b, row, column }: PassagesQuery,
): Outcome<AgreementPassages> {
  return query(caller, workspace, async (inside) => {
    const study = await studyOf(inside, project);
    if (!study.ok) return study;
    const { project: record, permit, codebook } = study.value;
    const articles = await comparableArticles(inside.tx, permit, record.id);
    const plain = { gamma: false, seed: 0 };
    const { tallies } = await talliesOf(inside.tx, permit, articles, codebook, plain);
    const cell = { row: row ?? null, column: column ?? null };
    const found = passagesBehind(tallies, { a, b }, cell);
    const titles = new Map(articles.map(({ articleId, title }) => [articleId, title]));
    const shown = found.slice(0, MOST_PASSAGES);
    return ok({
      count: found.length,
      items: await shownPassages(
        inside,
        shown.map((passage) => ({ ...passage, articleTitle: titles.get(passage.articleId) ?? "" })),
      ),
    });
  });
}

type Behind = { articleId: string; articleTitle: string; a: string | null; b: string | null };

async function shownPassages(inside: Inside, behind: readonly Behind[]): Promise<AgreementPassages["items"]> {
  const ids = behind.flatMap(({ a, b }) => [a, b].flatMap((id) => id ?? []));
  const claims = new Map((await claimsById(inside.tx, inside.permit, ids)).map((claim) => [claim.id, claim]));
  const texts = new Map<string, CodePointIndex>();
  const side = async (id: string | null) => {
    const claim = id === null ? undefined : claims.get(id);
    if (!claim) return null;
    let index = texts.get(claim.versionId);
    if (!index) {
      index = new CodePointIndex((await readingOf(inside.tx, inside.permit, claim.id))?.text ?? "");
      texts.set(claim.versionId, index);
    }
    const words = index;
    return { claimId: claim.id, fragments: claim.content.spans.map((span) => words.slice(span)) };
  };
  const shown: AgreementPassages["items"] = [];
  for (const { articleId, articleTitle, a, b } of behind) {
    shown.push({ articleId, articleTitle, a: await side(a), b: await side(b) });
  }
  return shown;
}

function present({ id, state, articlesDone, articlesTotal, error, createdAt }: db.RunRow): AgreementRun {
  return {
    ...{ id, articlesDone, articlesTotal, error },
    // A done run is answered as its report, not as one that is waited for.
    state: state === "done" ? "running" : state,
    createdAt: createdAt.toISOString(),
  };
}
