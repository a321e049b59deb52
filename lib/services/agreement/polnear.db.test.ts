import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { alphaOf } from "#core/agreement/alpha.ts";
import { labelTokens, type RoleSpan } from "#core/agreement/token-labels.ts";
import { database } from "#lib/db/client.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { desk, join as joinDesk, type Person, value } from "../../../tests/support/people.ts";
import { changeImport, createImport, getImport } from "../annotation-imports/imports.ts";
import { runImport } from "../annotation-imports/run.ts";
import { read, start } from "./agreement.ts";
import { reckonWaiting } from "./run.ts";

await testDatabase();

const corpora = process.env.SOURCELINE_CORPORA ?? join(process.cwd(), "../shared/corpora");
const polnear = join(corpora, "polnear");
const reason = existsSync(polnear)
  ? ""
  : ` (skipped: ${polnear} is not there; name it with SOURCELINE_CORPORA)`;

type Coded = { readonly part: string; readonly name: string; readonly annotator: string };

/** What five people or more have annotated in common, with the texts. */
function inCommon(): { files: File[]; annotators: string[]; texts: number } {
  const coded: Coded[] = ["train", "dev"].flatMap((part) =>
    readdirSync(join(polnear, part, "attributions")).flatMap((file) => {
      const [, name = "", annotator = ""] = /^(.*)_([^_]+)\.ann$/u.exec(file) ?? [];
      return name === "" ? [] : [{ part, name, annotator }];
    }),
  );
  const counts = new Map<string, number>();
  for (const { name } of coded) counts.set(name, (counts.get(name) ?? 0) + 1);
  const common = coded.filter(({ name }) => (counts.get(name) ?? 0) >= 5);
  const paths = common.flatMap(({ part, name, annotator }) => [
    join(part, "text", `${name}.txt`),
    join(part, "attributions", `${name}_${annotator}.ann`),
  ]);
  return {
    files: [...new Set(paths)].map((path) => new File([readFileSync(join(polnear, path))], path)),
    annotators: [...new Set(common.map(({ annotator }) => annotator))].sort(),
    texts: new Set(common.map(({ name }) => name)).size,
  };
}

type Row = {
  layerId: string;
  articleId: string;
  role: "claim" | "mention" | "cue";
  start: number;
  end: number;
};

const roleOf = { claim: "content", mention: "source", cue: "cue" } as const;

/** Each coder's label of every whitespace token of an article, from the claims as they are stored here. */
async function labelled(workspaceId: string, articleId: string) {
  const { text } = await database().articleVersion.findFirstOrThrow({ where: { workspaceId, articleId } });
  const layers = await database().layer.findMany({
    where: { workspaceId, articleId, claims: { some: {} } },
    orderBy: { id: "asc" },
  });
  const rows = await database().$queryRaw<Row[]>`
    select c.layer_id::text as "layerId", c.article_id::text as "articleId", s.role::text as role,
      s.start_offset as start, s.end_offset as "end"
    from claims c join claim_spans s on s.workspace_id = c.workspace_id and s.claim_id = c.id
    where c.workspace_id = ${workspaceId}::uuid and c.article_id = ${articleId}::uuid
      and s.role in ('claim', 'mention', 'cue')`;
  const pointAt = (unit: number) => [...text.slice(0, unit)].length;
  const tokens = Array.from(text.matchAll(/\S+/gu), ({ index, 0: word }) => ({
    start: pointAt(index),
    end: pointAt(index + word.length),
  }));
  return layers.map(({ id }) => {
    const roles = rows
      .filter(({ layerId }) => layerId === id)
      .map(({ role, start, end }): RoleSpan => ({ role: roleOf[role], start, end }));
    return labelTokens(tokens, roles);
  });
}

describe(`PolNeAR in common${reason}`, () => {
  it.skipIf(reason !== "")(
    "comes out with the token-wise α that its makers' data have, through import and agreement",
    async () => {
      const { w, owner } = await desk();
      await database().project.updateMany({
        where: { workspaceId: w },
        data: { mode: "blind", layersPerArticle: 5 },
      });
      const { id: p } = await database().project.findFirstOrThrow({ where: { workspaceId: w } });
      const { files, annotators, texts } = inCommon();
      const people: Person[] = [];
      for (const _ of annotators) people.push(await joinDesk(w, "editor"));
      const looked = value(await createImport(owner, w, p, { files }));
      // Besides attributions the corpus has remarks of its makers ("Discuss", "Discard"), which nobody coded.
      const categories = { Attribution: "named_statement", "Attribution-no-source": "anonymous_undescribed" };
      const labels = Object.fromEntries(
        looked.preview.labels.map(({ label }) => [
          label,
          categories[label as keyof typeof categories] ?? null,
        ]), // `as`: any other is null
      );
      expect(Object.values(labels).filter((category) => category !== null)).toHaveLength(2);
      const layers = Object.fromEntries(annotators.map((name, at) => [name, people[at]?.id ?? ""]));
      const mapped = value(await changeImport(owner, w, p, looked.id, { labels, annotators: layers }));
      await runImport(owner, w, p, mapped.id, { onProblems: "skip", submit: false }).then(value);
      const done = async () => value(await getImport(owner, w, p, looked.id)).state;
      await expect.poll(done, { timeout: 120_000 }).toBe("done");
      const articles = await database().article.findMany({ where: { workspaceId: w }, select: { id: true } });
      expect(articles).toHaveLength(texts);

      // A token has a label of every coder of its text; where one of six did not code it, there are five.
      const units: string[][] = [];
      for (const { id } of articles) {
        const coders = await labelled(w, id);
        coders[0]?.forEach((_, token) => {
          units.push(coders.map((labels) => labels[token] ?? "none"));
        });
      }
      const alpha = alphaOf(units, "nominal").figure.value;
      console.info(
        `PolNeAR: ${texts} texts in common, ${units.length} tokens, token-wise α ${alpha?.toFixed(4)}`,
      );
      expect(Math.abs((alpha ?? 0) - 0.762)).toBeLessThan(0.005);

      // And the program's own agreement of the same layers, once they are finished and released.
      await database().$executeRaw`
        insert into article_works (workspace_id, layer_id, user_id, article_id, state, updated_at)
        select workspace_id, id, owner_id, article_id, 'finished', now() from layers l
        where workspace_id = ${w}::uuid and exists (select from claims c where c.layer_id = l.id)
        on conflict (workspace_id, layer_id, user_id) do update set state = 'finished'`;
      await database().layer.updateMany({ where: { workspaceId: w }, data: { releasedAt: new Date() } });
      value(await start(owner, w, p, { seed: 1, resamples: 200, gamma: false }));
      await reckonWaiting(w);
      const { report } = value(await read(owner, w, p));
      const { exactF1, halfF1 } = report?.unitizing ?? {};
      console.info(
        `PolNeAR: F1 exact ${exactF1?.value?.toFixed(3)}, Jaccard ≥ .5 ${halfF1?.value?.toFixed(3)}`,
      );
      // Pairwise F1 of contents that the literature gives for these texts: .65 and .79.
      expect(Math.abs((exactF1?.value ?? 0) - 0.65)).toBeLessThan(0.03);
      expect(Math.abs((halfF1?.value ?? 0) - 0.79)).toBeLessThan(0.03);
    },
    180_000,
  );
});
