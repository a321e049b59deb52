import { createRoot } from "react-dom/client";
import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { Popover } from "./popover.tsx";

it("stays below what it belongs to and scrolls when it is taller than the screen, however it fills", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  const bell = document.body.appendChild(document.createElement("button"));
  bell.style.cssText = "position: fixed; inset-block-start: 8px; inset-inline-end: 160px; height: 24px";
  const root = createRoot(place);
  const show = (rows: number) =>
    root.render(
      <Popover open anchor={bell} align="end" title="Told">
        <div style={{ height: rows * 64 }}>rows</div>
      </Popover>,
    );
  try {
    const popup = page.getByRole("dialog", { name: "Told" });
    for (const rows of [1, 100]) {
      show(rows);
      await expect.element(popup).toBeVisible();
      await expect.poll(() => popup.element().scrollHeight).toBeGreaterThanOrEqual(rows * 64);
      await expect
        .poll(() => popup.element().getBoundingClientRect().top)
        .toBeGreaterThanOrEqual(bell.getBoundingClientRect().bottom);
      await expect
        .poll(() => popup.element().getBoundingClientRect().bottom)
        .toBeLessThanOrEqual(window.innerHeight);
    }
  } finally {
    root.unmount();
    place.remove();
    bell.remove();
  }
});
