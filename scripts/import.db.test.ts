import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import { testDatabase } from "../tests/support/database.ts";
import { desk } from "../tests/support/people.ts";
import { main } from "./cli.ts";

await testDatabase();
const folder = mkdtempSync(join(tmpdir(), "sourceline-import-"));
Object.assign(process.env, { SOURCELINE_DATA_DIR: folder, DIRECT_DATABASE_URL: "", LOG_LEVEL: "warn" });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sourceline(words: readonly string[]) {
  const said = { out: "", err: "" };
  const heard = (["stdout", "stderr"] as const).map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      said[stream === "stdout" ? "out" : "err"] += text;
      return true;
    }),
  );
  try {
    return { status: await main(["import", ...words]), ...said };
  } finally {
    for (const one of heard) one.mockRestore();
  }
}

const corpus = join(folder, "corpus");
mkdirSync(corpus);
writeFileSync(join(corpus, "fog.txt"), "Fog lay over the harbour, the pilot said.\n");
writeFileSync(
  join(corpus, "fog.ann"),
  "T1\tClaim 0 24\tFog lay over the harbour\nT2\tOdd=One 26 35\tthe pilot\nT3\tClaim 30 900\tnowhere\n",
);
const texts = ["rain.txt", "snow.md"].map((name) => join(folder, name));
for (const path of texts) writeFileSync(path, `Weather as in ${path.slice(-8)}.\n`);

async function place(): Promise<string[]> {
  const { w, p } = await desk();
  return ["--workspace", w, "--project", p];
}
const mapped = ["--map", "Claim=own_observation", "--map", "Odd=One="];
const claims = (at: string[]) => database().claim.count({ where: { workspaceId: at[1] ?? "" } });

describe("sourceline import", () => {
  it("previews a folder: what would come in, which labels wait, and problems as file:line", async () => {
    const at = await place();
    const { status, out, err } = await sourceline([corpus, ...at, "--preview"]);
    expect(status).toBe(0);
    expect(out).toContain("brat: 0 claims would come in");
    expect(out).toContain('Claim (1) → ?  (--map "Claim=CATEGORY")');
    expect(err).toMatch(/^fog\.ann:3:T3: /mu);
    expect(
      await database().annotationImport.count({ where: { workspaceId: at[1] ?? "", state: "previewed" } }),
    ).toBe(0);
  });

  it("takes nothing in while something is wrong, with status 1, and the rest when told to", async () => {
    const at = await place();
    const refused = await sourceline([corpus, ...at, ...mapped]);
    expect(refused).toMatchObject({ status: 1, out: "" });
    expect(refused.err).toContain("Nothing came in");
    expect(await claims(at)).toBe(0);
    const taken = await sourceline([corpus, ...at, ...mapped, "--skip-bad", "--submit", "--json"]);
    expect(taken.status).toBe(0);
    expect(JSON.parse(taken.out).annotations.result.claims).toMatchObject({ created: 1, submitted: 1 });
  });

  it("asks for a category where a label has none", async () => {
    const at = await place();
    const { status, err } = await sourceline([corpus, ...at, "--skip-bad"]);
    expect(status).toBe(1);
    expect(err).toContain("No category was chosen for");
  });

  it("says which category there is not, and which member", async () => {
    const at = await place();
    const unknown = await sourceline([corpus, ...at, "--map", "Claim=gossip"]);
    expect(unknown.err).toContain("/labels/Claim: is no category that this project offers");
    const nobody = await sourceline([corpus, ...at, "--annotator", "ada=nobody@example.org"]);
    expect(nobody).toMatchObject({ status: 1, out: "" });
    expect(nobody.err).toContain("Nobody with the address nobody@example.org");
  });

  it("stores texts alone as articles, and each once", async () => {
    const at = await place();
    expect(await sourceline([...texts, ...at])).toMatchObject({ status: 0, err: "" });
    const again = await sourceline([...texts, ...at]);
    expect(again).toMatchObject({ status: 0, out: "0 articles stored, 2 already here\n" });
    expect(again.err).toContain("rain.txt: The project already holds this text");
  });
});
