import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { patiently } from "./lazily.ts";

let isOnline = true;
const page = new EventTarget();

beforeEach(() => {
  isOnline = true;
  vi.useFakeTimers();
  vi.stubGlobal("window", page);
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

it.each([0, 1, 2])("answers after %i failures in a row", async (times) => {
  const answer = patiently(failing(times));
  await vi.runAllTimersAsync();
  expect(await answer).toBe("the part");
});

it("gives up where the network is there and the part is not", async () => {
  const load = failing(9);
  const answer = patiently(load).catch((error: Error) => error.message);
  await vi.runAllTimersAsync();
  expect(await answer).toBe("no such chunk");
  expect(load).toHaveBeenCalledTimes(3);
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
});
