/** A canvas sized to its box and the screen's pixels, cleared; null where there is no 2D context. */
export function prepareCanvas(canvas: HTMLCanvasElement, width: number, height: number) {
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.scale(ratio, ratio);
  context.font = `600 10px ${getComputedStyle(canvas).fontFamily}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  return context;
}

/** Calls `draw` once a frame at most: after scrolling anywhere, after resizing of `root`, when `changes` says so, and now. */
export function redrawOnMove(
  root: HTMLElement,
  draw: () => void,
  changes?: (listener: () => void) => () => void,
): () => void {
  const stop = new AbortController();
  let frame = 0;
  const ask = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };
  const observer = new ResizeObserver(ask);
  observer.observe(root);
  document.addEventListener("scroll", ask, { capture: true, passive: true, signal: stop.signal });
  window.addEventListener("resize", ask, { signal: stop.signal });
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", ask, { signal: stop.signal });
  const theme = new MutationObserver(ask);
  theme.observe(document.documentElement, { attributes: true });
  const unsubscribe = changes?.(ask);
  ask();
  return () => {
    unsubscribe?.();
    cancelAnimationFrame(frame);
    observer.disconnect();
    theme.disconnect();
    stop.abort();
  };
}
