import { normaliseFragments } from "../text/spans.ts";
import { namesOf, type PlacedAnnotation } from "./annotation-files.ts";
import { findSpan } from "./annotation-selectors.ts";
import { type ArticleText, readArticleText } from "./article-text.ts";
import type { ImportedArticle, ImportedClaim, ImportProblem, NamedFile, Place } from "./dataset.ts";
import { type JsonObject, listOf, objectOf, textOf } from "./loose-json.ts";

type Foreign = { readonly articles: readonly ImportedArticle[]; readonly claims: readonly ImportedClaim[] };
type KnownArticle = { readonly article: ImportedArticle; readonly text: ArticleText | null };

/**
 * Annotations of other programs as claims. A body for `tagging` or `classifying` is the claim's label; one for
 * `describing`, or a bare `bodyValue`, its statement; comments are left out with a note. Fragments of a `List` or
 * `Composite` are one claim; several targets without such a frame are one claim each, as the model has it (3.2.2).
 * An article is the source of targets; its text is the file whose name is the last part of the source's IRI, or the
 * only one there is. Notes: `several-targets`, `several-labels`, `comment-left-out`; problems: `no-target`, and those
 * of `findSpan`.
 */
export function readForeignAnnotations(
  annotations: readonly PlacedAnnotation[],
  texts: readonly NamedFile[],
  problems: ImportProblem[],
): Foreign {
  const articles = new Map<string, KnownArticle>();
  const claims = new Map<string, ImportedClaim>();
  const articleOf = (iri: string, place: Place): KnownArticle => {
    const known = articles.get(iri) ?? foreignArticle(iri, texts, place, problems);
    articles.set(iri, known);
    return known;
  };
  for (const { value, place } of annotations) {
    const groups = fragmentGroups(value.target);
    if (groups.length === 0) problems.push(row(place, "no-target", "The annotation has no target."));
    if (groups.length > 1)
      problems.push(note(place, "several-targets", `It has ${groups.length} targets: a claim for each.`));
    const said = wordsOf(value, place, problems);
    for (const [order, group] of groups.entries()) {
      const read = readGroup(group, articleOf, place);
      if ("code" in read) problems.push(read);
      else addClaim(claims, value, place, { ...said, ...read }, order);
    }
  }
  return { articles: [...articles.values()].map(({ article }) => article), claims: [...claims.values()] };
}

type Said = Pick<ImportedClaim, "label" | "statement">;
type Read = Pick<ImportedClaim, "article" | "spans" | "exact">;

function addClaim(
  claims: Map<string, ImportedClaim>,
  annotation: JsonObject,
  place: Place,
  read: Said & Read,
  order: number,
): void {
  const id = textOf(annotation.id) ?? `${place.file}#${claims.size + 1}`;
  const first = order === 0 ? id : `${id} ${order + 1}`;
  // Two annotations of one id are both kept: nothing says which is meant.
  const key = claims.has(first) ? `${first} #${claims.size + 1}` : first;
  claims.set(key, {
    ...read,
    key,
    id: null,
    annotator: annotatorOf(annotation.creator),
    place,
    kind: null,
    provenance: null,
    chain: [],
    inheritedLinks: 0,
    parent: null,
    sameClaimAs: null,
    group: null,
    hedges: [],
    flags: [],
  });
}

function annotatorOf(creator: unknown): string | null {
  const [first] = Array.isArray(creator) ? creator : [creator];
  const person = objectOf(first) ?? {};
  return textOf(person.name) ?? textOf(person.nickname) ?? textOf(person.id) ?? textOf(first);
}

/** Targets that make a claim each, every one a list of fragments. */
function fragmentGroups(target: unknown): readonly (readonly unknown[])[] {
  const targets = Array.isArray(target) ? target : target === undefined ? [] : [target];
  return targets.map((one) => {
    const given = objectOf(one) ?? {};
    const isFramed = namesOf(given.type).some((type) => type === "List" || type === "Composite");
    return isFramed ? listOf(given.items) : [one];
  });
}

