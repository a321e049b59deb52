import { familyIds } from "#core/provenance/codebook.ts";

/**
 * A canvas with as many pixels as its box has on the screen, cleared; null where there is no 2D context or no box.
 * Touches the element only when its box has changed: any change of style makes the browser rework every highlight.
 */
export function prepareCanvas(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = width > 0 && height > 0 ? canvas.getContext("2d") : null;
  if (!context) return null;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
  context.globalAlpha = 1;
  return context;
}

export type Redraw = { readonly ask: () => void; readonly stop: () => void };

/** Calls `draw` once a frame at most: when asked, after scrolling anywhere, and with `true` after a new layout or theme. */
export function redrawOnMove(watched: readonly Element[], draw: (isNewLayout: boolean) => void): Redraw {
  const listening = new AbortController();
  const { signal } = listening;
  let frame = 0;
  let isNewLayout = true;
  const ask = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      draw(isNewLayout);
      isNewLayout = false;
    });
  };
  const askAnew = (): void => {
    isNewLayout = true;
    ask();
  };
  const observer = new ResizeObserver(askAnew);
  for (const element of watched) observer.observe(element);
  document.addEventListener("scroll", ask, { capture: true, passive: true, signal });
  window.addEventListener("resize", askAnew, { signal });
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    window.matchMedia(query).addEventListener("change", askAnew, { signal });
  }
  const theme = new MutationObserver(askAnew);
  theme.observe(document.documentElement, { attributes: true });
  const stop = (): void => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    theme.disconnect();
    listening.abort();
  };
  return { ask, stop };
}

export type StripColours = {
  readonly line: ReadonlyMap<string, string>;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly bad: string;
  readonly font: string;
};

/** Canvas knows no custom properties or `light-dark()`: an element resolves them. */
export function stripColours(host: HTMLElement): StripColours {
  const probe = document.createElement("span");
  probe.hidden = true;
  host.append(probe);
  const resolve = (value: string): string => {
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const colours = {
    line: new Map(familyIds.map((family) => [family, resolve(`var(--family-${family}-line)`)])),
    ink: resolve("var(--ink, CanvasText)"),
    muted: resolve("var(--ink-3, GrayText)"),
    accent: resolve("var(--accent, Highlight)"),
    good: resolve("var(--success, CanvasText)"),
    warning: resolve("var(--warning, CanvasText)"),
    bad: resolve("var(--danger, CanvasText)"),
    font: getComputedStyle(host).fontFamily,
  };
  probe.remove();
  return colours;
}
