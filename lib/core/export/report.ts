import { chainSentence } from "../attribution/sentence.ts";
import { categoryOf, familyOf } from "../provenance/codebook.ts";
import { facetLabels } from "../provenance/facet-labels.ts";
import type { ExportedArticle, ExportedClaim, ExportedSource, ExportHeader, QuotedSpan } from "./dataset.ts";
import type { ExportedDocument, FileWriter } from "./document.ts";
import { type Html, html, webAddress } from "./html.ts";
import { reportStyle } from "./report-style.ts";
import { anchor, type NumberedClaim, reportText } from "./report-text.ts";

/**
 * A page to print or send: each article with its claims marked and numbered, then what is said of each claim, its
 * sources, and at the end how it was made. One file that fetches nothing and runs nothing; every text of others is
 * escaped. Where the export leaves quoted text out, claims are told without the text.
 */
export const htmlReport: FileWriter = {
  open: (header) =>
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Sourceline">
<title>${header.project.name}: where its articles’ claims come from</title>
<style>
${{ html: reportStyle }}</style>
</head>
<body>
<main>
`.html,
  write: (header, document) => articleHtml(header, document).html,
  close: (header) => html`${methodNote(header)}</main>\n</body>\n</html>\n`.html,
};

function articleHtml(header: ExportHeader, document: ExportedDocument): Html {
  const { article, index } = document;
  const claims = document.claims.map((claim, place) => ({ claim, number: place + 1 }));
  const numbers = new Map(claims.map(({ claim, number }) => [claim.id, number]));
  return html`<article>
<h1 dir="auto">${article.title}</h1>
${articleMeta(article)}
${legend(header, claims)}
${index ? html`<div class="text"${attributes(article)}>\n${reportText(header, article, index, claims)}</div>\n` : null}
<h2>${claims.length === 1 ? "1 claim" : `${claims.length} claims`}</h2>
${claims.map((claim) => claimHtml(header, document, numbers, claim))}
${sourcesHtml(document, claims)}
</article>
`;
}

function attributes({ direction, language }: ExportedArticle): Html {
  return html` dir="${direction ?? "auto"}"${language ? html` lang="${language}"` : null}`;
}

function articleMeta({ outlet, byline, publishedAt, url, version }: ExportedArticle): Html {
  const facts = [outlet, byline, publishedAt && day(publishedAt)].filter((fact) => fact !== null);
  const address = webAddress(url);
  return html`${facts.length > 0 ? html`<p class="meta" dir="auto">${facts.join(" · ")}</p>\n` : null}${
    address ? html`<p class="meta"><a href="${address}" rel="noopener noreferrer">${address}</a></p>\n` : null
  }<p class="meta">Version ${version.ordinal} · SHA-256 ${version.sha256}</p>`;
}

/** Families that the article has, with how many of its claims are of each. */
function legend({ codebook }: ExportHeader, claims: readonly NumberedClaim[]): Html {
  const counted = codebook.families.map((family) => ({
    family,
    count: claims.filter(({ claim }) => familyOf(codebook, claim.provenance)?.id === family.id).length,
  }));
  const items = counted
    .filter(({ count }) => count > 0)
    .map(
      ({ family, count }) => html`<li><span class="mark ${family.id}">${family.label}</span>${count}</li>`,
    );
  return items.length > 0 ? html`<ul class="legend">${items}</ul>` : html``;
}

/** Numbers of claims by id. */
type Numbers = ReadonlyMap<string, number>;

function claimHtml(
  header: ExportHeader,
  { article, sources }: ExportedDocument,
  numbers: Numbers,
  { claim, number }: NumberedClaim,
): Html {
  const quoted = words(claim.spans);
  const parent = numbers.get(claim.parentId ?? "");
  return html`<section class="claim${parent ? " nested" : ""}" id="${anchor(article.id, number)}">
<p class="said" dir="auto"><span class="number">${number}</span>${claim.statement || quoted || "No statement yet"}</p>
${claim.statement && quoted ? html`<p class="quote" dir="auto">“${quoted}”</p>\n` : null}${provenance(header, claim)}
<p class="chain">${chain(header, claim, sources)}</p>
${remarkLine(remarks(numbers, claim))}<p class="meta">${review(header, claim)}</p>
</section>
`;
}

function remarkLine(all: readonly string[]): Html {
  const each = all.map((remark, place) => html`${place > 0 ? " · " : null}<bdi>${remark}</bdi>`);
  return each.length > 0 ? html`<p>${each}</p>\n` : html``;
}

function provenance({ codebook }: ExportHeader, claim: ExportedClaim): Html {
  const family = familyOf(codebook, claim.provenance);
  const label = (id: string) => categoryOf(codebook, id)?.label ?? id;
  const isCarried = claim.chain.some((hop) => !hop.explicit);
  const origin = claim.originProvenance !== claim.provenance ? label(claim.originProvenance) : null;
  return html`<p><span class="chip ${family?.id ?? "unclear"}">${family ? `${family.label}: ` : null}${label(claim.provenance)}</span>${
    origin ? html` <span class="chip plain">origin: ${origin}</span>` : null
  }${isCarried ? html` <span class="chip plain">carried over</span>` : null}</p>`;
}

/** As `chainText`, each name on its own, so that scripts of two directions do not turn the sentence round. */
function chain(
  header: ExportHeader,
  claim: ExportedClaim,
  sources: ReadonlyMap<string, ExportedSource>,
): readonly Html[] {
  const pieces = chainSentence<QuotedSpan>(claim.chain, {
    source: (id) => sources.get(id)?.name ?? null,
    words,
    category: (id) => categoryOf(header.codebook, id)?.label ?? id,
  });
  return pieces.map((piece) => {
    if (piece.kind === "article") return html`this article`;
    const cue = piece.cue === null ? null : html` (“<bdi>${piece.cue}</bdi>”)`;
    return html` ← <bdi>${piece.name}</bdi>${cue}${piece.isCarriedOver ? " (carried over)" : null}`;
  });
}

function words(spans: readonly QuotedSpan[]): string {
  return spans.flatMap(({ exact }) => (exact === null ? [] : [exact])).join(" … ");
}

/** The label of a value, or the value itself: lists of flags are open. */
function labelled(labels: Readonly<Record<string, { readonly label: string }>>, id: string): string {
  return Object.entries(labels).find(([known]) => known === id)?.[1].label ?? id;
}

function remarks(numbers: Numbers, claim: ExportedClaim): readonly string[] {
  const parent = numbers.get(claim.parentId ?? "");
  const same = numbers.get(claim.sameClaimAs ?? "");
  const denied = claim.chain.some((hop) => hop.polarity === "negative");
  return [
    ...(claim.kind ? [labelled(facetLabels.kind, claim.kind)] : []),
    ...(parent ? [`within claim ${parent}`] : []),
    ...(same ? [`says the same as claim ${same}`] : []),
    ...(denied ? ["denied or withheld along the way"] : []),
    ...claim.hedges.map(({ type, span }) =>
      [labelled(facetLabels.hedge, type), span.exact === null ? "" : ` (“${span.exact}”)`].join(""),
    ),
    ...claim.flags.map((flag) => labelled(facetLabels.flag, flag)),
  ];
}

function review(header: ExportHeader, claim: ExportedClaim): string {
  if (header.project.approvalsNeeded === 0) return `Not reviewed · marked by ${claim.createdBy.name}`;
  const state = claim.state.replaceAll("_", " ");
  const approved = claim.approvals.map(({ by, at }) => `${by.name} on ${day(at)}`).join(", ");
  const told = [state === "approved" ? "" : state, approved && `approved by ${approved}`, "marked by "];
  const line = told.filter((part) => part !== "").join(" · ") + claim.createdBy.name;
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
}

/** Sources that claims lean on, the most leant-on first. */
function sourcesHtml({ sources, article }: ExportedDocument, claims: readonly NumberedClaim[]): Html {
  const used = [...sources.values()]
    .map((source) => ({
      source,
      numbers: claims.filter(({ claim }) => claim.chain.some((hop) => hop.sources.includes(source.id))),
    }))
    .filter(({ numbers }) => numbers.length > 0)
    .sort((one, other) => other.numbers.length - one.numbers.length);
  if (used.length === 0) return html``;
  const rows = used.map(({ source, numbers }) => {
    const links = numbers.map(
      ({ number }, place) =>
        html`${place > 0 ? ", " : null}<a href="#${anchor(article.id, number)}">${number}</a>`,
    );
    return html`<tr><td><bdi>${source.name}</bdi></td><td>${labelled(facetLabels.sourceType, source.type)}</td><td>${labelled(facetLabels.identification, source.identification)}</td><td>${links}</td></tr>\n`;
  });
  return html`<h2>Sources</h2>
<table class="sources">
<thead><tr><th scope="col">Source</th><th scope="col">Type</th><th scope="col">Identification</th><th scope="col">Claims</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`;
}

function methodNote({ workspace, project, codebook, exportedAt, filter }: ExportHeader): Html {
  const asked = Object.entries(filter).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  const rule =
    project.approvalsNeeded === 0
      ? "The project asks for no review: nothing here was reviewed."
      : `A claim is approved by ${project.approvalsNeeded === 1 ? "one person" : `${project.approvalsNeeded} people`} other than those who wrote it.`;
  return html`<footer class="method">
<p><strong>How this was made.</strong> Claims of ${project.name} (${workspace.name})${asked.length > 0 ? `, ${asked.join(", ")}` : null}, as they stood on ${moment(exportedAt)}. Categories are those of the codebook ${codebook.name}, version ${codebook.version}. ${rule} Provenance says on whose word an article rests; it is no judgement of what is true. A dashed line marks an attribution carried over from a sentence beside it.</p>
</footer>
`;
}

/** `2026-01-05`, from RFC 3339 in UTC. */
function day(time: string): string {
  return time.slice(0, 10);
}

function moment(time: string): string {
  return `${time.slice(0, 10)} at ${time.slice(11, 16)} UTC`;
}
