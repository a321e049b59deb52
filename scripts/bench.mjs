// `npm run bench [-- name …]`: each file of bench/ is one benchmark; without a name, all of them, one after another.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { prepare, ROOT } from "./prepare.mjs";
import { Explained, runMain } from "./say.mjs";

await runMain(async () => {
  const known = readdirSync(join(ROOT, "bench"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -3));
  const names = process.argv.length > 2 ? process.argv.slice(2) : known;
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Explained(`No benchmark ${unknown.join(", ")}. There are: ${known.join(", ")}`);
  // Some measure the program as it is served, the others its parts.
  const served = [
    ...["interaction", "history", "seen", "throughput", "idle-streams"],
    ...["export", "fuzz", "batch"],
  ];
  await prepare({ withDevelopment: true, withBuild: names.some((name) => served.includes(name)) });
  mkdirSync(join(ROOT, "bench/results"), { recursive: true });
  for (const name of names) {
    const run = spawnSync(process.execPath, ["--import", "tsx", `bench/${name}.ts`], {
      cwd: ROOT,
      stdio: "inherit",
    });
    if (run.status !== 0) throw new Explained(`The benchmark ${name} failed`);
  }
});
