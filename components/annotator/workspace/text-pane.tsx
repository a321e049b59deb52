"use client";
import { Suspense, useMemo, useRef } from "react";
import { lazily } from "#components/ui/lazily.ts";
import { leisure } from "#components/ui/leisure.ts";
import { useToast } from "#components/ui/toast.tsx";
import type { Block } from "#core/text/blocks.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { PresenceMarks } from "../live/presence-marks.tsx";
import { usePresenceSpans } from "../live/use-people-here.ts";
import { ArticleText } from "../surface/article-text.tsx";
import type { ArticleEngine, ArticleMarks, SelectionDetail } from "../surface/article-types.ts";
import { showThreadAt } from "./comment-places.ts";
import { useSnap } from "./snap-preference.ts";
import styles from "./text-pane.module.css";
import { useActions } from "./use-actions.ts";
import { useCommentMarks } from "./use-comment-marks.ts";
import { usePickAtOnce } from "./use-pick-at-once.ts";
import { useActiveClaim, useUi, useWorkspace } from "./workspace-context.tsx";
import { useTitleInText } from "./workspace-header.tsx";

// Both stand beside the text and move nothing when they come; they have nothing to draw before the claims do.
const Rail = lazily(async () => (await import("../surface/rail.tsx")).Rail);
const Minimap = lazily(async () => (await import("../surface/minimap.tsx")).Minimap);
// Neither shows before words are selected or pressed on.
const ClaimsHere = lazily(async () => {
  await leisure();
  return (await import("./claims-here.tsx")).ClaimsHere;
});
const SelectionBar = lazily(async () => {
  await leisure();
  return (await import("./selection-bar.tsx")).SelectionBar;
});

/** The text with its claims, and what belongs to a selection in it. */
export function TextPane() {
  const workspace = useWorkspace();
  const { article, store, ui, painted, canWrite } = workspace;
  const { activate, addFragment } = useActions();
  const pickAtOnce = usePickAtOnce();
  const [snap] = useSnap();
  const { notify } = useToast();
  const active = useActiveClaim();
  const activeLink = useUi((state) => state.activeLink);
  const pointedAt = useUi((state) => state.pointedAt);
  const engine = useUi((state) => state.engine);
  const isTitled = useTitleInText();
  const isPicking = useUi((state) => state.picking !== null);
  const presence = usePresenceSpans();
  const comment = useCommentMarks();
  const marks = useMemo(
    () => ({ presence, comment, ...(active ? marksOf(active, activeLink) : {}) }),
    [presence, comment, active, activeLink],
  );
  const onSelect = (selection: SelectionDetail | null) => {
    const { activeId, picking } = ui.get();
    if (selection?.add && activeId !== null && !picking && canWrite) addFragment(activeId, selection.span);
    else {
      ui.set({ selection, familyKey: null, here: null });
      pickAtOnce(selection);
    }
  };
  const onPoint = (ids: readonly string[], point: { readonly x: number; readonly y: number }) => {
    const { selection, picking } = ui.get();
    if (selection || picking) return;
    const [first, second] = ids;
    if (first === undefined) return showThreadAt(workspace, point) || activate(null);
    if (second === undefined) return activate(first);
    const claim = store.get(first);
    const span = claim?.spans[0];
    if (span) ui.set({ here: { ids, span } });
  };
  const { version } = article;
  // Reason for `as`: the contract knows a heading's level only as a number, which it holds to 1–6.
  const blocks = version.blocks as readonly Block[];
  return (
    <div className={styles.pane} data-picking={isPicking || undefined} data-titled={isTitled || undefined}>
      <div className={styles.rail}>
        <Suspense>
          <Rail engine={engine} claims={painted} activeId={active?.id ?? null} onOpen={activate} />
        </Suspense>
      </div>
      <div className={styles.minimap}>
        <Suspense>
          <Minimap engine={engine} claims={painted} activeId={active?.id ?? null} />
        </Suspense>
      </div>
      {engine?.painter.isFallback ? (
        <p className={styles.plain}>
          This browser paints claims more plainly, and long articles more slowly.
        </p>
      ) : null}
      <ArticleText
        text={version.text}
        blocks={blocks}
        claims={painted}
        activeId={active?.id ?? null}
        hovered={pointedAt}
        marks={marks}
        label={article.title}
        {...(article.language ? { lang: article.language } : {})}
        dir={article.direction ?? "auto"}
        snap={snap}
        onSelect={onSelect}
        onRefuse={() => notify(refusedEdit)}
        onPoint={onPoint}
        onHover={(underPointer) => ui.set({ underPointer })}
        {...(canWrite ? { onAdjust: (id, spans) => store.change(id, { spans }, "Move the edge") } : {})}
        onEngine={useEngineSetter()}
      />
      <PresenceMarks />
      <Suspense>
        <SelectionBar />
        <ClaimsHere />
      </Suspense>
    </div>
  );
}

const refusedEdit = {
  title: "The text is not edited here",
  description: "Nothing was changed. Claims are marked on the text as it came in.",
  tone: "info",
} as const;

function useEngineSetter() {
  const { ui } = useWorkspace();
  const set = useRef((engine: ArticleEngine | null) => ui.set({ engine }));
  return set.current;
}

/** Mention, cue and addressee of the active link, or of the whole chain while none is. */
function marksOf(claim: ClaimView, activeLink: number | null): ArticleMarks {
  const own = activeLink === null ? undefined : claim.ownChain[activeLink];
  const links = own ? [own] : claim.chain;
  return {
    mention: links.flatMap((hop) => hop.mention),
    cue: links.flatMap((hop) => hop.cue),
    addressee: links.flatMap((hop) => hop.addressee),
    hedge: claim.hedges.map((hedge) => hedge.span),
  };
}
