import type { Claim } from "./claims.ts";

/**
 * Claims as an article's page reads them: thousands at once, of which each would say the names of its fields, its
 * article and its editor anew, and its chain twice. Here every text stands once, in `texts`, and a claim is a row of
 * cells that point there. What follows from the rest is left out.
 */
export type ShortClaims = {
  readonly texts: readonly string[];
  readonly claims: readonly ShortClaim[];
};

type Text = number;
type Maybe = Text | null;
/** Start and end of each in turn. */
type Spans = readonly number[];

type ShortClaim = readonly [
  id: Text,
  articleId: Text,
  versionId: Text,
  layerId: Text,
  lineageId: Text,
  parentId: Maybe,
  sameClaimAs: Maybe,
  groupId: Maybe,
  state: Text,
  revision: number,
  approvedRevision: number | null,
  approvals: number,
  statement: Text,
  kind: Maybe,
  provenance: Text,
  spans: Spans,
  ownChain: readonly ShortLink[],
  hedges: readonly (readonly [type: Text, start: number, end: number])[],
  flags: readonly Text[],
  createdBy: Text,
  createdAt: Text,
  updatedAt: Text,
  submittedAt: Maybe,
  removedAt: Maybe,
];

type ShortLink = readonly [
  category: Text,
  sources: readonly Text[],
  mention: Spans,
  cue: Spans,
  addressee: Spans,
  act: Text,
  directness: Text,
  cueStance: Text,
  polarity: Text,
  explicit: boolean,
  basis: Maybe,
  attributionStatus: Text,
  channel: Text,
];

type Link = Claim["ownChain"][number];
type Span = Claim["spans"][number];

/** Those of one article, with every parent of a nested one among them, as they are when none is left out. */
export function shortClaims(claims: readonly Claim[]): ShortClaims {
  const places = new Map<string, Text>();
  const text = (words: string): Text => {
    const known = places.get(words);
    if (known !== undefined) return known;
    places.set(words, places.size);
    return places.size - 1;
  };
  const maybe = (words: string | null): Maybe => (words === null ? null : text(words));
  const link = (hop: Link): ShortLink => [
    text(hop.category),
    hop.sources.map(text),
    flat(hop.mention),
    flat(hop.cue),
    flat(hop.addressee),
    text(hop.act),
    text(hop.directness),
    text(hop.cueStance),
    text(hop.polarity),
    hop.explicit,
    maybe(hop.basis),
    text(hop.attributionStatus),
    text(hop.channel),
  ];
  const short = claims.map(
    (claim): ShortClaim => [
      text(claim.id),
      text(claim.articleId),
      text(claim.versionId),
      text(claim.layerId),
      text(claim.lineageId),
      maybe(claim.parentId),
      maybe(claim.sameClaimAs),
      maybe(claim.groupId),
      text(claim.state),
      claim.revision,
      claim.approvedRevision,
      claim.approvals,
      text(claim.statement),
      maybe(claim.kind),
      text(claim.provenance),
      flat(claim.spans),
      claim.ownChain.map(link),
      claim.hedges.map(({ type, span }) => [text(type), span.start, span.end] as const),
      claim.flags.map(text),
      text(claim.createdBy),
      text(claim.createdAt),
      text(claim.updatedAt),
      maybe(claim.submittedAt),
      maybe(claim.removedAt),
    ],
  );
  return { texts: [...places.keys()], claims: short };
}

/** The claims one by one, so that whoever has a page to keep answering may pause between them. */
export function* longClaims({ texts, claims }: ShortClaims): Generator<Claim> {
  const text = (place: Text): string => texts[place] ?? "";
  const maybe = (place: Maybe): string | null => (place === null ? null : text(place));
  // Reason for `as`: each of these words was taken from a claim, where its type allowed it.
  const link = (cells: ShortLink): Link => longLink(cells, text, maybe) as Link;
  const rows = new Map(claims.map((cells) => [cells[0], cells]));
  const chains = new Map<Text, Link[]>();
  const chainOf = (cells: ShortClaim): Link[] => {
    const known = chains.get(cells[0]);
    if (known) return known;
    const own = cells[16].map(link);
    // Known before its parent is asked: nothing that is nested in a circle asks for ever.
    chains.set(cells[0], own);
    const parent = cells[5] === null ? undefined : rows.get(cells[5]);
    const above = parent ? chainOf(parent) : [];
    const whole = above.length === 0 ? own : [...above, ...own];
    chains.set(cells[0], whole);
    return whole;
  };
  for (const cells of claims) {
    const chain = chainOf(cells);
    const provenance = text(cells[14]);
    const claim = {
      id: text(cells[0]),
      articleId: text(cells[1]),
      versionId: text(cells[2]),
      layerId: text(cells[3]),
      lineageId: text(cells[4]),
      parentId: maybe(cells[5]),
      sameClaimAs: maybe(cells[6]),
      groupId: maybe(cells[7]),
      state: text(cells[8]),
      revision: cells[9],
      approvedRevision: cells[10],
      approvals: cells[11],
      statement: text(cells[12]),
      kind: maybe(cells[13]),
      provenance,
      originProvenance: chain.at(-1)?.category ?? provenance,
      depth: chain.length,
      spans: spansOf(cells[15]),
      chain,
      // Of one that is not nested both are the same list.
      ownChain: chain.length === cells[16].length ? chain : chain.slice(chain.length - cells[16].length),
      hedges: cells[17].map(([type, start, end]) => ({ type: text(type), span: { start, end } })),
      flags: cells[18].map(text),
      createdBy: text(cells[19]),
      createdAt: text(cells[20]),
      updatedAt: text(cells[21]),
      submittedAt: maybe(cells[22]),
      removedAt: maybe(cells[23]),
    };
    yield claim as Claim; // As above.
  }
}

function longLink(cells: ShortLink, text: (place: Text) => string, maybe: (place: Maybe) => string | null) {
  const [category, sources, mention, cue, addressee, act, directness, stance, polarity, explicit, ...rest] =
    cells;
  const [basis, status, channel] = rest;
  return {
    category: text(category),
    sources: sources.map(text),
    mention: spansOf(mention),
    cue: spansOf(cue),
    addressee: spansOf(addressee),
    act: text(act),
    directness: text(directness),
    cueStance: text(stance),
    polarity: text(polarity),
    explicit,
    basis: maybe(basis),
    attributionStatus: text(status),
    channel: text(channel),
  };
}

function flat(spans: readonly Span[]): Spans {
  return spans.flatMap(({ start, end }) => [start, end]);
}

function spansOf(flat: Spans): Span[] {
  return Array.from({ length: flat.length / 2 }, (_, place) => ({
    start: flat[2 * place] ?? 0,
    end: flat[2 * place + 1] ?? 0,
  }));
}
