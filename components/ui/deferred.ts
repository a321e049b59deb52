import { useSyncExternalStore } from "react";

/** A part of the program that is fetched when it is first needed. */
export type Deferred<T> = {
  /** Starts fetching, once; asking again after a failure tries again. */
  readonly ask: () => void;
  /** Null until it has been fetched. */
  readonly get: () => T | null;
  readonly subscribe: (listener: () => void) => () => void;
};

export function deferred<T>(load: () => Promise<T>): Deferred<T> {
  let part: T | null = null;
  let isComing = false;
  const listeners = new Set<() => void>();
  const arrive = (loaded: T) => {
    part = loaded;
    for (const listener of listeners) listener();
  };
  return {
    ask: () => {
      if (isComing) return;
      isComing = true;
      load().then(arrive, () => {
        isComing = false;
      });
    },
    get: () => part,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The part once it is here; the server and the first paint do without. */
export function useDeferred<T>(part: Deferred<T>): T | null {
  return useSyncExternalStore(part.subscribe, part.get, () => null);
}
