import type { CDPSession, Page } from "@playwright/test";

/** One action of a person: how long until the next picture, and how long the page was busy because of it. */
export type Sample = { readonly action: string; readonly latency: number; readonly longTasks: number };

/** Event Timing tells nothing of what is quicker: it counts as this. */
const QUICKEST = 16;

type Watched = {
  events: { id: number; start: number; duration: number }[];
  tasks: { start: number; duration: number }[];
};
declare global {
  interface Window {
    benchWatch: Watched;
  }
}

/** Collects interactions (Event Timing, as INP does) and long tasks from the first byte on. */
export async function watchInteractions(page: Page): Promise<void> {
  // Functions are sent to the page as they were compiled, with a call that keeps their names.
  await page.addInitScript({ content: "globalThis.__name ??= (run) => run;" });
  await page.addInitScript(() => {
    const watched: Watched = { events: [], tasks: [] };
    window.benchWatch = watched;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        const {
          interactionId: id = 0,
          startTime: start,
          duration,
        } = entry as PerformanceEventTiming & {
          interactionId?: number;
        };
        if (id > 0) watched.events.push({ id, start, duration });
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
    new PerformanceObserver((list) => {
      for (const { startTime: start, duration } of list.getEntries()) watched.tasks.push({ start, duration });
    }).observe({ type: "longtask", buffered: true });
  });
}

/** Does it, waits until the page is at rest, and answers the worst interaction in it. */
export async function measured(page: Page, action: string, act: () => Promise<void>): Promise<Sample> {
  const from = await page.evaluate(() => performance.now());
  await act();
  await atRest(page);
  const { events, tasks } = await page.evaluate((since) => {
    const { events: all, tasks: long } = window.benchWatch;
    const later = ({ start }: { start: number }) => start >= since;
    return { events: all.filter(later), tasks: long.filter(later) };
  }, from);
  const latency = Math.max(QUICKEST, ...events.map(({ duration }) => duration));
  return { action, latency, longTasks: tasks.reduce((sum, { duration }) => sum + duration, 0) };
}

/** Nothing long has run for a while: timings of what happened have been handed out by then. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let quiet = 0;
        let last = performance.now();
        const look = () => {
          const now = performance.now();
          quiet = now - last < 40 ? quiet + 1 : 0;
          last = now;
          if (quiet >= 12) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

export async function throttle(session: CDPSession, rate: number): Promise<void> {
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
