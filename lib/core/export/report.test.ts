import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, hardDocuments, hop } from "../../../tests/support/laws/documents.ts";
import { recordOf } from "../../../tests/support/laws/exported.ts";
import { familyIds } from "../provenance/codebook.ts";
import type { ExportedClaim, ExportHeader } from "./dataset.ts";
import type { ExportedDocument } from "./document.ts";
import { header, nastyRecords } from "./export.cases.ts";
import { escapeHtml, html, webAddress } from "./html.ts";
import { withoutWords } from "./own-files.cases.ts";
import { addresses, markings, pagePayloads } from "./report.cases.ts";
import { htmlReport } from "./report.ts";
import { familyPaints, reportStyle } from "./report-style.ts";

const written = (documents: readonly ExportedDocument[], of: ExportHeader = header) =>
  htmlReport.open(of, documents.length) +
  documents.map((document, place) => htmlReport.write(of, document, place === 0)).join("") +
  htmlReport.close(of, documents.length);

/** Tags with their attributes as a browser would see them; whatever else stands in the page is text. */
const tagsOf = (page: string) =>
  [
    ...page.replace(/<style>[^<]*<\/style>/u, "").matchAll(/<\/?([^\s>]+)((?:\s+[\w-]+="[^"<>]*")*)\s*>/gu),
  ].map(([, name = "", attributes = ""]) => ({
    name,
    attributes: [...attributes.matchAll(/([\w-]+)="/gu)].map(([, key]) => key),
  }));
const known =
  "html head meta title style body main article h1 h2 h3 p a ul li blockquote pre div span section table thead tbody tr th td footer strong bdi".split(
    " ",
  );
const attributes = "lang charset name content http-equiv dir class href rel id scope".split(" ");

function expectHarmless(page: string): void {
  const tags = tagsOf(page);
  for (const { name, attributes: given } of tags) {
    expect(known).toContain(name);
    for (const key of given) if (key !== undefined) expect(attributes).toContain(key);
  }
  // Every sign that opens a tag belongs to one of them: nothing else could be read as markup.
  expect(page.split("<").length - 1).toBe(tags.length + "doctype style /style".split(" ").length);
  for (const [, address] of page.matchAll(/href="([^"]*)"/gu)) expect(address).toMatch(/^(?:#|https?:)/iu);
}

/** The text with its marks written out, a paragraph's end as `¶`. */
const shownText = (page: string) =>
  (/<div class="text"[^>]*>\n([\s\S]*?)<\/div>/u.exec(page)?.[1] ?? "")
    .replace(/<a class="number"[^>]*>(\d+)<\/a>/gu, "‹$1›")
    .replace(/<span class="mark[^>]*>/gu, "{")
    .replaceAll("</span>", "}")
    .replaceAll("</p>\n<p>", "¶")
    .replace(/<\/?p>|\n$/gu, "")
    .replace(
      /&(lt|gt|amp|quot|#39);/gu,
      (_, name: string) => ({ lt: "<", gt: ">", amp: "&", quot: '"' })[name] ?? "'",
    );

const first = hardDocuments[0];
if (!first) throw new Error("the documents are gone");
const withClaim = (claim: Partial<ExportedClaim>): ExportedDocument => ({
  ...first,
  claims: first.claims.slice(0, 1).map((one) => ({ ...one, ...claim })),
});

describe("markup", () => {
  it("escapes every text, and leaves markup as it is", () => {
    expect(html`<p title="${'a"b'}">${"<b>"}${html`<i>${"&"}</i>`}${["x", 1, null]}</p>`.html).toBe(
      '<p title="a&quot;b">&lt;b&gt;<i>&amp;</i>x1</p>',
    );
  });

  it("law: an escaped text is the text again when it is read, and holds no sign of markup", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = escapeHtml(text);
        expect(escaped).not.toMatch(/[<>"']/u);
        const read = escaped
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&quot;", '"')
          .replaceAll("&#39;", "'")
          .replaceAll("&amp;", "&");
        expect(read).toBe(text);
      }),
    );
  });

  it.each(addresses)("links %j: %j", (url, isLinked) => {
    expect(webAddress(url)).toBe(isLinked ? url : null);
  });
});

describe("the colours of a report", () => {
  const css = readFileSync(
    new URL("../../../components/provenance-legend/families.css", import.meta.url),
    "utf8",
  );

  it.each(familyIds)("are those of the interface, by day: %s", (id) => {
    const light = (part: string) =>
      new RegExp(`--family-${id}-${part}: light-dark\\((#[0-9a-f]{6})`, "u").exec(css)?.[1];
    const mark = new RegExp(`--family-${id}-mark: ([^;]+);`, "u").exec(css)?.[1];
    expect(familyPaints[id]).toEqual({ bg: light("bg"), line: light("line"), ink: light("ink"), mark });
  });

  it("fetch nothing and belong to light and paper alone", () => {
    expect(reportStyle).not.toMatch(/url\(|@import|@font-face|dark/u);
    expect(reportStyle).toContain("color-scheme:light");
    expect(reportStyle).toContain("break-before:page");
  });
});

describe("a report", () => {
  const nasty = nastyRecords.map((draft) => {
    const { record, index } = recordOf(draft);
    return { ...record, claims: [record.claim], index };
  });

  it.each([
    { name: "hard documents", documents: hardDocuments },
    { name: "nasty records", documents: nasty },
    { name: "positions only", documents: [...hardDocuments, ...nasty].map(withoutWords) },
    { name: "nothing", documents: [] },
  ])("is a page of known tags, each closed, for $name", ({ documents }) => {
    const page = written(documents);
    expectHarmless(page);
    for (const name of known.filter((tag) => tag !== "meta")) {
      const count = (pattern: RegExp) => [...page.matchAll(pattern)].length;
      expect(count(new RegExp(`<${name}[\\s>]`, "gu"))).toBe(count(new RegExp(`</${name}>`, "gu")));
    }
    expect(page).not.toContain("undefined");
    expect(page).not.toContain("[object");
  });

  it.each(pagePayloads)("shows %j as words, wherever it stands", (payload) => {
    const source = {
      ...(first.sources.get("s1") ?? { id: "s1" }),
      name: payload,
      type: payload,
      identification: payload,
    };
    const article = {
      ...first.article,
      title: payload,
      outlet: payload,
      byline: payload,
      url: payload,
      language: payload,
    };
    const { record, index } = recordOf({
      text: `[${payload.replaceAll("[", "⟦").replaceAll("]", "⟧")}] x`,
      claim: {},
    });
    const claim: ExportedClaim = {
      ...record.claim,
      statement: payload,
      provenance: payload,
      originProvenance: `${payload} `,
      flags: [payload],
      createdBy: { id: "u1", name: payload },
      approvals: [{ by: { id: "u2", name: payload }, at: payload }],
      hedges: [{ type: "modal", span: { start: 0, end: 1, exact: payload } }],
      chain: [hop("named_statement", ["s1"], { cue: [{ start: 0, end: 1, exact: payload }] })],
      state: payload,
    };
    const document = {
      article: { ...article, version: { ...record.article.version, sha256: payload } },
      claims: [claim],
      index,
      sources: new Map([["s1", { ...[...first.sources.values()][0], ...source }]]),
    } as ExportedDocument; // On purpose what no registry would hold.
    const named = {
      ...header,
      project: { ...header.project, name: payload },
      filter: { [payload]: payload },
    };
    expectHarmless(written([document], named));
  });

  it("says itself that nothing may run or be fetched", () => {
    expect(written([])).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    );
  });

  it.each(markings)("marks $name", ({ source, claims, shown }) => {
    const document = documentOf({
      id: "a9",
      title: "T",
      source,
      claims: ({ quote }) =>
        claims.map((places, at) => ({ id: `c${at}`, spans: quote(...places), provenance: "unclear" })),
    });
    expect(shownText(written([document]))).toBe(shown);
  });

  it("leads from each number in the text to its claim, and from sources to theirs", () => {
    const page = written(hardDocuments);
    const ids = [...page.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...page.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(7);
    for (const link of links) expect(ids).toContain(link);
  });

  it("paints each mark with its family, and dashes what is carried over", () => {
    const page = written([
      withClaim({
        provenance: "official_readout",
        chain: [hop("official_readout", ["s3"], { explicit: false })],
      }),
    ]);
    expect(page).toContain('<span class="mark official carried">');
    const unknown = written([withClaim({ provenance: "of_another_codebook", chain: [] })]);
    expect(unknown).toContain('<span class="mark unclear">');
    expect(unknown).toContain('<span class="chip unclear">of_another_codebook</span>');
  });

  it("names what it cannot look up by its id", () => {
    const page = written([
      withClaim({ chain: [hop("of_another_codebook", []), hop("named_statement", ["gone"])] }),
    ]);
    expect(page).toContain("← <bdi>of_another_codebook</bdi> ← <bdi>Named person on the record</bdi>");
  });

  it("lays the text out in its blocks, where it has some", () => {
    const kinds = ["heading", "paragraph", "list_item", "quote", "preformatted"] as const;
    const text = kinds.join("\n\n");
    const document = documentOf({ id: "a9", title: "T", source: `[${text}]`, claims: () => [] });
    let start = 0;
    const blocks = kinds.map((kind) => {
      const block = { kind, start, end: start + kind.length };
      start = block.end + 2;
      return block;
    });
    const version = { ...document.article.version, blocks };
    const page = written([{ ...document, article: { ...document.article, version } }]);
    for (const tagged of [
      "<h3>heading</h3>",
      "<p>paragraph</p>",
      "<li>list_item</li>",
      "<blockquote>quote</blockquote>",
      "<pre>preformatted</pre>",
    ])
      expect(page).toContain(tagged);
  });

  it("honours the direction and the language of an article", () => {
    const [, hebrew] = hardDocuments;
    if (!hebrew) throw new Error("the documents are gone");
    const page = (direction: "rtl" | null, language: string | null) =>
      written([{ ...hebrew, article: { ...hebrew.article, direction, language } }]);
    expect(page("rtl", "he")).toContain('<div class="text" dir="rtl" lang="he">');
    expect(page(null, null)).toContain('<div class="text" dir="auto">');
  });

  it("tells of each claim: statement, words, provenance, origin, chain and what joins it", () => {
    const page = written(hardDocuments).replace(/<\/?bdi>/gu, "");
    expect(page).toContain("The ferry sank off the cape.</p>");
    expect(page).toContain("“the ferry sank 🌊 off the cape”");
    expect(page).toContain('<span class="chip other_media">Other media: Another outlet&#39;s report</span>');
    expect(page).toContain('<span class="chip plain">origin: Rumour or hearsay</span>');
    expect(page).toContain(
      "this article ← The Daily Courier (“reported”) ← =HYPERLINK(&quot;x&quot;) (“told”)",
    );
    expect(page).toContain("within claim 1");
    expect(page).toContain("says the same as claim 1");
    expect(page).toContain("denied or withheld along the way");
  });

  it("tells a claim without a statement by its words, and one without either as such", () => {
    expect(written([withClaim({ statement: "" })])).toContain("</span>the ferry sank 🌊 off the cape</p>");
    const silent = withoutWords(withClaim({ statement: "" }));
    expect(written([silent])).toContain("No statement yet");
  });

  it("leaves the text out where the export does, and the words of hedges, too", () => {
    const page = written(hardDocuments.map(withoutWords));
    expect(page).not.toContain('<div class="text"');
    expect(page).not.toContain("told");
    expect(page).toContain("Approximator");
  });

  it.each([
    [{ state: "approved" }, 1, "Approved by Rosa on 2026-01-04 · marked by Ada"],
    [{ state: "changes_requested", approvals: [] }, 1, "Changes requested · marked by Ada"],
    [{ state: "submitted" }, 2, "Submitted · approved by Rosa on 2026-01-04 · marked by Ada"],
    [{ state: "approved", approvals: [] }, 1, "Marked by Ada"],
    [{ state: "submitted" }, 0, "Not reviewed · marked by Ada"],
  ])("says of %j with %i approvals needed: %s", (claim, approvalsNeeded, line) => {
    const of = { ...header, project: { ...header.project, approvalsNeeded } };
    expect(written([withClaim(claim)], of)).toContain(`<p class="meta">${line}</p>`);
  });

  it("shows flags of a desk's own, and values that no list knows, as they are", () => {
    const page = written([withClaim({ flags: ["our_own", "toString"], kind: "of_tomorrow" })]);
    expect(page).toContain("our_own");
    expect(page).toContain("toString");
    expect(page).toContain("of_tomorrow");
    expect(written([withClaim({ kind: null, hedges: [], flags: [], chain: [] })])).not.toContain("<p><bdi>");
  });

  it("lists the sources that are leant on, those most leant on first", () => {
    const names = [...written([first]).matchAll(/<tr><td><bdi>(.*?)<\/bdi>/gu)].map(([, name]) => name);
    expect(names).toEqual(["=HYPERLINK(&quot;x&quot;)", "The Daily Courier", "משרד החוץ"]);
    expect(written([withClaim({ chain: [] })])).not.toContain("<table");
  });

  it("has a legend of the families that are there, with their counts", () => {
    const items = [...written([first]).matchAll(/<li><span class="mark (\w+)">[^<]*<\/span>(\d+)<\/li>/gu)];
    expect(items.map(([, id, count]) => [id, count])).toEqual([
      ["anonymous", "1"],
      ["other_media", "2"],
      ["own_voice", "2"],
    ]);
    expect(written([{ ...first, claims: [] }])).toContain("<h2>0 claims</h2>");
    expect(written([withClaim({})])).toContain("<h2>1 claim</h2>");
    expect(written([{ ...first, claims: [] }])).not.toContain('<ul class="legend">');
  });

  it.each([
    [{}, 1, "approved by one person other"],
    [{}, 2, "approved by 2 people other"],
    [{}, 0, "nothing here was reviewed"],
    [{ filter: { state: "approved", since: null } }, 1, "Project (Desk), state: approved, as they stood"],
    [{ filter: {} }, 1, "Project (Desk), as they stood on 2026-01-05 at 10:00 UTC"],
  ])("ends with how it was made (%j, %i)", (more, approvalsNeeded, words) => {
    const of = { ...header, ...more, project: { ...header.project, approvalsNeeded } } as ExportHeader; // Some filter.
    const page = written([], of);
    expect(page).toContain(words);
    expect(page).toContain("codebook Sourceline 1, version 1");
  });

  it("says of an article what is known of it", () => {
    const bare = { ...first.article, outlet: null, byline: null, publishedAt: null, url: null };
    expect(written([first])).toContain("Harbour Courier · A. Writer · 2026-01-02");
    expect(written([{ ...first, article: bare }])).not.toContain(" · A. Writer");
    expect(written([{ ...first, article: { ...bare, url: "javascript:alert(1)" } }])).not.toContain(
      "javascript",
    );
  });
});
