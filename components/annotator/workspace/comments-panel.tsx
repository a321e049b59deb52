"use client";
import { CornerUpLeft, X } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { CommentBox } from "#components/comments/comment-box.tsx";
import { useComments } from "#components/comments/comments-context.tsx";
import { CommentsProvider } from "#components/comments/comments-provider.tsx";
import { ThreadList } from "#components/comments/thread-list.tsx";
import { useSaid } from "#components/comments/use-said.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Span } from "#core/text/span.ts";
import { type Thread, threadsOf } from "#lib/client/comments/threads.ts";
import { newId } from "#lib/client/workspace/new-id.ts";
import { goToPlace, placeOf, showPlace } from "./comment-places.ts";
import styles from "./comments-panel.module.css";
import { useUi, useWorkspace } from "./workspace-context.tsx";

/** Everything said in the article: about it, its words and its claims. */
export function CommentsPanel() {
  const { comments, workspace, me } = useWorkspace();
  return (
    <CommentsProvider store={comments} workspace={workspace} me={me.id} canWrite={me.role !== "viewer"}>
      <Panel />
    </CommentsProvider>
  );
}

function Panel() {
  const workspace = useWorkspace();
  const { ui, comments } = workspace;
  const { canWrite } = useComments();
  const shown = useUi((state) => state.comments);
  const said = useSaid(comments);
  const threads = useMemo(() => threadsOf(said.items ?? []), [said.items]);
  const open = threads.filter(({ isResolved }) => !isResolved).length;
  const section = useRef<HTMLElement>(null);
  const askedId = shown?.askedId ?? null;
  const isRead = said.items !== null;
  const engine = useUi((state) => state.engine);
  useEffect(() => {
    if (!isRead || askedId === null) return;
    const asked = section.current
      ?.querySelector(`[data-comment="${CSS.escape(askedId)}"]`)
      ?.closest("[data-thread]");
    asked?.scrollIntoView({ block: "nearest" });
    asked?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    const said = comments.snapshot().items ?? [];
    const thread = said.find(
      ({ id }) => id === (said.find((one) => one.id === askedId)?.parentId ?? askedId),
    );
    const span = thread ? placeOf(workspace, thread) : null;
    if (span && engine) showPlace(workspace, span);
  }, [askedId, isRead, engine, comments, workspace]);
  return (
    <section ref={section} className={styles.panel} aria-label="Comments on the article">
      <header className={styles.head}>
        <h2 className={styles.title}>
          Comments{" "}
          {isRead ? <span className={styles.count}>{open === 0 ? "none open" : `${open} open`}</span> : null}
        </h2>
        <IconButton
          size="sm"
          className={styles.close ?? ""}
          label="Close the comments"
          shortcut="Esc"
          icon={<X />}
          onClick={() => ui.set({ comments: null, isSheetOpen: false })}
        />
      </header>
      <div className={styles.body}>
        {canWrite ? <NewThread /> : null}
        <ThreadList
          said={said}
          threads={threads}
          askedId={askedId}
          placeOf={(thread) => <ThreadPlace thread={thread} />}
          none={
            canWrite
              ? "Nobody has said anything yet. Select words in the text and take Comment from the bar beside them, or press Shift-M."
              : "Nobody has said anything yet."
          }
        />
      </div>
    </section>
  );
}

/** On the words that were selected, else on the article as a whole. */
function NewThread() {
  const workspace = useWorkspace();
  const { ui, article, index, comments, announce } = workspace;
  const writing = useUi((state) => state.comments?.writing ?? null);
  const span = writing?.span ?? null;
  const done = () => ui.set({ comments: { askedId: null, writing: null } });
  if (!writing) {
    return (
      <div>
        <Button size="sm" onClick={() => ui.set({ comments: { askedId: null, writing: { span: null } } })}>
          Comment on the article
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.writing}>
      {span ? <Quote span={span} /> : <p className={styles.about}>About the article</p>}
      <CommentBox
        key={span ? `${span.start}-${span.end}` : "article"}
        draft={`article ${article.id} ${span ? `${article.version.id} ${span.start}-${span.end}` : ""}`}
        label={span ? "Comment on the words" : "Comment on the article"}
        send="Comment"
        placeholder="Write a comment; @ mentions somebody"
        autoFocus
        onSend={(written) => {
          const words = span
            ? { versionId: article.version.id, span: { ...span, exact: index.slice(span) } }
            : null;
          return comments.add({ id: newId(), ...written, words });
        }}
        onDone={() => {
          announce("Comment added.");
          done();
          if (span) goToPlace(workspace, span);
        }}
        onCancel={() => {
          done();
          if (span) goToPlace(workspace, span);
        }}
      />
    </div>
  );
}

function ThreadPlace({ thread: { first } }: { thread: Thread }) {
  const workspace = useWorkspace();
  const span = placeOf(workspace, first);
  const claim = first.claimId === null ? null : workspace.store.get(first.claimId);
  if (!span)
    return (
      <p className={styles.about}>
        {first.span
          ? "About words of an earlier version"
          : first.claimId
            ? "About a claim that is not shown"
            : "About the article"}
      </p>
    );
  return (
    <button type="button" className={styles.jump} onClick={() => goToPlace(workspace, span)}>
      <CornerUpLeft aria-hidden="true" />
      <span className={styles.jumpWords}>
        {claim
          ? `Claim: ${claim.statement || workspace.index.slice(span)}`
          : `“${workspace.index.slice(span)}”`}
      </span>
    </button>
  );
}

function Quote({ span }: { span: Span }) {
  const { index, article } = useWorkspace();
  return (
    <blockquote
      className={styles.quote}
      lang={article.language ?? undefined}
      dir={article.direction ?? "auto"}
    >
      {index.slice(span)}
    </blockquote>
  );
}
