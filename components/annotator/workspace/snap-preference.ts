"use client";
import { useSyncExternalStore } from "react";
import type { Snap } from "../surface/snap.ts";

const PLACE = "sl-snap";
const listeners = new Set<() => void>();
let chosen: Snap | null = null;

/** What selecting snaps to, as this person likes it on this device; whole words until they say otherwise. */
export function useSnap(): readonly [Snap, (snap: Snap) => void] {
  return [useSyncExternalStore(subscribe, read, () => "words"), choose];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): Snap {
  chosen ??= stored() === "graphemes" ? "graphemes" : "words";
  return chosen;
}

function choose(snap: Snap): void {
  chosen = snap;
  try {
    localStorage.setItem(PLACE, snap);
  } catch {
    // Kept for this page only.
  }
  for (const listener of listeners) listener();
}

function stored(): string | null {
  try {
    return localStorage.getItem(PLACE);
  } catch {
    return null;
  }
}
