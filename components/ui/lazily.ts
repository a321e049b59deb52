import { type ComponentType, type LazyExoticComponent, lazy } from "react";

// React's own `lazy` takes components of any properties.
// biome-ignore lint/suspicious/noExplicitAny: as there
type Any = ComponentType<any>;

/**
 * A part of the page that is fetched when it is first wanted. While there is no network it waits for one: a part that
 * comes late must never cost the page. Shows what its Suspense says until then.
 */
export function lazily<C extends Any>(load: () => Promise<C>): LazyExoticComponent<C> {
  return lazy(async () => ({ default: await patiently(load) }));
}

const TRIES = 3;
const PAUSE_MS = 1_000;

/** What `load` answers, however often it takes; throws what it threw when it fails although there is a network. */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; ) {
    try {
      return await load();
    } catch (error) {
      if (navigator.onLine) {
        if (tries >= TRIES) throw error;
        tries += 1;
        await new Promise((resume) => setTimeout(resume, PAUSE_MS));
      } else {
        await new Promise((resume) => window.addEventListener("online", resume, { once: true }));
      }
    }
  }
}
