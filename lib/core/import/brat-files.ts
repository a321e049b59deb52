import type { NamedFile } from "./dataset.ts";

/** An `.ann` with its text, if there is one, and who made it, as far as its name tells. */
export type BratPair = {
  readonly annotations: NamedFile;
  readonly text: NamedFile | null;
  /** What stands after the last `_` of its name where the text's name does not go on so far. */
  readonly annotator: string | null;
};

/**
 * Which text belongs to which annotations: the one of the same name beside it, else of the same name in another folder,
 * else of its name without the last `_…`, which is then the annotator. Of several, the one in the nearest folder.
 */
export function bratPairs(files: readonly NamedFile[]): readonly BratPair[] {
  const texts = new Map<string, NamedFile[]>();
  for (const file of files.filter(({ name }) => /\.txt$/iu.test(name))) {
    const stem = stemOf(file.name);
    const list = texts.get(stem);
    if (list) list.push(file);
    else texts.set(stem, [file]);
  }
  return files
    .filter(({ name }) => /\.ann\d?$/iu.test(name))
    .map((annotations) => {
      const stem = stemOf(annotations.name);
      const same = nearest(annotations.name, texts.get(stem));
      const cut = stem.lastIndexOf("_");
      if (same || cut < 0) return { annotations, text: same, annotator: null };
      const text = nearest(annotations.name, texts.get(stem.slice(0, cut)));
      return { annotations, text, annotator: text && stem.slice(cut + 1) };
    });
}

/** The name without folders and extension: what brat takes for the name of a document. */
export function stemOf(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1).replace(/\.[^.]*$/u, "");
}

function nearest(name: string, candidates: readonly NamedFile[] = []): NamedFile | null {
  let best: NamedFile | null = null;
  let most = -1;
  for (const file of candidates) {
    const shared = sharedFolders(name, file.name);
    if (shared <= most) continue;
    best = file;
    most = shared;
  }
  return best;
}

function sharedFolders(one: string, other: string): number {
  const [mine, theirs] = [one.split("/").slice(0, -1), other.split("/").slice(0, -1)];
  const parting = mine.findIndex((folder, depth) => folder !== theirs[depth]);
  return parting < 0 ? mine.length : parting;
}
