import { writeFile } from "node:fs/promises";
import { scene, withServers } from "./history/scene.ts";

/** How many claims a second come in by one request each, by eight clients at once, and by batches. */
const CLAIMS = Number(process.env.CLAIMS ?? 1_000);
const CLIENTS = 8;
const ROUNDS = Number(process.env.ROUNDS ?? 3);

await withServers(1, async ([address = ""]) => {
  const { desk, tokens } = await scene([address], CLIENTS, 0);
  const api = `${address}/api/v1/workspaces/${desk.w}`;
  const post = async (path: string, body: unknown, at = 0): Promise<unknown> => {
    const answer = await fetch(`${api}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${tokens[at]}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  // Each round marks an article of its own: one with thousands of claims is another matter.
  const article = async (name: string): Promise<{ id: string; version: { id: string } }> => {
    const body = { text: `It rained all day, the report says: ${name}.` };
    return (await post("/projects/first-project/articles", body)) as { id: string; version: { id: string } };
  };
  const marking = (version: string) => ({
    ...{ versionId: version, spans: [{ start: 0, end: 17 }], statement: "It rained all day." },
    provenance: "media_report",
  });
  const one = async (id: string, version: string, at = 0) =>
    post(`/articles/${id}/claims`, marking(version), at);
  const ways = {
    "one by one": async (id: string, version: string) => {
      for (let sent = 0; sent < CLAIMS; sent += 1) await one(id, version);
    },
    "eight at once": async (id: string, version: string) => {
      const mine = async (at: number) => {
        for (let sent = 0; sent < CLAIMS / CLIENTS; sent += 1) await one(id, version, at);
      };
      await Promise.all(Array.from({ length: CLIENTS }, (_, at) => mine(at)));
    },
    "in batches of 1,000": async (id: string, version: string) => {
      const operations = Array.from({ length: CLAIMS }, () => ({
        op: "create",
        article: id,
        body: marking(version),
      }));
      const said = (await post("/claims/batch", { operations })) as { succeeded: number };
      if (said.succeeded !== CLAIMS) throw new Error(`only ${said.succeeded} were made`);
    },
  } as const;
  const rates: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const { id, version } = await article(`${name}, ${round}`);
      const begun = performance.now();
      await way(id, version.id);
      rates[name] = [...(rates[name] ?? []), CLAIMS / ((performance.now() - begun) / 1000)];
    }
  }
  const median = (name: string) => (rates[name] ?? []).toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
  const table = Object.keys(ways).map((name) => ({
    way: name,
    "claims a second": Math.round(median(name)),
    "times one by one": Math.round((median(name) / median("one by one")) * 100) / 100,
  }));
  console.table(table);
  await writeFile(new URL("results/batch.json", import.meta.url), JSON.stringify({ rates, table }));
});
