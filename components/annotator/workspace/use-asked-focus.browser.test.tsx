import { act, useRef } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ValueStore } from "#lib/client/workspace/value-store.ts";
import { useAskedFocus } from "./use-asked-focus.ts";
import { type Workspace, WorkspaceContext } from "./workspace-context.tsx";
import { type AskedField, initialUi, type UiState } from "./workspace-types.ts";

function Field({ name }: { name: AskedField }) {
  const input = useRef<HTMLInputElement>(null);
  useAskedFocus(name, () => input.current);
  return <input ref={input} name={name} />;
}

let root: Root;
let ui: ValueStore<UiState>;

function show(...fields: readonly AskedField[]): void {
  // Reason for `as`: the hook reads nothing else of the workspace.
  const workspace = { ui } as unknown as Workspace;
  act(() =>
    root.render(
      <WorkspaceContext value={workspace}>
        {fields.map((name) => (
          <Field key={name} name={name} />
        ))}
      </WorkspaceContext>,
    ),
  );
}

const ask = (field: AskedField) => act(() => ui.set({ focus: { field } }));
const focused = () => document.activeElement?.getAttribute("name") ?? null;

beforeEach(() => {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  ui = new ValueStore(initialUi(null));
  root = createRoot(document.body.appendChild(document.createElement("div")));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

describe("a request for the focus", () => {
  it("waits for its field, however late it comes", () => {
    show("comment");
    ask("statement");
    expect(focused()).toBeNull();
    show("comment", "statement");
    expect(focused()).toBe("statement");
  });

  it("is served once: the field that comes again takes the focus from nobody", () => {
    show("statement");
    ask("statement");
    expect(focused()).toBe("statement");
    show("comment");
    show("comment", "statement");
    expect(focused()).toBeNull();
  });

  it("is replaced by the next", () => {
    show();
    ask("statement");
    ask("source");
    show("statement", "source");
    expect(focused()).toBe("source");
  });

  it("can be made again for the same field", () => {
    show("statement", "comment");
    ask("statement");
    ask("comment");
    ask("statement");
    expect(focused()).toBe("statement");
  });
});
