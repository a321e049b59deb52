import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import { Unsubscribe } from "./unsubscribe.tsx";

let root: Root;
beforeEach(() => {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  root = createRoot(document.body.appendChild(document.createElement("div")));
  act(() => root.render(<Unsubscribe address="/unsubscribe/a.b/now" />));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

it.each([
  ["stops them", () => new Response("Stopped."), "No more letters"],
  [
    "says how long to wait where too much was asked",
    () => new Response("{}", { status: 429, headers: { "retry-after": "12" } }),
    "Too much was asked from your network in the last minute. Try again in 12 seconds.",
  ],
  [
    "says that the server could not",
    () => new Response("{}", { status: 503 }),
    "The server answered, but could not do it. Try again in a moment.",
  ],
  [
    "says that no answer came",
    () => Promise.reject(new TypeError("Failed to fetch")),
    "The server did not answer. Try again in a moment.",
  ],
])("the button %s", async (_, answer, words) => {
  vi.stubGlobal("fetch", async () => answer());
  await act(async () => page.getByRole("button", { name: "Stop letters" }).click());
  await expect.element(page.getByText(words)).toBeVisible();
});
