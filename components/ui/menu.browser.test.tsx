import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { IconButton } from "./icon-button.tsx";
import { Menu, MenuItem } from "./menu.tsx";
import { TooltipHost } from "./tooltip.tsx";
import { createTooltips } from "./tooltip-state.ts";

let place: HTMLElement;
let root: Root;
let chosen: string[];

beforeEach(() => {
  chosen = [];
  place = document.createElement("div");
  document.body.append(place);
  root = createRoot(place);
  root.render(
    <>
      <Menu trigger={<IconButton label="Article" icon={<i />} />}>
        <MenuItem onSelect={() => chosen.push("details")}>Details</MenuItem>
        <MenuItem onSelect={() => chosen.push("archive")}>Archive</MenuItem>
      </Menu>
      <TooltipHost />
    </>,
  );
});

afterEach(() => {
  root.unmount();
  place.remove();
});

const trigger = page.getByRole("button", { name: "Article" });
const item = (name: string) => page.getByRole("menuitem", { name });

describe("the first press of a menu", () => {
  it.each(["{Enter}", " ", "{ArrowDown}"])("opens at the first item when it is the key %s", async (key) => {
    await expect.element(trigger).toBeVisible();
    await userEvent.tab();
    await expect.element(trigger).toHaveFocus();
    await userEvent.keyboard(key);
    await expect.element(item("Details")).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(chosen).toEqual(["archive"]);
    await expect.element(trigger).toHaveFocus();
  });

  it("opens by the pointer, closes by another press and opens again", async () => {
    await trigger.click();
    await expect.element(item("Details")).toBeVisible();
    await trigger.click();
    await expect.element(item("Details")).not.toBeInTheDocument();
    await trigger.click();
    await item("Details").click();
    expect(chosen).toEqual(["details"]);
  });

  it("tells that there is a menu before it has been opened", async () => {
    await expect.element(trigger).toHaveAttribute("aria-haspopup", "menu");
    await expect.element(trigger).toHaveAttribute("aria-expanded", "false");
  });
});

describe("a tooltip", () => {
  it("shows the name of what the focus is on, and goes by Escape", async () => {
    await expect.element(trigger).toBeVisible();
    await userEvent.tab();
    await expect.element(page.getByText("Article", { exact: true })).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByText("Article", { exact: true })).not.toBeInTheDocument();
  });

  it.each([
    ["true", false],
    ["false", true],
  ])("of what has opened something (%s) is shown: %s", (expanded, isShown) => {
    const element = document.createElement("button");
    element.setAttribute("aria-expanded", expanded);
    const tooltips = createTooltips();
    tooltips.show({ element, content: "Article", side: "bottom" });
    expect(tooltips.get().isOpen).toBe(isShown);
  });
});
