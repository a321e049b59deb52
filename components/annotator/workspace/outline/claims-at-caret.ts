import type { Span } from "#core/text/span.ts";
import { overlaps } from "#core/text/spans.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import type { ClaimPlaces } from "#lib/client/workspace/claim-places.ts";
import type { ArticleEngine } from "../../surface/article-types.ts";

type Here = { readonly ids: readonly string[]; readonly span: Span };

/** Claims over the caret, or over the start of what is selected, outermost first; null while neither is in the text. */
export function claimsAtCaret({ map }: ArticleEngine, places: ClaimPlaces): Here | null {
  const selection = map.root.ownerDocument.getSelection();
  const { focusNode, focusOffset } = selection ?? { focusNode: null, focusOffset: 0 };
  if (!focusNode || !map.root.contains(focusNode)) return null;
  const at = map.spanOfSelection(selection)?.span.start ?? map.offsetOf(focusNode, focusOffset);
  const span = { start: at, end: at + 1 };
  const over = places.around(span).filter(({ spans }) => spans.some((one) => overlaps(one, span)));
  over.sort((one, other) => extent(other) - extent(one));
  return { ids: over.map(({ id }) => id), span };
}

function extent({ spans }: ClaimView): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