function readGroup(
  fragments: readonly unknown[],
  articleOf: (iri: string, place: Place) => KnownArticle,
  place: Place,
): Read | ImportProblem {
  const found: { readonly start: number; readonly end: number; readonly exact: string | null }[] = [];
  const iris = new Set(fragments.map(sourceOf));
  const [iri] = iris;
  if (iri === undefined || iri === null || iris.size > 1)
    return row(place, "no-target", "Its target does not name one text.");
  const { article, text } = articleOf(iri, place);
  for (const fragment of fragments) {
    const span = findSpan(text, objectOf(fragment)?.selector, place);
    if (!span.ok) return span.problem;
    found.push({ ...span.span, exact: span.exact });
  }
  const spans = normaliseFragments(found.map(({ start, end }) => ({ start, end })));
  const exact = spans.map(
    ({ start, end }) => found.find((one) => one.start === start && one.end === end)?.exact ?? null,
  );
  return { article: article.key, spans, exact };
}

/** The IRI of the text that a target is about. */
function sourceOf(target: unknown): string | null {
  const given = objectOf(target);
  const source = given?.source ?? given?.id ?? target;
  return textOf(source) ?? textOf(objectOf(source)?.id);
}

function foreignArticle(
  iri: string,
  texts: readonly NamedFile[],
  place: Place,
  problems: ImportProblem[],
): KnownArticle {
  const file =
    texts.find(({ name }) => stem(name) === stem(iri)) ?? (texts.length === 1 ? texts[0] : undefined);
  const read = file ? readArticleText(file.text, { file: file.name, line: null, at: null }) : null;
  if (read && !read.ok) problems.push(read.problem);
  const text = read?.ok ? read.article : null;
  const article = {
    key: iri,
    id: null,
    title: file ? stem(file.name) : null,
    outlet: null,
    byline: null,
    url: /^https?:/iu.test(iri) ? iri : null,
    publishedAt: null,
    language: null,
    direction: null,
    text: text?.index.text ?? null,
    sha256: null,
    blocks: null,
    place,
  };
  return { article, text };
}

/** `https://example.org/news/ferry.html?x#y` and `texts/ferry.txt` are both `ferry`. */
function stem(address: string): string {
  const path = address.replace(/[?#].*$/su, "").replace(/\/+$/u, "");
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/u, "");
}

function wordsOf(annotation: JsonObject, place: Place, problems: ImportProblem[]): Said {
  const bodies = bodiesOf(annotation);
  const texts = (...purposes: readonly string[]) =>
    bodies.filter(({ purpose }) => purposes.includes(purpose)).map(({ text }) => text);
  const labels = texts("tagging", "classifying");
  const [statement = ""] = texts("describing");
  if (labels.length > 1)
    problems.push(note(place, "several-labels", `Of its ${labels.length} labels the first is read.`));
  if (texts("commenting", "replying", "questioning", "assessing").length > 0)
    problems.push(
      note(place, "comment-left-out", "A comment says nothing that the text says; it is left out."),
    );
  return { label: labels[0] ?? null, statement };
}

/** What each body says, and what for: its own purpose, or the annotation's motivation, or else to describe. */
function bodiesOf(annotation: JsonObject): readonly { readonly purpose: string; readonly text: string }[] {
  const [motivation = "describing"] = namesOf(annotation.motivation);
  const own = motivation === "highlighting" || motivation === "identifying" ? "describing" : motivation;
  const bodies = Array.isArray(annotation.body) ? annotation.body : [annotation.body, annotation.bodyValue];
  return bodies.flatMap((body) => {
    const given = objectOf(body);
    const text = given ? (textOf(given.value) ?? nameIn(given.source ?? given.id)) : textOf(body);
    return text ? [{ purpose: textOf(given?.purpose) ?? own, text }] : [];
  });
}

/** The name at the end of a vocabulary's IRI. */
function nameIn(iri: unknown): string | null {
  return (textOf(iri) ?? textOf(objectOf(iri)?.id))?.split(/[#/]/u).at(-1) ?? null;
}

function row(place: Place, code: string, message: string): ImportProblem {
  return { ...place, code, message, severity: "row" };
}

function note(place: Place, code: string, message: string): ImportProblem {
  return { ...place, code, message, severity: "note" };
}
