import { type ArticleText, type ReadText, readArticleText } from "./article-text.ts";
import { type BratPair, bratPairs, stemOf } from "./brat-files.ts";
import { bratGraph, quotedMarks } from "./brat-graph.ts";
import { bratLines } from "./brat-lines.ts";
import type { DatasetReader, NamedFile, ReadOptions } from "./dataset.ts";
import { DatasetDraft } from "./draft.ts";
import { articleOf } from "./values.ts";

/**
 * Reads brat standoff: texts and their `.ann` files (https://brat.nlplab.org/standoff.html), ours and others'.
 * Offsets are code points and the truth; the words of a `T` line are their checksum. Where a text has line ends of two
 * characters, the count that fits more of the words is taken. Labels are roles by `roleOf`; a label that is none marks a
 * claim. A title is the name of the file.
 */
export const readBrat: DatasetReader = (files, options = {}) => {
  const all = new DatasetDraft();
  const texts = new Map<string, Texts>();
  for (const file of files) {
    const read = /\.txt$/iu.test(file.name) ? textsOf(all, file) : null;
    if (read) texts.set(file.name, read);
  }
  for (const pair of bratPairs(files)) readPair(all, pair, pair.text && texts.get(pair.text.name), options);
  return all.read();
};

/** A text as it is, and as a program counts it that makes every line end one character; null where that is the same. */
type Texts = { readonly asItIs: ArticleText; readonly withLf: ArticleText | null };

function textsOf(all: DatasetDraft, { name, text }: NamedFile): Texts | null {
  const place = { file: name, line: null, at: null };
  const asItIs = readArticleText(text, place);
  if (!asItIs.ok) {
    all.report([{ ...asItIs.problem, severity: "file" }]);
    return null;
  }
  all.article(articleOf({ title: stemOf(name) }, name, asItIs.article.index.text, place));
  const withLf = text.includes("\r") ? readArticleText(text.replace(/\r\n?/gu, "\n"), place) : null;
  return { asItIs: asItIs.article, withLf: articleIn(withLf) };
}

function articleIn(read: ReadText | null): ArticleText | null {
  return read?.ok ? read.article : null;
}

function readPair(
  all: DatasetDraft,
  { annotations, text, annotator }: BratPair,
  texts: Texts | null | undefined,
  options: ReadOptions,
): void {
  if (!text || !texts) {
    const message = text ? "Its text could not be taken in." : "The text it is about is not among the files.";
    const code = text ? "text-refused" : "text-missing";
    all.report([{ file: annotations.name, line: null, at: null, code, message, severity: "file" }]);
    return;
  }
  const lines = bratLines(annotations);
  const { asItIs, withLf } = texts;
  const isLf = withLf !== null && quotedMarks(lines, withLf) > quotedMarks(lines, asItIs);
  const given = { article: text.name, annotator, prefix: `${annotations.name}#` };
  const { graph, sources, problems } = bratGraph(lines, isLf ? withLf : asItIs, given, options);
  all.report(lines.problems);
  all.report(problems);
  all.sources(sources);
  all.graph(graph);
}
