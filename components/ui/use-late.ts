import { startTransition, useEffect, useState } from "react";

/** A page that is not shown draws no picture to wait for. */
const NO_PICTURE_MS = 250;

/**
 * The value as it was before the latest picture; `first` until there has been one. For what is long to draw: the
 * answer to a press is shown before it, and a key pressed meanwhile is not kept waiting.
 */
export function useLate<T>(value: T, first: T): T {
  const [late, setLate] = useState<T>(() => first);
  useEffect(() => afterPicture(() => startTransition(() => setLate(() => value))), [value]);
  return late;
}

/** Runs it once the next picture has been drawn; answers how to call it off. */
function afterPicture(run: () => void): () => void {
  let timer = setTimeout(run, NO_PICTURE_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
