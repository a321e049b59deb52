import type { CodePointIndex } from "../text/code-point-index.ts";
import type { Span } from "../text/span.ts";
import { tokensOf } from "../text/tokens.ts";
import { casName, casTypes, dkpro, relationType, type Slot, slotType, spanTypes } from "./cas-types.ts";
import type { ExportedDocument, FolderWriter } from "./document.ts";
import {
  facetValues,
  fileStem,
  implicitName,
  type Mark,
  type MarkedClaim,
  type MarkedDocument,
  type MarkedLink,
  type MarkLabel,
  markedDocument,
} from "./marks.ts";
import { tieTypes } from "./ties.ts";

/**
 * UIMA CAS JSON 0.4.0 (https://github.com/apache/uima-uimaj-io-jsoncas), one CAS an article, as INCEpTION imports it.
 * Offsets are UTF-16 units. A link of a chain is a span `custom.ChainLink` with slots for its claim, source, cue and
 * addressee. A span has one stretch there: the first fragment stands for the mark, the others are tied to it by a
 * relation `fragment`. Sentences and tokens are those that INCEpTION needs to show a text.
 */
export const cas: FolderWriter = {
  beside: () => [],
  files: (_header, document) => {
    const { index } = document;
    if (index === null) return [];
    return [{ name: `${fileStem(document)}.json`, text: `${JSON.stringify(casOf(document, index))}\n` }];
  },
  whole: {},
};

function casOf(document: ExportedDocument, index: CodePointIndex): object {
  const marked = markedDocument(document);
  const sheet = new Sheet(document, index, marked.marks.length);
  for (const tokens of tokensOf(index)) sheet.sentence(tokens);
  const said = featuresOf(sheet, marked);
  for (const mark of marked.marks) writeMark(sheet, mark, said.get(mark) ?? {});
  for (const claim of marked.claims) writeTies(sheet, claim);
  return {
    "%TYPES": casTypes,
    "%FEATURE_STRUCTURES": sheet.structures,
    "%VIEWS": { _InitialView: { "%SOFA": SOFA, "%MEMBERS": sheet.members } },
  };
}

type Features = Readonly<Record<string, unknown>>;

const SOFA = 1;

/** The feature structures of one CAS. Ids 2 to n + 1 are those of the document's n marks. */
class Sheet {
  readonly structures: Features[];
  /** What the view indexes: annotations, and no lists or slots. */
  readonly members: number[] = [];
  readonly #index: CodePointIndex;
  #last: number;

  constructor({ article }: ExportedDocument, index: CodePointIndex, marks: number) {
    this.#index = index;
    this.#last = SOFA + marks;
    const text = { sofaNum: 1, sofaID: "_InitialView", mimeType: "text", sofaString: index.text };
    this.structures = [{ "%ID": SOFA, "%TYPE": "uima.cas.Sofa", ...text }];
    this.annotation(
      dkpro.metadata,
      { start: 0, end: index.length },
      {
        language: article.language ?? "x-unspecified",
        documentTitle: article.title,
        documentId: article.id,
        ...(article.url === null ? {} : { documentUri: article.url }),
      },
    );
  }

  /** The id of the mark's first stretch. */
  idOf(mark: Mark): number {
    return SOFA + mark.id;
  }

  /** A sentence with its tokens; none where there are no tokens. */
  sentence(tokens: readonly Span[]): void {
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (!first || !last) return;
    this.annotation(dkpro.sentence, { start: first.start, end: last.end }, {});
    for (const token of tokens) this.annotation(dkpro.token, token, {});
  }

