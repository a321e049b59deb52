import { describe, expect, it, vi } from "vitest";
import { createToastQueue, type ToastInput } from "./toast-queue.ts";

function stageOf() {
  const shown = new Map<string, ToastInput>();
  return {
    shown,
    add: (id: string, input: ToastInput) => void shown.set(id, input),
    close: (id: string) => void shown.delete(id),
  };
}

describe("createToastQueue", () => {
  it("asks for the stage at the first toast and hands over what waited, in order", () => {
    const ask = vi.fn();
    const queue = createToastQueue(ask);
    queue.notify({ title: "Saved" });
    queue.notify({ title: "Sent" });
    expect(ask).toHaveBeenCalled();
    const stage = stageOf();
    queue.attach(stage);
    expect([...stage.shown.values()].map(({ title }) => title)).toEqual(["Saved", "Sent"]);
  });

  it("drops a waiting toast that is dismissed", () => {
    const queue = createToastQueue(() => undefined);
    const gone = queue.notify({ title: "Gone" });
    queue.notify({ title: "Kept" });
    queue.dismiss(gone);
    const stage = stageOf();
    queue.attach(stage);
    expect([...stage.shown.values()].map(({ title }) => title)).toEqual(["Kept"]);
  });

  it("shows and closes at once while a stage stands, and waits again after it", () => {
    const ask = vi.fn();
    const queue = createToastQueue(ask);
    const stage = stageOf();
    const letGo = queue.attach(stage);
    const id = queue.notify({ title: "Now" });
    expect(stage.shown.has(id)).toBe(true);
    queue.dismiss(id);
    expect(stage.shown.has(id)).toBe(false);
    expect(ask).not.toHaveBeenCalled();
    letGo();
    queue.notify({ title: "Later" });
    expect(ask).toHaveBeenCalledOnce();
    expect(stage.shown.size).toBe(0);
  });
});
