/**
 * Categories that say exactly what a more general one leaves open, the most telling first (domain.md, Decision
 * order, document-level resolution). Only kinds of release: who speaks is never made exact by another sentence.
 */
const exacter: Readonly<Record<string, readonly string[]>> = {
  institutional_position: [
    "official_transcript",
    "official_readout",
    "joint_statement",
    "public_record",
    "press_briefing",
    "official_statement",
  ],
  official_statement: [
    "official_transcript",
    "official_readout",
    "joint_statement",
    "public_record",
    "press_briefing",
  ],
  document_seen: ["leaked_document"],
};

/** True of a category that others say more exactly. */
export function isInexact(category: string): boolean {
  return Object.hasOwn(exacter, category);
}

/**
 * The more exact category that the article uses elsewhere for the same source, or null where none is: "the ministry
 * said" in one paragraph and "an official readout" in another means the readout in both. The one used most; of those
 * used equally often the most telling.
 */
export function moreExact(category: string, elsewhere: readonly string[]): string | null {
  let best: { readonly id: string; readonly uses: number } | null = null;
  for (const id of exacter[category] ?? []) {
    const uses = elsewhere.filter((other) => other === id).length;
    if (uses > (best?.uses ?? 0)) best = { id, uses };
  }
  return best?.id ?? null;
}
