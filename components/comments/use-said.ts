"use client";
import { useEffect, useSyncExternalStore } from "react";
import type { CommentStore, Said } from "#lib/client/comments/comment-store.ts";

/** What is said there, read now and whenever the page is looked at again. */
export function useSaid(store: CommentStore): Said {
  useEffect(() => {
    void store.load();
    const look = () => void store.load();
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [store]);
  return useSaidSoFar(store);
}

/** As far as it has been read. */
export function useSaidSoFar(store: CommentStore): Said {
  return useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
}
