import { describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { desk, outcome, type Person, value } from "../../../tests/support/people.ts";
import { changeImport, createImport, getImport } from "../annotation-imports/imports.ts";
import { kept } from "../annotation-imports/kept.ts";
import { runImport } from "../annotation-imports/run.ts";
import { annotationImports } from "./annotation-imports.ts";

await testDatabase();

const refuse = { onProblems: "refuse", submit: false } as const;
const DAY = 86_400_000;

async function mapped(by: Person, w: string, p: string, lines = 1) {
  const text = "Rain fell. ".repeat(lines);
  const ann = Array.from(
    { length: lines },
    (_, at) => `T${at + 1}\tFall ${at * 11} ${at * 11 + 9}\tRain fell\n`,
  );
  const files = [new File([text], "rain.txt"), new File(ann, "rain.ann")];
  const { id } = value(await createImport(by, w, p, { files }));
  return value(await changeImport(by, w, p, id, { labels: { Fall: "own_observation" } }));
}
const claims = (w: string) => database().claim.count({ where: { workspaceId: w } });
/** As a process leaves it that was killed while it had the import. */
const broken = (id: string, leaseUntil: Date) =>
  database().annotationImport.updateMany({
    where: { id },
    data: { state: "running", options: refuse, lease: newId(), leaseUntil, progress: 1 },
  });

describe("an import that broke off", () => {
  it("goes on at the next turn once its lease is over, with its importer's rights", async () => {
    const { w, p, owner } = await desk();
    const { id } = await mapped(owner, w, p);
    await broken(id, new Date(Date.now() - 1));
    await annotationImports.run(w, new Date());
    expect(value(await getImport(owner, w, p, id))).toMatchObject({ state: "done", progress: 1 });
    expect(await claims(w)).toBe(1);
  });

  it("is left alone while somebody may still have it", async () => {
    const { w, p, owner } = await desk();
    const { id } = await mapped(owner, w, p);
    await broken(id, new Date(Date.now() + DAY));
    await annotationImports.run(w, new Date());
    expect(value(await getImport(owner, w, p, id)).state).toBe("running");
    expect(outcome(await runImport(owner, w, p, id, refuse))).toBe("conflict import-running");
  });

  it("fails with a reason where its importer may import no more", async () => {
    const { w, p, owner } = await desk();
    const { id } = await mapped(owner, w, p);
    await broken(id, new Date(Date.now() - 1));
    await database().membership.updateMany({ where: { workspaceId: w }, data: { role: "viewer" } });
    await annotationImports.run(w, new Date());
    const row = await database().annotationImport.findFirstOrThrow({ where: { id } });
    expect(row).toMatchObject({ state: "failed", failure: "It may not be taken in here any more." });
    expect(await claims(w)).toBe(0);
  });
});

describe("files handed over", () => {
  it("are gone after a day, and with them what was only looked at", async () => {
    const { w, p, owner } = await desk();
    const { id } = await mapped(owner, w, p);
    await annotationImports.run(w, new Date());
    expect(await kept(w, id)).not.toBeNull();
    await annotationImports.run(w, new Date(Date.now() + DAY + 1_000));
    expect(await kept(w, id)).toBeNull();
    expect(value(await getImport(owner, w, p, id))).toMatchObject({ state: "discarded", expiresAt: null });
    expect(outcome(await runImport(owner, w, p, id, refuse))).toBe("conflict import-gone");
  });

  it("that came in leave their import standing when they go", async () => {
    const { w, p, owner } = await desk();
    const { id } = await mapped(owner, w, p);
    value(await runImport(owner, w, p, id, refuse));
    await annotationImports.run(w, new Date(Date.now() + DAY + 1_000));
    expect(value(await getImport(owner, w, p, id))).toMatchObject({ state: "done", expiresAt: null });
  });
});

it("a large import is answered while it is on its way, and comes in whole", async () => {
  const { w, p, owner } = await desk();
  const { id } = await mapped(owner, w, p, 2_100);
  expect(value(await runImport(owner, w, p, id, refuse)).state).not.toBe("done");
  const now = () => getImport(owner, w, p, id).then((answer) => value(answer).state);
  await expect.poll(now, { timeout: 60_000 }).toBe("done");
  expect(await claims(w)).toBe(2_100);
}, 90_000);
