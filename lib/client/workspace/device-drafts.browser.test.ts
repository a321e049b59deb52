import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deviceDrafts } from "./device-drafts.ts";
import type { Drafts } from "./drafts.ts";
import type { Write } from "./write.ts";

let frames: HTMLIFrameElement[] = [];
let person = "";
let count = 0;

/** Another page of this browser: its own locks, the same database. Closing it is what a closed tab does. */
async function otherPage(): Promise<{ open: (who?: string) => Drafts; close: () => void }> {
  const frame = document.createElement("iframe");
  frame.src = "about:blank";
  document.body.append(frame);
  frames.push(frame);
  const inside = frame.contentWindow;
  if (!inside) throw new Error("the frame has no window");
  return {
    open: (who = person) => deviceDrafts(who, "article", inside.navigator.locks) ?? nothing(),
    close: () => frame.remove(),
  };
}

function nothing(): never {
  throw new Error("this browser keeps nothing");
}
const thisPage = (who = person): Drafts => deviceDrafts(who, "article") ?? nothing();

function write(key: string, order: number): Write {
  const action = { kind: "change", change: { statement: key }, before: { statement: "" } } as const;
  return { key, order, id: "c1", action, stuck: null, because: [] };
}
const keysOf = (writes: readonly Write[]): string[] => writes.map(({ key }) => key);

beforeEach(() => {
  count += 1;
  person = `person ${count} ${performance.now()}`;
});
afterEach(() => {
  for (const frame of frames) frame.remove();
  frames = [];
});

describe("drafts on the device", () => {
  test("of a page that is gone are taken over whole, in the order they were made", async () => {
    const first = await otherPage();
    const drafts = first.open();
    await drafts.save([write("b", 2), write("a", 1)], []);
    await drafts.save([write("c", 3)], ["b"]);
    first.close();
    const next = thisPage();
    await expect.poll(async () => keysOf(await next.adopt())).toEqual(["a", "c"]);
  });

  test("of a page that is there stay its own", async () => {
    const first = (await otherPage()).open();
    await first.save([write("a", 1)], []);
    expect(await thisPage().adopt()).toEqual([]);
  });

  test("are taken over by one page, and by no other after it", async () => {
    const gone = await otherPage();
    await gone.open().save([write("a", 1)], []);
    gone.close();
    const [one, other] = [thisPage(), (await otherPage()).open()];
    const taken: string[][] = [];
    await expect
      .poll(async () => {
        taken.push(...(await Promise.all([one.adopt(), other.adopt()])).map(keysOf));
        return taken.flat();
      })
      .toEqual(["a"]);
  });

  test("of one person are nothing to another", async () => {
    const gone = await otherPage();
    await gone.open().save([write("a", 1)], []);
    gone.close();
    expect(await thisPage("somebody else").adopt()).toEqual([]);
  });

  test("are sent by one page at a time", async () => {
    const [one, other] = [thisPage(), (await otherPage()).open()];
    const told: string[] = [];
    const work = (name: string) => async () => {
      told.push(`${name} begins`);
      await one.save([write(name, 1)], []);
      told.push(`${name} ends`);
    };
    await Promise.all([one.alone(work("one")), other.alone(work("other"))]);
    expect(told).toEqual(["one begins", "one ends", "other begins", "other ends"]);
  });
});

test("a device that cannot keep anything says so", async () => {
  const drafts = thisPage();
  await drafts.save([write("a", 1)], []);
  const unkeepable = { ...write("b", 2), id: () => undefined } as unknown as Write;
  await expect(drafts.save([unkeepable], [])).rejects.toThrow();
});
