"use client";
import { useEffect, useState } from "react";

/** What is being written, kept over a reload until it is sent. */
export function useDraft(key: string, initial = ""): [string, (text: string) => void] {
  const name = `sl-draft ${key}`;
  const [text, setText] = useState(initial);
  // Read after the first paint: the server knows nothing of it.
  useEffect(() => {
    const kept = attempt(() => window.sessionStorage.getItem(name));
    if (kept !== null) setText(kept);
  }, [name]);
  const change = (next: string) => {
    setText(next);
    attempt(() =>
      next === "" || next === initial
        ? window.sessionStorage.removeItem(name)
        : window.sessionStorage.setItem(name, next),
    );
  };
  return [text, change];
}

/** A browser that keeps nothing for pages throws. */
function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
