import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import pg from "pg";
import { startWebServer, type WebServer } from "../../scripts/web-server.ts";
import { type Desk, makeArticle, makeDesk, multiplyClaims, someText } from "../open-article/fill.ts";

export const PASSWORD = "bench words that open it";
export const people = { editor: "bench@example.org", reviewer: "reviewer@example.org" } as const;

export type Scene = { readonly words: number; readonly claims: number; readonly path: string };
/** Copies of one claim, each so many characters further on: neighbours overlap, and they reach through the text. */
const STEP = 64;

/** A desk with an editor, a reviewer, and for each size an article with so many claims, and one with none. */
export async function makeScenes(
  url: string,
  sizes: readonly { words: number; claims: number }[],
): Promise<Scene[]> {
  const desk = await makeDesk();
  await makePeople(url, desk.w);
  const scenes: Scene[] = [];
  for (const { words, claims } of sizes) {
    const title = `${words} words with ${claims} claims`;
    const id = claims === 0 ? await bareArticle(desk, title, words) : await makeArticle(desk, title, words);
    if (claims > 0) {
      await multiplyClaims(url, id, claims, STEP);
      await submitEveryOther(url, id);
    }
    scenes.push({ words, claims, path: `/w/${desk.w}/articles/${id}` });
  }
  return scenes;
}

async function bareArticle({ caller, w, p }: Desk, title: string, words: number): Promise<string> {
  const { importArticle } = await import("#lib/services/articles/import-article.ts");
  const article = await importArticle(caller, w, p, { text: `${title}.\n\n${someText(words)}` });
  if (!article.ok) throw new Error(`the article was refused: ${JSON.stringify(article.failure)}`);
  return article.value.id;
}

async function makePeople(url: string, w: string): Promise<void> {
  const { hashPassword } = await import("#lib/platform/password.ts");
  const { newId } = await import("#lib/platform/ids.ts");
  const hash = await hashPassword(PASSWORD);
  const reviewer = newId();
  await inDatabase(url, async (client) => {
    await client.query("insert into users (id, email, name) values ($1, $2, 'Reviewer')", [
      reviewer,
      people.reviewer,
    ]);
    await client.query(
      "insert into memberships (workspace_id, user_id, role) values ($1::uuid, $2, 'reviewer')",
      [w, reviewer],
    );
    await client.query("update users set password_hash = $1", [hash]);
  });
}

/** The reviewer has something to decide on, the editor something to submit. */
async function submitEveryOther(url: string, articleId: string): Promise<void> {
  await inDatabase(url, (client) =>
    client.query(
      `update claims set state = 'submitted', submitted_at = now() where article_id = $1
        and (starts_at / $2) % 2 = 0`,
      [articleId, STEP],
    ),
  );
}

async function inDatabase(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The production build, on a free port; it reads its settings from this process's environment. */
export async function serveBuild(): Promise<{ server: WebServer; address: string }> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  Object.assign(process.env, {
    HOST: "127.0.0.1",
    PORT: String(port),
    SOURCELINE_URL: address,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    READS_PER_MINUTE: "100000",
    WRITES_PER_MINUTE: "100000",
    STREAMS_PER_PERSON: "100000",
  });
  return { server: await startWebServer("127.0.0.1", port), address };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
