import { expect, type Page } from "@playwright/test";

/** Listens for what no journey may cause: errors of the page, refusals by the content policy, answers of 5xx. */
export function watch(page: Page): { readonly problems: string[] } {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (/content security policy|refused to|hydrat/iu.test(message.text())) problems.push(message.text());
  });
  page.on("response", (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`);
  });
  return { problems };
}

export function expectNoProblems(...watched: readonly { readonly problems: string[] }[]): void {
  expect(watched.flatMap(({ problems }) => problems)).toEqual([]);
}
