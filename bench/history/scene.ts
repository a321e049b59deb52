import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../../scripts/migrations.ts";
import { startEmbedded } from "../../scripts/open-database.ts";
import type { WebServer } from "../../scripts/web-server.ts";
import { serveBuild } from "../interaction/place.ts";
import { makeDesk } from "../open-article/fill.ts";
import { Client, type Desk, type Done } from "./client.ts";

/** Runs `work` with so many processes of the production build on one database of their own. */
export async function withServers(
  count: number,
  work: (addresses: readonly string[], database: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sourceline-bench-"));
  const cluster = await startEmbedded(folder);
  const servers: WebServer[] = [];
  try {
    process.env.DATABASE_URL = cluster.url();
    process.env.SOURCELINE_DATA_DIR = folder;
    await migrate(cluster.url());
    const addresses: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const { server, address } = await serveBuild();
      servers.push(server);
      addresses.push(address);
    }
    await work(addresses, cluster.url());
  } finally {
    for (const server of servers) await server.stop();
    const { disconnect } = await import("#lib/db/client.ts");
    await disconnect();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** So many editors with a token each, and an article with so many claims. */
export async function scene(
  addresses: readonly string[],
  editors: number,
  claims: number,
): Promise<{ desk: Desk; users: string[]; tokens: string[]; ids: string[]; begun: readonly Done[] }> {
  const { importArticle } = await import("#lib/services/articles/import-article.ts");
  const tokensOf = await import("#lib/services/identity/tokens.ts");
  const { newId } = await import("#lib/platform/ids.ts");
  const { database } = await import("#lib/db/client.ts");
  const { caller, w, p } = await makeDesk();
  const article = await importArticle(caller, w, p, { text: "It rained all day, the report says." });
  if (!article.ok) throw new Error("the article was refused");
  const users: string[] = [];
  const tokens: string[] = [];
  for (let at = 0; at < editors; at += 1) {
    const userId = newId();
    await database().user.create({
      data: { id: userId, email: `${userId}@example.org`, name: `Editor ${at}` },
    });
    await database().membership.create({ data: { workspaceId: w, userId, role: "editor" } });
    const person = { principal: { userId, via: "session", scopes: null } } as const;
    const made = await tokensOf.create(person, {
      name: "Bench",
      scopes: ["read", "write"],
      expiresInDays: 1,
    });
    if (!made.ok || !made.value.token) throw new Error("no token");
    users.push(userId);
    tokens.push(made.value.token);
  }
  const desk = { servers: addresses, w, article: article.value.id, version: article.value.version.id };
  const ids: string[] = [];
  const first = new Client(desk, tokens[0] ?? "", ids, () => 0.5);
  for (let at = 0; at < claims; at += 1) await first.create();
  return { desk, users, tokens, ids, begun: first.history };
}
