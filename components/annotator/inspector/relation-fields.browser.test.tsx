import { act } from "react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { claimOf } from "#lib/client/workspace/claim.cases.ts";
import { marked } from "../../../tests/support/marked-text.ts";
import { type Stage, stage } from "../../../tests/support/workspace-stage.tsx";
import { RelationFields } from "./relation-fields.tsx";

const { text, spans } = marked("[Ada said that [it rained]].");
const [whole, part] = spans.map((span) => [span]);
const around = (id: string) => claimOf({ id, spans: whole ?? [], statement: `${id} speaks.` });
const inside = claimOf({ id: "inside", spans: part ?? [], parentId: "ada" });

let at: Stage;
beforeEach(async () => {
  at = await stage(text, [around("ada"), around("ben"), inside], [], (active) =>
    active ? <RelationFields claim={active} /> : null,
  );
  act(() => at.ui.set({ activeId: "inside" }));
});
afterEach(() => at.leave());

const removeBen = () =>
  at.store.hear({ ...around("ben"), revision: 2, removedAt: "2026-02-01T00:00:00.000Z" }, "a colleague");
const offered = () => page.getByRole("option", { name: /ben speaks/u });

describe.each(["Nested in", "Same claim as", "Join with another claim"])("the list of %s", (name) => {
  beforeEach(async () => {
    const fold = page.getByText(name.startsWith("Join") ? /^Joined with/u : new RegExp(`^${name}`, "u"));
    await act(async () => userEvent.click(fold));
    await act(async () => userEvent.click(page.getByRole("combobox", { name })));
    await expect.element(offered()).toBeInTheDocument();
  });

  it("no longer holds what a colleague has removed meanwhile", async () => {
    act(removeBen);
    expect(offered().elements()).toHaveLength(0);
  });

  it("does nothing, and says so, when what was chosen is gone that moment", async () => {
    const before = at.store.get("inside");
    const option = offered().element() as HTMLElement;
    await act(async () => {
      removeBen();
      option.click();
    });
    expect(at.store.get("inside")).toEqual(before);
    expect(at.heard.at(-1)).toBe("That claim is gone. Nothing was changed.");
  });
});
