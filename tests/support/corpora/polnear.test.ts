import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readBrat } from "#core/import/brat.ts";
import type { ImportedDataset, NamedFile } from "#core/import/dataset.ts";

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

/** A `T` line as it is written: its fragments in the order of the file, and the words it quotes for them. */
type Quote = { readonly spans: readonly (readonly [number, number])[]; readonly words: string };

/** Every `T` line of a file by its id, read by nothing but this. */
function quotesOf({ text }: NamedFile): ReadonlyMap<string, Quote> {
  const lines = [...text.matchAll(/^(T\d+)\t\S+ ([\d ;]+)\t(.*(?:\n(?![TERAM#]\d+\t|\*\t).*)*)/gmu)];
  return new Map(
    lines.map(([, id = "", offsets = "", words = ""]) => {
      const spans = offsets.split(";").map((fragment) => {
        const [start = -1, end = -1] = fragment.split(" ").map(Number);
        return [start, end] as const;
      });
      return [id, { spans, words }];
    }),
  );
}

/** What spans hold of a text but for white space, in order: fragments cut at a line end are one again. */
function held(text: readonly string[], spans: readonly (readonly [number, number])[]): string {
  const places = spans.flatMap(([start, end]) =>
    Array.from({ length: end - start }, (_, step) => start + step),
  );
  const sorted = [...new Set(places)].sort((one, other) => one - other);
  const words = sorted.map((place) => text[place]).join("");
  return words.normalize("NFC").replace(/\s+/gu, "");
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
      const texts = new Map(read.articles.map(({ key, text }) => [key, [...(text ?? "")]]));
      const raw = new Map(files.map(({ name, text }) => [name, [...text]]));
      const wrong = read.claims.filter(({ article, place, spans }) => {
        const said = quoted.get(place.file)?.get(place.at ?? "") ?? { spans: [], words: "" };
        const given = raw.get(article) ?? [];
        const words = said.spans.map(([start, end]) => given.slice(start, end).join("")).join(" ");
        const own = spans.map(({ start, end }) => [start, end] as const);
        return (
          held(texts.get(article) ?? [], own) !== held(given, said.spans) ||
          plain(words) !== plain(said.words)
        );
      });
      expect(wrong.map(({ place }) => place)).toEqual([]);
    },
    60_000,
  );
});
