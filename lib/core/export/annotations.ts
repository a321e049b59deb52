import type { ExportedClaim, ExportHeader } from "./dataset.ts";
import type { ExportedDocument, FileWriter, NamedText } from "./document.ts";
import { annotationContexts, annotationTarget, claimAnnotation } from "./web-annotation.ts";

/**
 * Everything an export says of a document, as annotations of the W3C model: one about the article, which holds its
 * record and text so that nothing is lost; one a claim (`claimAnnotation`); one a marked link of a chain, which
 * identifies who speaks there; and, as `linking` annotations whose body and target are other annotations, what joins
 * them. `src:relation` is `nestedIn`, `sameClaimAs` or `attributedBy`, from the target to the body.
 */
export function annotationsOf(header: ExportHeader, document: ExportedDocument): readonly object[] {
  const { claims, article, sources, index } = document;
  return [
    articleAnnotation(header, document),
    ...claims.map((claim) => claimAnnotation(header, { claim, article, sources }, index)),
    ...claims.flatMap((claim) => linkAnnotations(header, document, claim)),
    ...claims.flatMap((claim) => relations(header, claim)),
  ];
}

function articleAnnotation({ base, exportedAt }: ExportHeader, { article }: ExportedDocument): object {
  return {
    id: `${base}/articles/${article.id}/versions/${article.version.id}`,
    type: "Annotation",
    motivation: "describing",
    created: exportedAt,
    body: [
      { type: "TextualBody", purpose: "describing", format: "text/plain", value: article.title },
      {
        type: ["TextualBody", "Dataset"],
        purpose: "describing",
        format: "application/json",
        value: JSON.stringify({ article }),
      },
    ],
    target: article.url ?? `urn:uuid:${article.id}`,
  };
}

const claimIri = (base: string, id: string) => `${base}/claims/${id}`;
const linkIri = (base: string, id: string, order: number) => `${base}/claims/${id}/links/${order}`;

/** The claim's own links that are marked in the text, with their places in the chain, from 1. */
function markedLinks({ chain, inheritedLinks }: ExportedClaim) {
  return chain
    .map((hop, index) => ({ hop, order: index + 1, marks: [...hop.mention, ...hop.cue] }))
    .filter(({ order, marks }) => order > inheritedLinks && marks.length > 0);
}

function linkAnnotations(
  header: ExportHeader,
  { article, sources, index }: ExportedDocument,
  claim: ExportedClaim,
): readonly object[] {
  const { base } = header;
  return markedLinks(claim).map(({ hop, order, marks }) => ({
    id: linkIri(base, claim.id, order),
    type: "Annotation",
    motivation: "identifying",
    created: claim.createdAt,
    "src:link": order,
    body: hop.sources.flatMap((id) => {
      const name = sources.get(id)?.name;
      return [
        { type: "SpecificResource", purpose: "identifying", source: `${base}/sources/${id}` },
        ...(name ? [{ type: "TextualBody", purpose: "tagging", format: "text/plain", value: name }] : []),
      ];
    }),
    target: marks.map((span) => annotationTarget(article, index, span)),
  }));
}

function relations({ base }: ExportHeader, claim: ExportedClaim): readonly object[] {
  const own = claimIri(base, claim.id);
  const link = (name: string, relation: string, body: string) => ({
    id: `${own}#${name}`,
    type: "Annotation",
    motivation: "linking",
    created: claim.createdAt,
    "src:relation": relation,
    body,
    target: own,
  });
  return [
    ...(claim.parentId ? [link("nested-in", "nestedIn", claimIri(base, claim.parentId))] : []),
    ...(claim.sameClaimAs ? [link("same-claim-as", "sameClaimAs", claimIri(base, claim.sameClaimAs))] : []),
    ...markedLinks(claim).map(({ order }) =>
      link(`attributed-by-${order}`, "attributedBy", linkIri(base, claim.id, order)),
    ),
  ];
}

