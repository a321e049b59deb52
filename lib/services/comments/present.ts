import type { Comment } from "#lib/contracts/comments.ts";
import type { StoredComment } from "#lib/db/comments.ts";

/** A comment as the API answers it. */
export function presentComment({ span, mentions, ...comment }: StoredComment): Comment {
  return { ...comment, span: span && { ...span }, mentions: [...mentions] };
}
