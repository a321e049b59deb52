import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { PART_MISSING, patiently } from "./lazily.ts";

let isOnline = true;
let page = new EventTarget();
let missing = 0;

beforeEach(() => {
  isOnline = true;
  page = new EventTarget();
  missing = 0;
  page.addEventListener(PART_MISSING, () => {
    missing += 1;
  });
  vi.useFakeTimers();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("dispatchEvent", page.dispatchEvent.bind(page));
  vi.stubGlobal("navigator", {
    get onLine() {
      return isOnline;
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Fails so many times, then answers. */
function failing(times: number) {
  let asked = 0;
  return vi.fn(async () => {
    asked += 1;
    if (asked <= times) throw new Error("no such chunk");
    return "the part";
  });
}

it.each([
  [0, 0],
  [1, 0],
  [2, 0],
  [3, 1],
  [9, 1],
])("answers after %i failures in a row, and says %i times that a part is missing", async (times, said) => {
  const answer = patiently(failing(times));
  await vi.runAllTimersAsync();
  expect(await answer).toBe("the part");
  expect(missing).toBe(said);
});

it("waits for a network that is gone, and asks nothing meanwhile", async () => {
  isOnline = false;
  const load = failing(1);
  const answer = patiently(load);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(load).toHaveBeenCalledTimes(1);
  isOnline = true;
  page.dispatchEvent(new Event("online"));
  expect(await answer).toBe("the part");
  expect(missing).toBe(0);
});
