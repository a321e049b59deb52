"use client";
import { useEffect, useRef, useState } from "react";
import { useToast } from "#components/ui/toast.tsx";
import { LiveLink } from "#lib/client/live/live-link.ts";
import type { LiveEvent } from "#lib/contracts/events.ts";
import { usePeople } from "../inspector/use-people.ts";
import { useWorkspace, type Workspace } from "../workspace/workspace-context.tsx";
import { useWhereabouts } from "./use-whereabouts.ts";

/** What could not be read anew at once is tried again so often. */
const AGAIN_MS = 2_000;

/** Keeps the page at what others do: claims as they change, who is here, what is gone. */
export function Live() {
  const workspace = useWorkspace();
  const { reading, here } = workspace;
  const [number, setNumber] = useState(reading.get().eventNumber);
  useEffect(() => {
    const take = () => setNumber((old) => old ?? reading.get().eventNumber);
    // It may have come between the first look and this one.
    take();
    return reading.subscribe(take);
  }, [reading]);
  useWhereabouts();
  const tell = useTold(workspace);
  // Props that come anew from the server are no reason to begin anew: the stores stay the same.
  const latest = useRef({ tell, workspace });
  useEffect(() => {
    latest.current = { tell, workspace };
  });
  const { workspace: slug, me } = workspace;
  useEffect(() => {
    if (number === null) return;
    const link = new LiveLink(slug, me.id, number);
    const catchUp = catchingUp(latest.current.workspace);
    link.listen({
      onChange: (event) => {
        follow(latest.current.workspace, event, latest.current.tell);
        if (isOfMany(event, latest.current.workspace)) catchUp.begin();
      },
      onReset: catchUp.begin,
      onPresence: (present) => here.hear(present),
      onState: (state) => latest.current.workspace.ui.set({ isLive: state !== "down" }),
    });
    const look = () => (document.visibilityState === "visible" ? here.arrive() : here.leave());
    const leave = () => here.leave();
    look();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pagehide", leave);
      catchUp.end();
      here.leave();
      link.close();
    };
  }, [slug, me.id, here, number]);
  return null;
}

/** Claims came in together, or went: they are not told one by one. */
function isOfMany({ kind, articleId }: LiveEvent, { article }: Workspace): boolean {
  return kind.startsWith("claims.") && articleId === article.id;
}

type Tell = (event: LiveEvent, what: "removed" | "trashed" | "restored") => void;

function follow(
  { article, store, sources, comments, ui, me }: Workspace,
  event: LiveEvent,
  tell: Tell,
): void {
  const { kind, articleId, objectId, actorId, claim } = event;
  if (kind.startsWith("source.") && objectId !== null) return void sources.fetch(objectId);
  if (articleId !== article.id) return;
  if (kind.startsWith("comment.")) return void comments.load();
  if (claim) {
    const wasOpen = ui.get().activeId === claim.id && store.get(claim.id) !== null;
    store.hear(claim, actorId);
    if (wasOpen && claim.removedAt !== null && actorId !== me.id) tell(event, "removed");
  }
  if (actorId !== me.id && kind === "article.trashed") tell(event, "trashed");
  if (actorId !== me.id && kind === "article.restored") tell(event, "restored");
}

/** What is told of others' doings that take something away from under one's eyes. */
function useTold({ store, ui }: Workspace): Tell {
  const { notify } = useToast();
  const nameOf = usePeople();
  return (event, what) => {
    const name = nameOf(event.actorId);
    if (what === "removed" && event.claim) {
      const isKept = store.get(event.claim.id) !== null;
      if (!isKept) ui.set({ activeId: null });
      notify({
        title: `${name} removed the claim you had open`,
        description: isKept
          ? "What you changed in it is kept here and not sent."
          : "An admin can bring it back.",
        tone: "info",
      });
    }
    if (what === "trashed") {
      notify({
        title: `${name} put this article into the trash`,
        description: "Nothing is lost. It can be brought back from there.",
        tone: "info",
      });
    }
    if (what === "restored") notify({ title: `${name} brought this article back`, tone: "info" });
  };
}

/** Reads everything anew once that can be: not while something of one's own is on its way. */
function catchingUp({ store }: Workspace): { begin: () => void; end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const attempt = async () => {
    timer = undefined;
    if (!(await store.refresh())) begin();
  };
  const begin = () => {
    if (!isOver) timer ??= setTimeout(() => void attempt(), AGAIN_MS);
  };
  const end = () => {
    isOver = true;
    clearTimeout(timer);
  };
  return { begin, end };
}
