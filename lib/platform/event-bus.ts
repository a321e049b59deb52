/**
 * A word from one process of the installation to all, the sender among them. It says that there is something to look
 * for, or passes on what is never stored. Nobody relies on its arrival: what happened is read from the outbox.
 */
export type BusMessage =
  | { readonly kind: "committed"; readonly workspaceId: string }
  | { readonly kind: "presence"; readonly workspaceId: string; readonly presence: unknown };

export type EventBus = {
  /** Sent on soon, several together; never throws and never waits. */
  readonly publish: (message: BusMessage) => void;
  readonly subscribe: (listener: (message: BusMessage) => void) => () => void;
  readonly close: () => Promise<void>;
};

// One bus a process: Next evaluates modules once per bundle, so it hangs on the global object.
const held = globalThis as typeof globalThis & { sourcelineBus?: EventBus };

/** The process's bus; until one is set, words go nowhere and streams find what happened by looking. */
export function eventBus(): EventBus {
  return held.sourcelineBus ?? silent;
}

export function setEventBus(bus: EventBus | null): void {
  if (bus) held.sourcelineBus = bus;
  else delete held.sourcelineBus;
}

const silent: EventBus = { publish: () => {}, subscribe: () => () => {}, close: async () => {} };
