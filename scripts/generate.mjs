// Generates lib/db/generated from prisma/schema.prisma, when the schema or Prisma has changed.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, ROOT, run, writeStamp } from "./prepare.mjs";
import { runMain, step } from "./say.mjs";

const OUTPUT = join(ROOT, "lib/db/generated");
const STAMP = join(OUTPUT, ".stamp");

await runMain(async () => {
  const print = fingerprint(["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (existsSync(STAMP) && existsSync(join(OUTPUT, "client.ts")) && readFileSync(STAMP, "utf8") === print)
    return;
  rmSync(STAMP, { force: true });
  await step("Generating the database client", () =>
    run(
      process.execPath,
      [join(ROOT, "node_modules/prisma/build/index.js"), "generate"],
      // The command line looks for an engine it does not need here, and would download one: any file that
      // can be executed stops it (docs/decisions/0003-prisma-engine-without-downloads.md).
      { env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" } },
      "prisma generate failed",
    ),
  );
  writeStamp(STAMP, print);
});
