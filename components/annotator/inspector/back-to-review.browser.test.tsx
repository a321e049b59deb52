import { act } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { type Locator, page, userEvent } from "vitest/browser";
import type { ClaimState } from "#core/review/state.ts";
import { claimOf } from "#lib/client/workspace/claim.cases.ts";
import { type Stage, stage } from "../../../tests/support/workspace-stage.tsx";
import { BackToReview } from "./back-to-review.tsx";

let at: Stage | null = null;
async function open(state: ClaimState): Promise<Stage> {
  at = await stage("It rained.", [claimOf({ id: "one", state })], [], (active) =>
    active ? <BackToReview claim={active} /> : null,
  );
  act(() => at?.ui.set({ activeId: "one" }));
  return at;
}
const click = (what: Locator) => act(async () => userEvent.click(what));
const line = () => page.getByText(/review\./u);
const change = () => act(() => at?.store.change("one", { statement: "It poured." }, "Change the statement"));

afterEach(() => at?.leave());

describe("an approved claim", () => {
  it("says before a change what it does, and once it is made that it goes back, with the way back", async () => {
    const { store } = await open("approved");
    await expect.element(line()).toHaveTextContent("Approved. A change goes back to review.");
    change();
    await expect.element(line()).toHaveTextContent("This goes back to review.");
    await click(page.getByRole("button", { name: "Undo" }));
    expect(store.get("one")?.statement).toBe("It rained.");
  });

  it("says it no more once it was put away", async () => {
    await open("approved");
    await click(page.getByRole("button", { name: "Put this away" }));
    change();
    expect(line().elements()).toHaveLength(0);
  });
});

it("is not said of what a colleague changed: there is nothing of one's own to undo", async () => {
  const { store } = await open("approved");
  const theirs = claimOf({ id: "one", state: "submitted", revision: 9, statement: "It hailed." });
  act(() => store.hear(theirs, "a colleague"));
  expect(store.get("one")?.statement).toBe("It hailed.");
  expect(line().elements()).toHaveLength(0);
});

it("is not said of a claim that waits for review anyway", async () => {
  await open("submitted");
  change();
  expect(line().elements()).toHaveLength(0);
});
