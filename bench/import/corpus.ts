import { randomUUID } from "node:crypto";
import { someText } from "../open-article/fill.ts";

/** Own JSON of so many articles and claims; each claim with a link, a source of 500, a mention and a cue. */
export function corpusOf(articles: number, claims: number): string {
  const sources = Array.from({ length: 500 }, (_, at) => ({
    ...{ id: randomUUID(), name: `Office ${at}`, type: "government_body", documentType: null },
    ...{ identification: "named_institution", affiliation: null, role: null, roleTitle: null },
    ...{ roleStatus: null, issuedBy: null, wikidata: null, aliases: [], articleId: null },
  }));
  const texts = Array.from({ length: articles }, (_, at) => {
    const text = `Report ${at}.\n\n${someText(400)}`.trimEnd();
    return { text, article: articleOf(at, text) };
  });
  const all = Array.from({ length: claims }, (_, at) => {
    const place = texts[at % articles];
    if (!place) throw new Error("no such article");
    return claimOf(place, Math.floor(at / articles) * 20 + 12, sources[at % sources.length]?.id ?? "");
  });
  const document = { format: "sourceline/1", header: {}, articles: texts.map(({ article }) => article) };
  return JSON.stringify({ ...document, sources, claims: all });
}

function articleOf(at: number, text: string) {
  return {
    ...{ id: randomUUID(), title: `Report ${at}`, outlet: null, byline: null, url: null },
    ...{ publishedAt: null, language: "en", direction: null },
    version: { id: randomUUID(), ordinal: 1, length: text.length, sha256: null, text, blocks: null },
  };
}

type Place = { readonly text: string; readonly article: { readonly id: string } };

function claimOf({ text, article }: Place, from: number, source: string) {
  const span = (start: number, end: number) => ({ start, end, exact: text.slice(start, end) });
  const hop = {
    ...{ category: "official_statement", sources: [source], mention: [span(from, from + 3)] },
    ...{ cue: [span(from + 4, from + 7)], addressee: [], act: "statement", directness: "indirect" },
    ...{ cueStance: "neutral", polarity: "positive", explicit: true, basis: null },
    ...{ attributionStatus: "not_stated", channel: "not_stated" },
  };
  return {
    ...{ id: randomUUID(), articleId: article.id, parentId: null, sameClaimAs: null, groupId: null },
    ...{ statement: `It is said at ${from}.`, kind: null, provenance: "official_statement" },
    ...{ spans: [span(from, from + 15)], chain: [hop], inheritedLinks: 0, hedges: [], flags: [] },
    createdBy: { id: randomUUID(), name: "Bench" },
  };
}
