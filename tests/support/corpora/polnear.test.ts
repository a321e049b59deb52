import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readBrat } from "#core/import/brat.ts";
import type { ImportedDataset, NamedFile } from "#core/import/dataset.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";

/**
 * PolNeAR 1.0 (Newell, Margolin, Ruths, LREC 2018) as its authors publish it. It states no licence, so it is not part of
 * the project: whoever has it says where in `SOURCELINE_CORPORA`, or keeps it in a folder beside the repository.
 */
const corpora = process.env.SOURCELINE_CORPORA ?? resolve(import.meta.dirname, "../../../../shared/corpora");
const root = join(corpora, "polnear");
const parts = ["train", "dev", "annotator-training"] as const;
const isHere = parts.every((part) => existsSync(join(root, part, "text")));

/** The texts are UTF-8, read as the tools of the corpus read them. */
function filesOf(part: string): readonly NamedFile[] {
  return ["text", "attributions"].flatMap((folder) =>
    readdirSync(join(root, part, folder))
      .filter((name) => /\.(?:txt|ann)$/u.test(name))
      .map((name) => ({
        name: `${part}/${folder}/${name}`,
        text: readFileSync(join(root, part, folder, name), "utf8"),
      })),
  );
}

const roles = { Discard: "ignore", Discuss: "ignore" } as const;
const plain = (text: string) => text.normalize("NFC").replace(/\s+/gu, " ").trim();

/** What each `T` line of a file quotes, by its id, read by nothing but this. */
function quotesOf({ text }: NamedFile): ReadonlyMap<string, string> {
  const lines = [...text.matchAll(/^(T\d+)\t[^\t]*\t((?:.*)(?:\n(?![TERAM#]\d+\t|\*\t).*)*)/gmu)];
  return new Map(lines.map(([, id = "", words = ""]) => [id, words]));
}

function counts(read: ImportedDataset) {
  const hops = read.claims.flatMap(({ chain }) => chain);
  const codes = new Map<string, number>();
  for (const { code } of read.problems) codes.set(code, (codes.get(code) ?? 0) + 1);
  return {
    articles: read.articles.length,
    claims: read.claims.length,
    attributed: read.claims.filter(({ chain }) => chain.length > 0).length,
    sources: hops.filter(({ mention }) => mention.length > 0).length,
    cues: hops.filter(({ cue }) => cue.length > 0).length,
    problems: Object.fromEntries(codes),
  };
}

describe.skipIf(!isHere)("PolNeAR, when it is at hand (SOURCELINE_CORPORA)", () => {
  const expected = { train: 840, dev: 84, "annotator-training": 4 };

  it.each(parts)("comes in with every span on its words: %s", (part) => {
    const files = filesOf(part);
    const read = readBrat(files, { roles });
    console.log(part, counts(read));
    const refused = read.problems.filter(({ severity }) => severity !== "note");
    console.log(refused.slice(0, 20));
    expect(read.articles).toHaveLength(expected[part]);
    const quoted = new Map(files.map((file) => [file.name, quotesOf(file)]));
    const indexes = new Map(read.articles.map(({ key, text }) => [key, new CodePointIndex(text ?? "")]));
    for (const { article, place, spans } of read.claims) {
      const words = spans.map((span) => indexes.get(article)?.slice(span)).join(" ");
      const said = quoted.get(place.file)?.get(place.at ?? "");
      expect(plain(words), `${place.file} ${place.at}`).toBe(plain(said ?? ""));
    }
  });
});
