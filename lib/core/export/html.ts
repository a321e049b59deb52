/** Markup that may stand in a page as it is. Only this file makes it from texts, so that nothing slips through. */
export type Html = { readonly html: string };

/** A text for a place between tags or inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

type Part = Html | string | number | null | readonly Part[];

/** A template whose values are escaped, unless they are markup already; lists are joined, null is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  const parts = strings.map((fixed, place) => fixed + rendered(values[place] ?? null));
  return { html: parts.join("") };
}

function rendered(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return "html" in part ? part.html : part.map(rendered).join("");
}

/** An address to link to, or null: nothing but the web is linked, so that no link runs anything. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s]+$/iu.test(url) ? url : null;
}
