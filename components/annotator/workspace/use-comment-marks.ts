"use client";
import { useEffect, useMemo } from "react";
import { useSaidSoFar } from "#components/comments/use-said.ts";
import { leisure } from "#components/ui/leisure.ts";
import type { Span } from "#core/text/span.ts";
import { useWorkspace } from "./workspace-context.tsx";

/** Words of the text that somebody has said something about, as long as it is not resolved. */
export function useCommentMarks(): readonly Span[] {
  const { comments, article } = useWorkspace();
  const { items } = useSaidSoFar(comments);
  useEffect(() => void leisure().then(comments.load), [comments]);
  const { id } = article.version;
  return useMemo(
    () =>
      (items ?? []).flatMap(({ span, resolvedAt, removedAt }) =>
        span && span.versionId === id && resolvedAt === null && removedAt === null
          ? [{ start: span.start, end: span.end }]
          : [],
      ),
    [items, id],
  );
}
