import { describe, expect, it } from "vitest";
import type { ToastInput } from "#components/ui/toast-queue.ts";
import { oneToast } from "./one-toast.ts";

function screen() {
  const shown = new Map<string, ToastInput>();
  let made = 0;
  const toasts = oneToast({
    notify: (input) => {
      made += 1;
      shown.set(`toast-${made}`, input);
      return `toast-${made}`;
    },
    dismiss: (id) => void shown.delete(id),
  });
  return { toasts, titles: () => [...shown.values()].map(({ title }) => title) };
}

describe("the toast of a decision", () => {
  it("takes the place of the one before", () => {
    const { toasts, titles } = screen();
    for (const title of ["First", "Second", "Third"]) toasts.notify({ title });
    expect(titles()).toEqual(["Third"]);
  });

  it("goes when a form opens", () => {
    const { toasts, titles } = screen();
    toasts.notify({ title: "Approved" });
    toasts.clear();
    expect(titles()).toEqual([]);
  });

  it("leaves what went wrong to be closed by its reader", () => {
    const { toasts, titles } = screen();
    toasts.notify({ title: "3 approved, 1 not", tone: "danger" });
    toasts.notify({ title: "Approved" });
    toasts.clear();
    expect(titles()).toEqual(["3 approved, 1 not"]);
  });

  it("answers ids by which each is still dismissed by itself", () => {
    const { toasts, titles } = screen();
    const id = toasts.notify({ title: "Not taken back", tone: "danger" });
    toasts.notify({ title: "Approved" });
    toasts.dismiss(id);
    expect(titles()).toEqual(["Approved"]);
  });
});
