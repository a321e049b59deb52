import { fail, ok, type Result } from "#core/result.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import { type SpanProblem, spanProblems } from "#core/text/spans.ts";
import type { ArticleCommentInput } from "#lib/contracts/comments.ts";
import { claimPlace, versionText } from "#lib/db/claim-places.ts";
import type { NewComment } from "#lib/db/comments.ts";
import { type Failure, invalid } from "../failure.ts";
import type { Inside } from "../workspace.ts";

const messages: Readonly<Record<SpanProblem["kind"], string>> = {
  empty: "The span holds no words.",
  out_of_bounds: "The span ends after the text does.",
  overlapping_fragments: "The span overlaps another.",
  not_ordered: "The span is out of order.",
  cuts_grapheme: "The span cuts a character in two.",
};

/** The words a comment is about, held to the version's text as a claim's are; null where it names none. */
export async function checkedSpan(
  { tx, permit }: Inside,
  articleId: string,
  { span, versionId }: Pick<ArticleCommentInput, "span" | "versionId">,
): Promise<Result<NewComment["span"], Failure>> {
  if (!span || !versionId) return ok(null);
  const place = await claimPlace(tx, permit, articleId);
  const version = place?.versions.find(({ id }) => id === versionId);
  if (!version) return fail(invalid("/versionId", "The article has no such version."));
  const index = new CodePointIndex(await versionText(tx, permit, versionId));
  const [problem] = spanProblems([span], index);
  if (problem) return fail(invalid("/span", messages[problem.kind]));
  if (span.exact !== undefined && span.exact !== index.slice(span)) {
    return fail(invalid("/span/exact", "The text there is not these words."));
  }
  return ok({ versionId, start: span.start, end: span.end, length: version.length });
}
