import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { desk, value } from "../../../tests/support/people.ts";
import { changeImport, createImport, getImport } from "./imports.ts";
import { runImport } from "./run.ts";

await testDatabase();

const corpora = process.env.SOURCELINE_CORPORA ?? join(process.cwd(), "../shared/corpora");
const polnear = join(corpora, "polnear");
const reason = existsSync(polnear)
  ? ""
  : ` (skipped: ${polnear} is not there; name it with SOURCELINE_CORPORA)`;

/** Every text and every annotation of the corpus, as a folder dropped on the page would come. */
function corpus(): File[] {
  return ["train", "dev", "annotator-training"].flatMap((part) =>
    ["text", "attributions"].flatMap((folder) =>
      readdirSync(join(polnear, part, folder)).map(
        (name) => new File([readFileSync(join(polnear, part, folder, name))], `${part}/${folder}/${name}`),
      ),
    ),
  );
}

describe(`PolNeAR${reason}`, () => {
  it.skipIf(reason !== "")(
    "comes in whole: 928 texts, every span with its words",
    async () => {
      const { w, p, owner } = await desk();
      const begun = performance.now();
      const looked = value(await createImport(owner, w, p, { files: corpus() }));
      const labels = Object.fromEntries(
        looked.preview.labels.map(({ label }) => [
          label,
          /no-source/u.test(label) ? "anonymous_undescribed" : "named_statement",
        ]),
      );
      const mapped = value(await changeImport(owner, w, p, looked.id, { labels }));
      const between = performance.now();
      await runImport(owner, w, p, looked.id, { onProblems: "skip", submit: false }).then(value);
      await expect
        .poll(async () => value(await getImport(owner, w, p, looked.id)).state, { timeout: 120_000 })
        .toBe("done");
      const done = value(await getImport(owner, w, p, looked.id));
      process.stderr.write(
        `PolNeAR: looked at and mapped in ${Math.round(between - begun)} ms, in after ${Math.round(performance.now() - between)} ms more; ${JSON.stringify(done.result?.claims)}\n`,
      );
      process.stderr.write(
        JSON.stringify(
          {
            counts: mapped.preview.counts,
            n: mapped.problemCount,
            labels: mapped.preview.labels.map((l) => [l.label, l.count]),
            an: mapped.preview.annotators.length,
            codes: mapped.problems.reduce(
              (a: Record<string, number>, { code, severity }) => ({
                ...a,
                [`${code} ${severity}`]: (a[`${code} ${severity}`] ?? 0) + 1,
              }),
              {},
            ),
            ex: mapped.problems.filter((q) => q.severity !== "note").slice(0, 8),
          },
          null,
          1,
        ),
      );
      expect(await database().article.count({ where: { workspaceId: w } })).toBe(928);
      expect(done.result?.articles).toEqual({ created: 928, matched: 0 });
    },
    180_000,
  );
});
