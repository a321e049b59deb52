import type { LiveEvent, StreamItem } from "#lib/contracts/events.ts";
import { writeCursor } from "#lib/services/events/cursor.ts";
import type { Watch } from "#lib/services/events/watch.ts";

/** An event is told to many: what is written for one is there for all. */
const written = new WeakMap<LiveEvent, string>();

/** Items as Server-Sent Events. https://html.spec.whatwg.org/multipage/server-sent-events.html */
export async function* frames({ workspaceId, items }: Watch): AsyncGenerator<string> {
  // Sent at once, so that a proxy passes the head on and the reader knows that it is connected.
  yield "retry: 1000\n\n";
  for await (const told of items) yield told.map((item) => frame(workspaceId, item)).join("");
}

function frame(workspaceId: string, item: StreamItem): string {
  switch (item.kind) {
    case "hello":
      return message("hello", { number: item.number }, writeCursor(workspaceId, item.number));
    case "reset":
      return message("reset", { number: item.number }, writeCursor(workspaceId, item.number));
    case "presence":
      return message("presence", item.presence);
    case "beat":
      return ": beat\n\n";
    case "change": {
      const { event } = item;
      const known = written.get(event);
      if (known) return known;
      const made = message("change", event, writeCursor(workspaceId, event.number));
      written.set(event, made);
      return made;
    }
  }
}

/** JSON has no line ends, so that one `data:` line holds it. */
function message(event: string, data: unknown, id?: string): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
