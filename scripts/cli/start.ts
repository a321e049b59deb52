import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Command } from "../command.ts";

export const command: Command = {
  summary: "start Sourceline, as `npm start` does",
  help: `Usage: sourceline start

Installs, builds and migrates what is not up to date, then serves until Ctrl-C.
Settings come from the environment: PORT, HOST, SOURCELINE_DATA_DIR, DATABASE_URL …`,
  options: {},
  run: async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "../start.mjs")], { stdio: "inherit" });
    for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
    // The terminal sends Ctrl-C to both; the child decides when it is over.
    process.on("SIGINT", () => undefined);
    const code = await new Promise<number>((resume) => child.on("close", (status) => resume(status ?? 1)));
    return code === 0 ? 0 : 1;
  },
};
