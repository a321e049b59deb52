import type { ExportCreate, ExportQuery } from "#lib/contracts/exports.ts";

/** What is asked for, whether in an address or in a body. */
export type ExportRequest = Omit<ExportQuery, "limit"> & { readonly limit?: number | undefined };

/** As it stands in the head of the file, in the manifest and in the audit: what was left out is null. */
export function filterOf(request: ExportRequest | ExportCreate): Readonly<Record<string, string | null>> {
  const { state, layer, articles, claims, provenance, originProvenance, source, author } = request;
  const { reviewer, updatedSince, q, asOf, since } = request;
  return {
    state,
    layer: layer ?? null,
    // A long list is said by its length: which ones they are stands in the file.
    articles: listed(articles),
    claims: listed(claims),
    provenance: provenance ?? null,
    originProvenance: originProvenance ?? null,
    source: source ?? null,
    author: author ?? null,
    reviewer: reviewer ?? null,
    updatedSince: updatedSince ?? null,
    q: q ?? null,
    asOf: asOf ?? null,
    since: since ?? null,
  };
}

function listed(ids: readonly string[] | undefined): string | null {
  if (ids === undefined) return null;
  return ids.length <= 20 ? ids.join(",") : `${ids.length} chosen`;
}
