import { existsSync, readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

const dataDir = () => process.env.SOURCELINE_E2E_DATA_DIR ?? "";

type SamplePerson = "ada.lindqvist" | "ben.okonjo" | "rosa.amaral";

/** One of the sample's people, with the password the server made for them when it first started. */
export function samplePerson(name: SamplePerson): { email: string; password: string } {
  const lines = readFileSync(`${dataDir()}/sample-accounts.txt`, "utf8").split("\n");
  const [email, password] = lines.find((line) => line.startsWith(name))?.split(/ {2}/u) ?? [];
  if (!email || !password) throw new Error(`the server made no account for ${name}`);
  return { email, password };
}

/** The link that `npm start` prints for whoever sets the installation up. */
export async function firstOwnerLink(): Promise<string> {
  const printed = `${dataDir()}.log`;
  const find = () =>
    existsSync(printed) ? /https?:\S+\/setup#\S+/u.exec(readFileSync(printed, "utf8"))?.[0] : undefined;
  await expect.poll(find).toBeDefined();
  return find() ?? "";
}

/** Signs in through the form, as everybody does. */
export async function signIn(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page).not.toHaveURL(/sign-in/u);
}
