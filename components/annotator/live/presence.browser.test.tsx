import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { ok } from "#core/result.ts";
import { nowhere, PeopleHere } from "#lib/client/live/people-here.ts";
import { ValueStore } from "#lib/client/workspace/value-store.ts";
import type { ArticleEngine } from "../surface/article-types.ts";
import { type Workspace, WorkspaceContext } from "../workspace/workspace-context.tsx";
import { initialUi, type UiState } from "../workspace/workspace-types.ts";
import { LiveState } from "./live-state.tsx";
import { usePresenceSpans } from "./use-people-here.ts";
import { useWhereabouts } from "./use-whereabouts.ts";

function Shown() {
  useWhereabouts();
  const spans = usePresenceSpans().map(({ start, end }) => `${start}-${end}`);
  return (
    <section aria-label="Claim">
      <input />
      <output>{spans.join(" ")}</output>
      <LiveState />
    </section>
  );
}

// Reason for `as`: the hooks read nothing else of the text.
const engine = () =>
  ({ map: { root: document.createElement("article"), blocks: [] } }) as unknown as ArticleEngine;

let root: Root;
let here: PeopleHere;
let ui: ValueStore<UiState>;
let moves: object[];

beforeEach(() => {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  here = new PeopleHere({ articleId: "a", length: 10 }, "mine", async () => ok({ items: [] }));
  moves = [];
  const move = here.move.bind(here);
  here.move = (where) => {
    moves.push(where);
    move(where);
  };
  ui = new ValueStore({ ...initialUi(null), engine: engine() });
  // Reason for `as`: the hooks read nothing else of the workspace.
  const workspace = { ui, here, me: { id: "me" } } as unknown as Workspace;
  root = createRoot(document.body.appendChild(document.createElement("div")));
  act(() =>
    root.render(
      <WorkspaceContext value={workspace}>
        <Shown />
      </WorkspaceContext>,
    ),
  );
  act(() => here.arrive());
});
afterEach(() => {
  act(() => root.unmount());
  here.leave();
  document.body.replaceChildren();
});

it("shows what others have selected, and not what one's own other pages have", () => {
  const selecting = (userId: string, start: number) =>
    here.hear({
      ...nowhere,
      tab: userId,
      userId,
      articleId: "a",
      isLeaving: false,
      selection: { start, end: start + 2 },
    });
  act(() => {
    selecting("ben", 4);
    selecting("me", 1);
  });
  expect(document.querySelector("output")?.textContent).toBe("4-6");
});

it.each([
  ["the text is drawn anew", () => ui.set({ engine: engine() })],
  ["the page is left", () => root.render(null)],
])("says that one types no more when %s", async (_, leave) => {
  document.querySelector("input")?.focus();
  await act(async () => userEvent.keyboard("a"));
  expect(moves.at(-1)).toEqual({ isTyping: true });
  act(leave);
  expect(moves).toContainEqual({ isTyping: false });
});

it("says that others' doings do not come in, for as long as they do not", () => {
  const says = () => document.body.textContent?.includes("Not live");
  expect(says()).toBe(false);
  act(() => ui.set({ isLive: false }));
  expect(says()).toBe(true);
  act(() => ui.set({ isLive: true }));
  expect(says()).toBe(false);
});
