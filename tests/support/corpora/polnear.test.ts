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
/** Without white space: fragments that touch are joined by a space in the file, and are one span here. */
const plain = (text: string) => text.normalize("NFC").replace(/\s+/gu, "");

/** What each `T` line of a file quotes, by its id, read by nothing but this. */
function quotesOf({ text }: NamedFile): ReadonlyMap<string, string> {
  const lines = [...text.matchAll(/^(T\d+)\t[^\t]*\t((?:.*)(?:\n(?![TERAM#]\d+\t|\*\t).*)*)/gmu)];
  return new Map(lines.map(([, id = "", words = ""]) => [id, words]));
}

function counts(read: ImportedDataset) {
  const hops = read.claims.flatMap(({ chain }) => chain);
  const codes: Record<string, number> = {};
  for (const { code } of read.problems) codes[code] = (codes[code] ?? 0) + 1;
  return {
    texts: read.articles.length,
    claims: read.claims.length,
    attributed: read.claims.filter(({ chain }) => chain.length > 0).length,
    sources: hops.filter(({ mention }) => mention.length > 0).length,
    cues: hops.filter(({ cue }) => cue.length > 0).length,
    problems: codes,
  };
}

/** What is in the files: 36 events of `train` and one of `dev` have no content, so they attribute nothing. */
const expected = {
  train: {
    texts: 840,
    claims: 22_530,
    attributed: 22_522,
    sources: 20_895,
    cues: 22_520,
    problems: { "link-without-claim": 36, "note-left-out": 3, "stands-alone": 12 },
  },
  dev: {
    texts: 84,
    claims: 2322,
    attributed: 2322,
    sources: 2189,
    cues: 2322,
    problems: { "link-without-claim": 1 },
  },
  "annotator-training": { texts: 4, claims: 330, attributed: 330, sources: 323, cues: 330, problems: {} },
};

describe.skipIf(!isHere)("PolNeAR, where it is at hand (SOURCELINE_CORPORA says where)", () => {
  it.each(parts)(
    "comes in whole, with every span on its words: %s",
    (part) => {
      const files = filesOf(part);
      const read = readBrat(files, { roles });
      expect(counts(read)).toEqual(expected[part]);
      const quoted = new Map(files.map((file) => [file.name, quotesOf(file)]));
      const indexes = new Map(read.articles.map(({ key, text }) => [key, new CodePointIndex(text ?? "")]));
      const wrong = read.claims.filter(({ article, place, spans }) => {
        const words = spans.map((span) => indexes.get(article)?.slice(span)).join(" ");
        return plain(words) !== plain(quoted.get(place.file)?.get(place.at ?? "") ?? "");
      });
      expect(wrong.map(({ place }) => place)).toEqual([]);
    },
    60_000,
  );
});
