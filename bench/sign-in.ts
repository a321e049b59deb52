import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hash, verify } from "@node-rs/argon2";
import { migrate } from "../scripts/migrations.ts";
import { startEmbedded } from "../scripts/open-database.ts";

/** R12: a refusal takes as long for an address that nobody has as for a known one: less than 5 % apart. */
const RUNS = Number(process.env.RUNS ?? 60);
const KNOWN = 8;
const WRONG = "these are not the words";

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/** Accounts with a password, and as many that come in by another account only. */
async function fillAccounts(): Promise<void> {
  const { inIdentity } = await import("#lib/db/transaction.ts");
  const { hashPassword } = await import("#lib/platform/password.ts");
  const { newId } = await import("#lib/platform/ids.ts");
  for (let at = 0; at < KNOWN; at += 1) {
    const passwordHash = await hashPassword(`right words for number ${at}`);
    const rows = [
      { id: newId(), email: `known-${at}@example.org`, name: "Known", passwordHash },
      { id: newId(), email: `linked-${at}@example.org`, name: "Linked", passwordHash: null },
    ];
    await inIdentity((tx) => tx.user.createMany({ data: rows }));
  }
}

type Way = { readonly name: string; readonly attempt: (round: number) => Promise<void> };

/** Each attempt comes from an address of its own, so that none is turned away uncounted. */
async function waysIn(): Promise<Way[]> {
  const { withPassword } = await import("#lib/services/identity/sign-in.ts");
  const refused = async (email: string) => {
    const answer = await withPassword({ email, password: WRONG }, randomUUID());
    if (answer.ok || answer.failure.kind !== "no-match") throw new Error(`${email} was not refused`);
  };
  const bare = await hash(WRONG, { memoryCost: 65_536, timeCost: 3, parallelism: 1 });
  return [
    { name: "known", attempt: (round) => refused(`known-${round % KNOWN}@example.org`) },
    { name: "unknown", attempt: (round) => refused(`nobody-${round % KNOWN}@example.org`) },
    { name: "known, no password", attempt: (round) => refused(`linked-${round % KNOWN}@example.org`) },
    { name: "argon2id alone", attempt: async () => void (await verify(bare, WRONG)) },
  ];
}

/** Interleaved in an order drawn anew each round: what came before, and a machine that slows down, touch all alike. */
async function measure(ways: readonly Way[]): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(ways.map(({ name }) => [name, []]));
  for (let round = -2; round < RUNS; round += 1) {
    for (const way of shuffled(ways)) {
      const start = performance.now();
      await way.attempt(round + 2);
      if (round >= 0) times.get(way.name)?.push(performance.now() - start);
    }
  }
  return times;
}

function shuffled<T>(values: readonly T[]): T[] {
  const keyed = values.map((value) => ({ value, key: Math.random() }));
  return keyed.sort((one, other) => one.key - other.key).map(({ value }) => value);
}

const folder = mkdtempSync(join(tmpdir(), "sourceline-bench-"));
const cluster = await startEmbedded(folder);
try {
  process.env.DATABASE_URL = cluster.url();
  process.env.LOG_LEVEL = "warn";
  await migrate(cluster.url());
  const { disconnect } = await import("#lib/db/client.ts");
  await fillAccounts();
  const times = await measure(await waysIn());
  const known = times.get("known") ?? [];
  const rows = [...times].map(([name, values]) => ({
    "refusal of": name,
    "median ms": Math.round(median(values) * 100) / 100,
    "against known, %": Math.round((median(values) / median(known) - 1) * 1_000) / 10,
    tries: values.length,
  }));
  console.table(rows);
  await writeFile("bench/results/sign-in.json", `${JSON.stringify(rows, null, 2)}\n`);
  await disconnect();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
