import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { samplePerson, signIn } from "./support/desk.ts";
import { articleText } from "./support/text.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

const file = (name: string, content: string | Buffer, mimeType = "text/plain") => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

test("files come in as text, each with what became of it", async ({ page }) => {
  const watched = watch(page);
  await signIn(page, samplePerson("rosa.amaral"));
  await page.goto("/w/sample-desk/p/how-these-articles-know/import");
  await page.getByRole("tab", { name: "Files" }).click();
  await expectAccessible(page, "importing files");
  const stamp = Date.now();
  await page.locator("input[type=file]").setInputFiles([
    file("lamp.txt", `The lamp of ${stamp} was lit.\n\nNobody saw who lit it.`),
    file("quay.md", `# Quay ${stamp}\n\nThe quay was *closed*, the guard said.`, "text/markdown"),
    file(
      "page.html",
      `<title>Gate ${stamp}</title><h1>Gate</h1><p onclick="document.title='run'">The gate was shut.</p>
       <script>document.title = "run"</script><img src=x onerror="document.title='run'">`,
      "text/html",
    ),
    file("photo.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])),
  ]);
  await expect(page.getByRole("status").filter({ hasText: "3 stored, 1 not stored" })).toBeVisible();
  const failed = page.getByRole("listitem").filter({ hasText: "photo.txt" });
  await expect(failed).toContainText("Not stored");
  await expect(failed).toContainText("PNG");
  await expectAccessible(page, "files that came in");
  await page.getByRole("link", { name: `Gate ${stamp}` }).click();
  const text = articleText(page);
  await expect(text).toContainText("The gate was shut.");
  expect(await text.innerHTML()).not.toMatch(/<script|onclick|onerror|document\.title/u);
  await expect(page).not.toHaveTitle("run");
  expectNoProblems(watched);
});
