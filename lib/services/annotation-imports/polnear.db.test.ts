import { createHash } from "node:crypto";
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

/** Spans of the corpus, as its lines have them, for which no claim of that text says the same words. */
async function differing(workspaceId: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ words: string; hash: string }[]>`
    select v.sha256 as hash, string_agg(substring(v.text from s.start_offset + 1 for s.end_offset - s.start_offset), ' '
      order by s.ordinal) as words
    from claim_spans s join article_versions v on v.workspace_id = s.workspace_id and v.id = s.version_id
    where s.workspace_id = ${workspaceId}::uuid and s.role = 'claim' group by v.sha256, s.claim_id`;
  const plain = (words: string) => words.normalize("NFC").replace(/\s+/gu, "");
  const stored = new Set(rows.map(({ hash, words }) => `${hash} ${plain(words)}`));
  return contents().flatMap(({ text, words }) => {
    const key = `${createHash("sha256").update(text).digest("hex")} ${plain(words)}`;
    return stored.has(key) ? [] : [words];
  });
}

/** What the corpus marks as the content of an attribution: the text it is in, and its words by the line's offsets. */
function contents(): { text: string; words: string }[] {
  return ["train", "dev", "annotator-training"].flatMap((part) => {
    const folder = join(polnear, part, "attributions");
    return readdirSync(folder).flatMap((name) => {
      const path = join(polnear, part, "text", name.replace(/_[^_]+\.ann$/u, ".txt"));
      const raw = readFileSync(path, "utf8").replace(/\r\n?/gu, "\n");
      const text = raw.normalize("NFC");
      const points = [...raw];
      const lines = readFileSync(join(folder, name), "utf8").matchAll(/^T(\d+)\tContent ([\d ;]+)\t/gmu);
      const joined = readFileSync(join(folder, name), "utf8");
      return Array.from(lines).flatMap(([, id = "", spans = ""]) => {
        if (!new RegExp(`^E.*Content\\d*:T${id}\\b`, "mu").test(joined)) return [];
        const parts = spans.split(";").map((span) => span.split(" ").map(Number));
        parts.sort(([one = 0], [other = 0]) => one - other);
        return [{ text, words: parts.map(([start, end]) => points.slice(start, end).join("")).join(" ") }];
      });
    });
  });
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
      const seconds = (from: number, to: number) => `${((to - from) / 1_000).toFixed(1)} s`;
      console.info(
        `PolNeAR: looked at and mapped in ${seconds(begun, between)}, taken in after ${seconds(between, performance.now())} more: ${done.result?.claims.created} claims`,
      );
      // Two of its files hold the same text, which a project holds once.
      expect(await database().article.count({ where: { workspaceId: w } })).toBe(927);
      expect(mapped.preview.articles).toHaveLength(200);
      expect(mapped.preview.counts.articles).toEqual({ new: 927, known: 0, leftOut: 0 });
      expect(mapped.preview.counts.claims).toMatchObject({ leftOut: 0, already: 0 });
      expect(done.result?.claims).toMatchObject({ created: mapped.preview.counts.claims.found, leftOut: 0 });
      expect(
        mapped.problems.filter(({ code }) => code !== "link-without-claim" && /span|text/u.test(code)),
      ).toEqual([]);
      // Counted and not shown: the words belong to their publishers.
      expect((await differing(w)).length).toBe(0);
    },
    300_000,
  );
});
