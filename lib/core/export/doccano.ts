import { at } from "../text/typed-array.ts";
import type { ExportedDocument, FileWriter } from "./document.ts";
import { articleRecord, type Mark, type MarkedDocument, markedDocument } from "./marks.ts";
import { chainType, markTies, type Region, regions, tieTypes } from "./ties.ts";

/**
 * doccano JSON Lines with relations (https://doccano.github.io/doccano): a text a line, offsets in code points. It has
 * labels and nothing else to say of a stretch, so the label of a link is its category, and that of a hedge its type; a
 * claim in the article's own voice has a link `chain_0` on its own words. Statements are comments that begin with the
 * id of their entity. Keys beside text, entities and relations become metadata there.
 */
export const doccano: FileWriter = {
  open: () => "",
  write: (_header, document) =>
    document.index === null ? "" : `${JSON.stringify(lineOf(document, document.index.text))}\n`,
  close: () => "",
};

type Relation = { readonly from: number; readonly to: number; readonly type: string };

function lineOf(document: ExportedDocument, text: string): object {
  const marked = markedDocument(document);
  const found = regions(marked);
  const ids = firstIds(found);
  const labels = labelsOf(marked);
  const own = ownVoices(marked, found.length, ids);
  const entities = found.map(({ mark, span }, place) =>
    entity(place + 1, span, labels.get(mark) ?? mark.label),
  );
  const relations = [...relationsOf(marked, found, ids), ...own.relations];
  return {
    ...articleRecord(document),
    text,
    entities: [...entities, ...own.entities],
    relations: relations.map(({ from, to, type }, place) => ({
      id: place + 1,
      from_id: from,
      to_id: to,
      type,
    })),
    Comments: marked.claims.flatMap(({ claim, mark }) =>
      claim.statement === "" ? [] : [`#${ids(mark.id)}: ${claim.statement}`],
    ),
  };
}

type Ids = (mark: number) => number;

/** The id of the entity of a mark's first fragment. */
function firstIds(found: readonly Region[]): Ids {
  const ids = new Uint32Array(found.length + 1);
  for (const [place, { mark, fragment }] of found.entries()) if (fragment === 0) ids[mark.id] = place + 1;
  return (mark) => at(ids, mark);
}

function entity(id: number, { start, end }: Region["span"], label: string): object {
  return { id, start_offset: start, end_offset: end, label };
}

function relationsOf(marked: MarkedDocument, found: readonly Region[], ids: Ids): readonly Relation[] {
  const ties = markTies(marked).map(({ type, from, to }) => ({ type, from: ids(from), to: ids(to) }));
  const fragments = found.flatMap(({ mark, fragment }, place) =>
    fragment > 0 ? [{ type: tieTypes.fragment, from: ids(mark.id), to: place + 1 }] : [],
  );
  return [...ties, ...fragments];
}

/** Categories of claims without a chain, as entities on the claim's first fragment. */
function ownVoices({ claims }: MarkedDocument, taken: number, ids: Ids) {
  const silent = claims.filter(({ claim }) => claim.chain.length === 0);
  return {
    entities: silent.flatMap(({ claim, mark }, place) =>
      mark.spans.slice(0, 1).map((span) => entity(taken + place + 1, span, claim.provenance)),
    ),
    relations: silent.map(({ mark }, place) => ({
      type: chainType(0),
      from: ids(mark.id),
      to: taken + place + 1,
    })),
  };
}

/** Labels that say more than what a mark is: the category of a link, the type of a hedge. */
function labelsOf({ claims }: MarkedDocument): ReadonlyMap<Mark, string> {
  return new Map(
    claims.flatMap(({ links, hedges }) => [
      ...links.map(({ mark, hop }) => [mark, hop.category] as const),
      ...hedges.map(({ mark, type }) => [mark, `hedge_${type}`] as const),
    ]),
  );
}
