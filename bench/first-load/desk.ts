import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { freePort, runningClusterUrl } from "#lib/platform/embedded/cluster.ts";
import { makeArticle, multiplyClaims } from "../open-article/fill.ts";

const PATIENCE = 300_000;

export type RunningDesk = {
  readonly address: string;
  readonly email: string;
  readonly password: string;
  /** Path of an article of the sample, and of the long one with its many claims. */
  readonly sample: string;
  readonly long: string;
  stop(): Promise<void>;
};

/** The program as anybody starts it, on a new data folder, with a long article beside the sample's. */
export async function startDesk(
  folder: string,
  long: { words: number; claims: number },
): Promise<RunningDesk> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      ...process.env,
      HOST: "127.0.0.1",
      PORT: String(port),
      SOURCELINE_DATA_DIR: folder,
      SOURCELINE_URL: address,
      SOURCELINE_SAMPLE: "on",
      LOG_LEVEL: "warn",
      DATABASE_URL: "",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "close");
  };
  try {
    await answers(`${address}/healthz`, () => child.exitCode !== null);
    const url = runningClusterUrl(folder);
    if (url === null) throw new Error("the program runs without a database");
    const paths = await fill(url, long);
    return { address, ...account(folder), ...paths, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answers(address: string, hasEnded: () => boolean): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < PATIENCE && !hasEnded(); ) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  throw new Error("the program did not start");
}

async function fill(url: string, { words, claims }: { words: number; claims: number }) {
  process.env.DATABASE_URL = url;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{
      user: string;
      w: string;
      slug: string;
      p: string;
      article: string;
    }>(
      `select u.id::text as user, w.id::text as w, w.slug, p.id::text as p, a.id::text as article
       from users u join memberships m on m.user_id = u.id join workspaces w on w.id = m.workspace_id
       join projects p on p.workspace_id = w.id join articles a on a.workspace_id = w.id
       where u.email like 'ada.%' order by a.id limit 1`,
    );
    const [found] = rows;
    if (!found) throw new Error("the sample was not entered");
    const caller = { principal: { userId: found.user, via: "system" as const, scopes: null } };
    const article = await makeArticle({ caller, w: found.w, p: found.p }, "A long article", words);
    await multiplyClaims(url, article, claims);
    const { disconnect } = await import("#lib/db/client.ts");
    await disconnect();
    const pathOf = (id: string) => `/w/${found.slug}/articles/${id}`;
    return { sample: pathOf(found.article), long: pathOf(article) };
  } finally {
    await client.end();
  }
}

function account(folder: string): { email: string; password: string } {
  const [line = ""] = readFileSync(join(folder, "sample-accounts.txt"), "utf8").split("\n");
  const [email, password] = line.split(/ {2}/u);
  if (!email || !password) throw new Error("the sample has no accounts");
  return { email, password };
}
