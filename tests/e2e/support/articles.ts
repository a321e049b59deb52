import type { Page } from "@playwright/test";

const WORKSPACE = "/api/v1/workspaces/sample-desk";
const PROJECT = "how-these-articles-know";

type Made = { readonly id: string; readonly version: { readonly id: string } };
type Stored = { readonly statement: string; readonly state: string; readonly revision: number };

/** By the page's own door: a write needs the installation's origin. */
function send<T>(page: Page, path: string, body: unknown): Promise<T> {
  return page.evaluate(
    async ([address, content]) => {
      const headers = { "content-type": "application/json" };
      const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(content) });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    },
    [WORKSPACE + path, body] as const,
  );
}

/** An article of one's own in the sample's project, with a claim a statement; answers its id. */
export async function articleWithClaims(
  page: Page,
  text: string,
  claims: readonly { readonly statement: string; readonly words: string }[],
): Promise<string> {
  const article = await send<Made>(page, `/projects/${PROJECT}/articles`, {
    text: `${text} ${crypto.randomUUID()}`,
  });
  for (const { statement, words } of claims) {
    const start = text.indexOf(words);
    await send(page, `/articles/${article.id}/claims`, {
      versionId: article.version.id,
      spans: [{ start, end: start + words.length, exact: words }],
      statement,
      provenance: "own_observation",
    });
  }
  return article.id;
}

/** What the server has of an article's claims. */
export async function storedClaims(page: Page, article: string): Promise<readonly Stored[]> {
  const answer = await page.request.get(`${WORKSPACE}/articles/${article}?include=claims`);
  return ((await answer.json()) as { claims: readonly Stored[] }).claims;
}
