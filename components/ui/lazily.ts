import { type ComponentType, type LazyExoticComponent, lazy } from "react";

// React's own `lazy` takes components of any properties.
// biome-ignore lint/suspicious/noExplicitAny: as there
type Any = ComponentType<any>;

/**
 * A part of the page that is fetched when it is first rendered. It is asked for until it comes, because a part that
 * comes late must never cost the page; its Suspense says what stands there until then.
 */
export function lazily<C extends Any>(load: () => Promise<C>): LazyExoticComponent<C> {
  return lazy(async () => ({ default: await patiently(load) }));
}

/** Told to the window when a part does not come although there is a network: most likely the program was renewed. */
export const PART_MISSING = "sl-part-missing";

const TRIES = 3;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** What `load` answers, however often it takes. While there is no network it waits for one. */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; ) {
    try {
      return await load();
    } catch {
      if (!navigator.onLine)
        await new Promise((resume) => addEventListener("online", resume, { once: true }));
      else {
        failures += 1;
        if (failures === TRIES) dispatchEvent(new Event(PART_MISSING));
        const wait = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
        await new Promise((resume) => setTimeout(resume, wait));
      }
    }
  }
}