const collectionId = ({ base, project }: ExportHeader) => `${base}/exports/${project.id}`;
const labelOf = ({ project, workspace }: ExportHeader) => `${project.name}: claims of ${workspace.name}`;

function collectionHead(header: ExportHeader): object {
  return {
    "@context": annotationContexts(header.base),
    id: collectionId(header),
    type: "AnnotationCollection",
    label: labelOf(header),
    generator: { type: "Software", name: "Sourceline", id: header.base },
    generated: header.exportedAt,
  };
}

/**
 * A collection with one embedded page, and its `total` at the end, where it is known. Counts what it writes: one writer
 * is for one file. A collection of nothing has no page.
 */
export function annotationCollection(): FileWriter {
  let count = 0;
  const page = (header: ExportHeader) => `${collectionId(header)}/page1`;
  const opened = (header: ExportHeader) => {
    const partOf = { id: collectionId(header), label: labelOf(header) };
    const first = { id: page(header), type: "AnnotationPage", partOf, startIndex: 0 };
    return `,"first":${JSON.stringify(first).slice(0, -1)},"items":[\n`;
  };
  return {
    open: (header) => JSON.stringify(collectionHead(header)).slice(0, -1),
    write: (header, document) => {
      const written = annotationsOf(header, document).map((annotation) => JSON.stringify(annotation));
      const before = count === 0 ? opened(header) : ",\n";
      count += written.length;
      return before + written.join(",\n");
    },
    close: (header) =>
      count === 0 ? ',"total":0}\n' : `\n]},"last":${JSON.stringify(page(header))},"total":${count}}\n`,
  };
}

/** One annotation a line, each with its own `@context`, so that every line stands alone. */
export const annotationLines: FileWriter = {
  open: () => "",
  write: (header, document) => {
    const context = { "@context": annotationContexts(header.base) };
    return annotationsOf(header, document)
      .map((annotation) => `${JSON.stringify({ ...context, ...annotation })}\n`)
      .join("");
  },
  close: () => "",
};

/** Annotations of one page: what annotation servers hand out at a time. */
const PAGE = 1_000;

/**
 * A collection in files: `page-1.jsonld`, `page-2.jsonld`, … of at most 1,000 annotations, and last `collection.jsonld`,
 * which leads to them. At most two pages are held: which is the last one is known when no more comes.
 */
export async function* annotationPages(
  header: ExportHeader,
  documents: AsyncIterable<ExportedDocument> | Iterable<ExportedDocument>,
  size = PAGE,
): AsyncGenerator<NamedText> {
  let held: object[] = [];
  let pages = 0;
  let total = 0;
  for await (const document of documents) {
    held = held.concat(annotationsOf(header, document));
    while (held.length > size) {
      pages += 1;
      yield pageFile(header, pages, held.slice(0, size), total, true);
      held = held.slice(size);
      total += size;
    }
  }
  if (held.length > 0) {
    pages += 1;
    yield pageFile(header, pages, held, total, false);
    total += held.length;
  }
  const ends = pages === 0 ? {} : { first: pageIri(header, 1), last: pageIri(header, pages) };
  const collection = { ...collectionHead(header), total, ...ends };
  yield { name: "collection.jsonld", text: `${JSON.stringify(collection)}\n` };
}

const pageIri = (header: ExportHeader, page: number) => `${collectionId(header)}/page-${page}`;

/** `partOf` is an object: the working group's own checks refuse the bare IRI that the text allows. */
function pageFile(
  header: ExportHeader,
  page: number,
  items: readonly object[],
  startIndex: number,
  hasNext: boolean,
): NamedText {
  const written = {
    "@context": annotationContexts(header.base),
    id: pageIri(header, page),
    type: "AnnotationPage",
    partOf: { id: collectionId(header), type: "AnnotationCollection", label: labelOf(header) },
    ...(page > 1 ? { prev: pageIri(header, page - 1) } : {}),
    ...(hasNext ? { next: pageIri(header, page + 1) } : {}),
    startIndex,
    items,
  };
  return { name: `page-${page}.jsonld`, text: `${JSON.stringify(written)}\n` };
}