  /** The id of a new annotation, or the one given. */
  annotation(type: string, { start, end }: Span, features: Features, id = this.#next()): number {
    const [begin, stop] = [this.#index.toUtf16(start), this.#index.toUtf16(end)];
    this.structures.push({ "%ID": id, "%TYPE": type, "@sofa": SOFA, begin, end: stop, ...features });
    this.members.push(id);
    return id;
  }

  /** Stands, as INCEpTION has it, where the one it leads to does. */
  relation(label: MarkLabel, relation: string, from: number, to: number, span: Span): void {
    this.annotation(relationType(label), span, { "@Governor": from, "@Dependent": to, relation });
  }

  /** A slot as a feature; none where it takes nothing. */
  slot(slot: Slot, marks: readonly (Mark | null)[]): Features {
    const taken = marks.filter((mark) => mark !== null);
    if (taken.length === 0) return {};
    const elements = taken.map((mark) => {
      const id = this.#next();
      const role = mark.label.toLowerCase();
      this.structures.push({ "%ID": id, "%TYPE": slotType(slot), role, "@target": this.idOf(mark) });
      return id;
    });
    return { [`@${slot}`]: this.#list(`${slotType(slot)}[]`, elements) };
  }

  /** Several texts as a feature; none where there are none. */
  texts(name: string, values: readonly string[]): Features {
    return values.length === 0 ? {} : { [`@${name}`]: this.#list("uima.cas.StringArray", values) };
  }

  #list(type: string, elements: readonly unknown[]): number {
    const id = this.#next();
    this.structures.push({ "%ID": id, "%TYPE": type, "%ELEMENTS": elements });
    return id;
  }

  #next(): number {
    this.#last += 1;
    return this.#last;
  }
}

/** What is said of each mark: plain features, and slots. */
function featuresOf(sheet: Sheet, { claims, sources }: MarkedDocument): ReadonlyMap<Mark, Features> {
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const said = new Map<Mark, Features>();
  for (const claim of claims) {
    said.set(claim.mark, ofClaim(sheet, claim));
    for (const link of claim.links) said.set(link.mark, ofLink(sheet, link, claim.mark, names));
    for (const { mark, type } of claim.hedges) said.set(mark, { hedgeType: type });
  }
  return said;
}

function ofClaim(sheet: Sheet, { claim, hedges }: MarkedClaim): Features {
  return {
    claimId: claim.id,
    provenance: claim.provenance,
    ...(claim.statement === "" ? {} : { statement: claim.statement }),
    ...(claim.kind === null ? {} : { kind: claim.kind }),
    ...(claim.groupId === null ? {} : { group: claim.groupId }),
    ...sheet.texts("flags", claim.flags),
    ...sheet.slot(
      "hedges",
      hedges.map(({ mark }) => mark),
    ),
  };
}

function ofLink(sheet: Sheet, link: MarkedLink, claim: Mark, names: ReadonlyMap<string, string>): Features {
  const { hop, mention, cue, addressee } = link;
  const facets = facetValues(hop).map(([name, value]) => [
    casName(name),
    name === implicitName ? true : value,
  ]);
  return {
    order: link.order,
    category: hop.category,
    ...Object.fromEntries(facets),
    ...sheet.texts("sources", hop.sources),
    ...sheet.texts(
      "sourceNames",
      hop.sources.map((id) => names.get(id) ?? ""),
    ),
    ...sheet.slot("claims", [claim]),
    ...sheet.slot("mentions", [mention]),
    ...sheet.slot("cues", [cue]),
    ...sheet.slot("addressees", [addressee]),
  };
}

/** The first stretch with all that is said, then the others, each tied to it. */
function writeMark(sheet: Sheet, mark: Mark, said: Features): void {
  const type = spanTypes[mark.label];
  for (const [fragment, span] of mark.spans.entries()) {
    if (fragment === 0) sheet.annotation(type, span, said, sheet.idOf(mark));
    else {
      const further = sheet.annotation(type, span, {});
      sheet.relation(mark.label, tieTypes.fragment, sheet.idOf(mark), further, span);
    }
  }
}

function writeTies(sheet: Sheet, { mark, parent, sameClaimAs }: MarkedClaim): void {
  for (const [type, to] of [
    [tieTypes.parent, parent],
    [tieTypes.same, sameClaimAs],
  ] as const) {
    const [span] = to?.spans ?? [];
    if (to && span) sheet.relation("Claim", type, sheet.idOf(mark), sheet.idOf(to), span);
  }
}
