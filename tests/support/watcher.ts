import type { LiveEvent, StreamItem } from "#lib/contracts/events.ts";
import { watch } from "#lib/services/events/watch.ts";
import { type Person, value } from "./people.ts";

export type Watcher = {
  readonly items: readonly StreamItem[];
  /** Everything told so far, in the order it came. */
  readonly events: () => LiveEvent[];
  /** Resolves when the stream has ended by itself. */
  readonly ended: Promise<void>;
  readonly leave: () => void;
};

/** Somebody looking at a workspace's events in this process; `said` resolves once the stream has begun. */
export async function watcher(by: Person, w: string, lastId: string | null = null): Promise<Watcher> {
  const gone = new AbortController();
  const { items: stream } = value(await watch(by, w, lastId, gone.signal));
  const items: StreamItem[] = [];
  const { promise: begun, resolve: begin } = opened();
  const ended = (async () => {
    for await (const told of stream) {
      items.push(...told);
      begin();
    }
    begin();
  })();
  await begun;
  const events = () => items.flatMap((item) => (item.kind === "change" ? [item.event] : []));
  return { items, events, ended, leave: () => gone.abort() };
}

function opened(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
