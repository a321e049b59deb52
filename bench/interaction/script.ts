import type { Page } from "@playwright/test";
import { measured, type Sample } from "./measure.ts";

const article = (page: Page) => page.getByRole("main").getByRole("document");

/** Brings a paragraph into sight and answers the middle of its second word. */
async function placeIn(page: Page, paragraph: number): Promise<{ x: number; y: number }> {
  return article(page).evaluate((root, wanted) => {
    const found = root.querySelectorAll("p");
    const element = found[Math.min(wanted, found.length - 1)];
    const text = element?.firstChild;
    const word = /(?<= )\p{L}+/u.exec(text?.textContent ?? "");
    if (!element || !text || !word) throw new Error(`paragraph ${wanted} has no second word`);
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    const box = range.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  }, paragraph);
}

const leaveField = (page: Page) =>
  page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
  );

/** What an editor does over and over: selects, marks, tags with two digits, goes on, comes back and submits. */
export async function editOnce(page: Page, paragraph: number): Promise<Sample[]> {
  const { keyboard, mouse } = page;
  const samples: Sample[] = [];
  const take = async (action: string, act: () => Promise<void>) => {
    samples.push(await measured(page, action, act));
  };
  const at = await placeIn(page, paragraph);
  await take("select", () => mouse.dblclick(at.x, at.y));
  await page.getByRole("toolbar", { name: "Selected words" }).waitFor();
  await take("create", () => keyboard.press("Enter"));
  await page.getByRole("textbox", { name: "Statement" }).waitFor();
  await leaveField(page);
  await take("family digit", () => keyboard.press("6"));
  await take("category digit", () => keyboard.press("1"));
  await take("next", () => keyboard.press("j"));
  await take("back", () => keyboard.press("k"));
  await leaveField(page);
  await take("submit", () => keyboard.press("ControlOrMeta+Enter"));
  await take("leave", () => keyboard.press("Escape"));
  return samples;
}

/** What a reviewer does: goes to the next claim and approves it. */
export async function approveNext(page: Page): Promise<Sample[]> {
  const claim = page.getByRole("region", { name: "Claim", exact: true });
  const samples: Sample[] = [await measured(page, "next", () => page.keyboard.press("j"))];
  const state = await claim
    .getByText(/^(?:Draft|Submitted)$/u)
    .first()
    .textContent();
  // Every other claim is a draft, of which there is nothing to decide.
  if (state === "Draft") samples.push(await measured(page, "next", () => page.keyboard.press("j")));
  const approve = page.getByRole("button", { name: "Approve", exact: true });
  await approve.waitFor();
  const box = await approve.boundingBox();
  if (!box) throw new Error("there is nothing to approve");
  const { x, y, width, height } = box;
  samples.push(await measured(page, "approve", () => page.mouse.click(x + width / 2, y + height / 2)));
  await approve.waitFor({ state: "hidden" });
  return samples;
}
