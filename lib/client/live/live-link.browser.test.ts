import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LiveEvent } from "#lib/contracts/events.ts";
import { LiveLink, type LiveListener } from "./live-link.ts";

/** A stream whose server is the test. */
class Source extends EventTarget {
  static readonly CLOSED = 2;
  static readonly open: Source[] = [];
  readonly url: string;
  readyState = 1;

  constructor(url: string) {
    super();
    this.url = url;
    Source.open.push(this);
  }

  say(name: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }

  close(): void {
    this.readyState = Source.CLOSED;
    Source.open.splice(Source.open.indexOf(this), 1);
  }
}

const links: LiveLink[] = [];
let workspace = "";

beforeEach(() => {
  vi.stubGlobal("EventSource", Source);
  workspace = crypto.randomUUID();
});
afterEach(() => {
  for (const link of links.splice(0)) link.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Tab = { readonly link: LiveLink; readonly told: string[] };

function tab(number: number | null): Tab {
  const told: string[] = [];
  const listener: LiveListener = {
    onChange: (event) => told.push(`change ${event.number}`),
    onReset: () => told.push("reset"),
    onPresence: ({ tab: of }) => told.push(`presence ${of}`),
    onState: (state) => told.push(state),
  };
  const link = new LiveLink(workspace, "me", number);
  link.listen(listener);
  links.push(link);
  return { link, told };
}

const change = (number: number) => ({ number, kind: "claim.revised" }) as LiveEvent;
const source = async (): Promise<Source> => {
  await vi.waitFor(() => expect(Source.open).toHaveLength(1));
  const [only] = Source.open;
  if (!only) throw new Error("no stream is open");
  return only;
};

describe("the tabs of a browser", () => {
  it("share one stream, and each is told each thing once", async () => {
    const [first, second] = [tab(4), tab(4)];
    const stream = await source();
    expect(new URL(stream.url, "http://x").searchParams.get("after")).toBe("4");
    stream.say("hello", { number: 4 });
    for (const number of [5, 8]) stream.say("change", change(number));
    stream.say("presence", { tab: "somebody" });
    const all = ["live", "change 5", "change 8", "presence somebody"];
    await vi.waitFor(() => expect(second.told).toEqual(all));
    expect(first.told).toEqual(all);
  });

  it("go on where they were when the one that reads is closed", async () => {
    const [first, second] = [tab(4), tab(4)];
    const stream = await source();
    stream.say("hello", { number: 4 });
    stream.say("change", change(6));
    await vi.waitFor(() => expect(second.told).toContain("change 6"));
    first.link.close();
    await vi.waitFor(() => expect(Source.open.some((one) => one !== stream)).toBe(true));
    const next = await source();
    expect(next.url).toContain("after=6");
    next.say("hello", { number: 6 });
    next.say("change", change(7));
    expect(second.told.filter((word) => word.startsWith("change"))).toEqual(["change 6", "change 7"]);
  });

  it("read anew what was missed: a late tab, and one that a message did not reach", async () => {
    const first = tab(9);
    const stream = await source();
    stream.say("hello", { number: 9 });
    const late = tab(7);
    await vi.waitFor(() => expect(late.told).toContain("reset"));
    stream.say("reset", { number: 20 });
    await vi.waitFor(() => expect(late.told.filter((word) => word === "reset")).toHaveLength(2));
    expect(first.told).toEqual(["live", "reset"]);
  });

  it("tell one that comes late that nothing comes", async () => {
    tab(4);
    const stream = await source();
    stream.dispatchEvent(new Event("error"));
    const late = tab(4);
    await vi.waitFor(() => expect(late.told).toEqual(["down"]));
  });

  it("say when nothing comes, and when it does again", async () => {
    const [first, second] = [tab(null), tab(null)];
    const stream = await source();
    stream.say("hello", { number: 1 });
    stream.dispatchEvent(new Event("error"));
    stream.say("hello", { number: 1 });
    await vi.waitFor(() => expect(second.told).toEqual(["live", "down", "live"]));
    expect(first.link.state).toBe("live");
  });

  it("ask less and less often while no stream is to be had, and say so until one is", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const only = tab(1);
    const refuse = async () => {
      const stream = await source();
      stream.close();
      stream.dispatchEvent(new Event("error"));
    };
    for (const seconds of [5, 10, 20, 40, 60, 60]) {
      await refuse();
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
      expect([Source.open.length, only.link.state]).toEqual([0, "down"]);
      await vi.advanceTimersByTimeAsync(1);
      expect([Source.open.length, only.link.state]).toEqual([1, "down"]);
    }
    (await source()).say("hello", { number: 1 });
    expect(only.link.state).toBe("live");
    await refuse();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(Source.open).toHaveLength(1);
  });
});
