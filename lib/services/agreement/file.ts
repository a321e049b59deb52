import { figureRows, reliabilityRows } from "#core/agreement/reliability-csv.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { isAllowed } from "#lib/authz/authorize.ts";
import type { AgreementFileQuery } from "#lib/contracts/agreement.ts";
import { comparableArticles } from "#lib/db/agreement.ts";
import { newestReport } from "#lib/db/agreement-runs.ts";
import type { Caller } from "../caller.ts";
import { conflict } from "../claims/refusals.ts";
import { type Failure, notFound } from "../failure.ts";
import { projectObject } from "../projects/access.ts";
import { command, type Inside } from "../workspace.ts";
import { type Study, studyOf } from "./access.ts";
import { talliesOf } from "./tallies.ts";

/** A file as it is written, row by row. */
export type AgreementFile = {
  readonly chunks: AsyncIterable<string>;
  readonly mediaType: "text/csv; charset=utf-8";
  readonly fileName: string;
};

/** Milliseconds in which the layers of a large project may be read anew. */
const LONG = { timeout: 60_000 };

/**
 * The figures of the newest report that the caller may see, or the data they are made from. The data are what people
 * coded, approved or not, so they are for whoever may take drafts away. That it was asked for stands in the audit.
 */
export async function file(
  caller: Caller,
  workspace: string,
  project: string,
  query: AgreementFileQuery,
): Promise<Result<AgreementFile, Failure>> {
  const work = async (inside: Parameters<Parameters<typeof command>[2]>[0]) => {
    const study = await studyOf(inside, project);
    if (!study.ok) return study;
    const rows = await rowsOf(inside, study.value, query);
    if (!rows.ok) return rows;
    const { id, slug } = study.value.project;
    inside.journal.audit({
      action: "agreement.exported",
      objectType: "project",
      objectId: id,
      detail: { what: query.what },
    });
    const fileName = `${slug}-agreement-${query.what}-${inside.at.toISOString().slice(0, 10)}.csv`;
    return ok({ chunks: streamed(rows.value), mediaType: "text/csv; charset=utf-8" as const, fileName });
  };
  return command(caller, workspace, work, LONG);
}

async function rowsOf(
  { tx, permit: inside, actor }: Inside,
  { project, permit, codebook }: Study,
  { what, bom, cells }: AgreementFileQuery,
): Promise<Result<Iterable<string>, Failure>> {
  const options = { hasBom: bom === "true", guard: cells };
  if (what === "numbers") {
    const newest = await newestReport(tx, permit, project.id);
    return newest ? ok(figureRows(newest.report, options)) : fail(notReckoned);
  }
  if (!isAllowed("export:drafts", actor, projectObject(actor, project))) return fail(notFound("matrix"));
  const articles = await comparableArticles(tx, permit, project.id);
  const plain = { gamma: false, seed: 0 };
  const { tallies } = await talliesOf(tx, inside, articles, codebook, plain);
  return ok(reliabilityRows(tallies, undefined, options));
}

const notReckoned: Failure = conflict(
  "nothing-to-compare",
  "No agreement has been computed yet that you may see. Compute it first.",
);

/** A few rows at a time: one by one they would be as many packets. */
async function* streamed(rows: Iterable<string>): AsyncGenerator<string> {
  let held = "";
  for (const row of rows) {
    held += row;
    if (held.length < 65_536) continue;
    yield held;
    held = "";
  }
  if (held !== "") yield held;
}
