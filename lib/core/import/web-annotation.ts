import { namesOf, type PlacedAnnotation, readAnnotationFiles } from "./annotation-files.ts";
import type { DatasetReader, ImportedDataset, ImportProblem } from "./dataset.ts";
import { readForeignAnnotations } from "./foreign-annotations.ts";
import { type JsonObject, listOf, objectOf, parseJson, textOf } from "./loose-json.ts";
import { type PlacedRecord, readSourcelineRecords } from "./sourceline-dataset.ts";

/**
 * Reads annotations of the W3C model, our own and others, in collections, pages, lists or lines. Our own carry their
 * record in a body, from which nothing is lost; what they say besides (links, relations) is in it, too. Others become
 * claims as `readForeignAnnotations` says. Problems: those of `readAnnotationFiles`, of `readSourcelineRecords` and of
 * `findSpan`.
 */
export const readWebAnnotations: DatasetReader = (files) => {
  const problems: ImportProblem[] = [];
  const { annotations, texts } = readAnnotationFiles(files, problems);
  const read = annotations.map((annotation) => ({ annotation, data: dataOf(annotation.value) }));
  const own = readOwn(read, problems);
  const others = read.filter(({ annotation, data }) => data === null && !isOurs(annotation.value));
  const foreign = readForeignAnnotations(
    others.map(({ annotation }) => annotation),
    texts,
    problems,
  );
  return {
    articles: [...own.articles, ...foreign.articles],
    sources: own.sources,
    claims: [...own.claims, ...foreign.claims],
    problems,
  };
};

type ReadAnnotation = { readonly annotation: PlacedAnnotation; readonly data: JsonObject | null };

/** The record in an annotation of ours, or null. */
function dataOf(annotation: JsonObject): JsonObject | null {
  const body = listOf(annotation.body).find((one) => namesOf(objectOf(one)?.type).includes("Dataset"));
  const data = objectOf(parseJson(textOf(objectOf(body)?.value) ?? ""));
  return data && (objectOf(data.claim) || objectOf(data.article)) ? data : null;
}

/** Links and relations that an export writes for others; the record of the claim says the same. */
function isOurs(annotation: JsonObject): boolean {
  return annotation["src:link"] !== undefined || annotation["src:relation"] !== undefined;
}

function readOwn(all: readonly ReadAnnotation[], problems: ImportProblem[]): ImportedDataset {
  const articles = new Map<string, PlacedRecord>();
  const sources = new Map<string, PlacedRecord>();
  const claims: PlacedRecord[] = [];
  for (const { annotation, data } of all) {
    const { place } = annotation;
    if (data?.article) articles.set(versionOf(data.article), { value: data.article, place });
    if (data?.claim) claims.push({ value: data.claim, place });
    for (const [id, value] of Object.entries(objectOf(data?.sources) ?? {}))
      if (value !== null) sources.set(id, { value, place });
  }
  // A claim that came alone: what its target says of the article is all there is.
  for (const { annotation, data } of all) {
    const claim = objectOf(data?.claim);
    const version = textOf(claim?.versionId);
    if (claim && version !== null && !articles.has(version))
      articles.set(version, { value: targetArticle(claim, annotation.value), place: annotation.place });
  }
  return readSourcelineRecords(
    { articles: [...articles.values()], sources: [...sources.values()], claims },
    problems,
  );
}

function versionOf(article: unknown): string {
  return textOf(objectOf(objectOf(article)?.version)?.id) ?? "";
}

function targetArticle(claim: JsonObject, annotation: JsonObject): object {
  const [target] = listOf(annotation.target);
  const source = objectOf(objectOf(target)?.source) ?? {};
  const url = textOf(source.id);
  return {
    id: claim.articleId,
    url: url?.startsWith("urn:") ? null : url,
    language: source.language,
    version: { id: claim.versionId, sha256: source["src:sha256"] },
  };
}
