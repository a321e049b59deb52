import { type ArticleText, type ReadText, readArticleText } from "./article-text.ts";
import { type BratPair, bratPairs, stemOf } from "./brat-files.ts";
import { bratGraph, quotedMarks } from "./brat-graph.ts";
import { bratLines } from "./brat-lines.ts";
import type {
  DatasetReader,
  ImportedArticle,
  ImportedClaim,
  ImportedSource,
  ImportProblem,
  NamedFile,
  ReadOptions,
} from "./dataset.ts";
import { readGraph } from "./graph.ts";
import { articleOf } from "./values.ts";

/**
 * Reads brat standoff: texts and their `.ann` files (https://brat.nlplab.org/standoff.html), ours and others'.
 * Offsets are code points and the truth; the words of a `T` line are their checksum. Where a text has line ends of two
 * characters, the count that fits more of the words is taken. Labels are roles by `roleOf`; a label that is none marks a
 * claim. A title is the name of the file.
 */
export const readBrat: DatasetReader = (files, options = {}) => {
  const all = new Dataset(options);
  const pairs = bratPairs(files);
  for (const file of files) if (/\.txt$/iu.test(file.name)) all.text(file);
  for (const pair of pairs) all.annotations(pair);
  return all.read();
};

type Texts = { readonly asItIs: ArticleText; readonly withLf: ArticleText | null };

class Dataset {
  readonly #options: ReadOptions;
  readonly #texts = new Map<string, Texts>();
  readonly #articles: ImportedArticle[] = [];
  readonly #sources = new Map<string, ImportedSource>();
  readonly #claims: ImportedClaim[] = [];
  readonly #problems: ImportProblem[] = [];

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  read() {
    const sources = [...this.#sources.values()];
    return { articles: this.#articles, sources, claims: this.#claims, problems: this.#problems };
  }

  text(file: NamedFile): void {
    const place = { file: file.name, line: null, at: null };
    const asItIs = readArticleText(file.text, place);
    if (!asItIs.ok) {
      this.#problems.push({ ...asItIs.problem, severity: "file" });
      return;
    }
    const withLf = file.text.includes("\r")
      ? readArticleText(file.text.replace(/\r\n?/gu, "\n"), place)
      : null;
    this.#texts.set(file.name, { asItIs: asItIs.article, withLf: articleIn(withLf) });
    const record = { title: stemOf(file.name) };
    this.#articles.push(articleOf(record, file.name, asItIs.article.index.text, place));
  }

  annotations({ annotations, text, annotator }: BratPair): void {
    const texts = text && this.#texts.get(text.name);
    if (!text || !texts) {
      const message = text
        ? "Its text could not be taken in."
        : "The text it is about is not among the files.";
      const code = text ? "text-refused" : "text-missing";
      this.#problems.push({ file: annotations.name, line: null, at: null, code, message, severity: "file" });
      return;
    }
    const lines = bratLines(annotations);
    const { asItIs, withLf } = texts;
    const isLf = withLf && quotedMarks(lines, withLf) > quotedMarks(lines, asItIs);
    const given = { article: text.name, annotator, prefix: `${annotations.name}#` };
    const built = bratGraph(lines, isLf ? withLf : asItIs, given, this.#options);
    const read = readGraph(built.graph);
    for (const source of [...built.sources, ...read.sources]) {
      if (!this.#sources.has(source.key)) this.#sources.set(source.key, source);
    }
    for (const claim of read.claims) this.#claims.push(claim);
    for (const problem of [...lines.problems, ...built.problems, ...read.problems])
      this.#problems.push(problem);
  }
}

function articleIn(read: ReadText | null): ArticleText | null {
  return read?.ok ? read.article : null;
}
