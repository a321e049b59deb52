import { type Command, withDatabase } from "../command.ts";
import { databaseFindings } from "../doctor/database.ts";
import type { Finding } from "../doctor/finding.ts";
import { machineFindings } from "../doctor/machine.ts";

export const command: Command = {
  summary: "check the installation, and say what is wrong and how to mend it",
  help: `Usage: sourceline doctor [--json]

Checks Node, the data folder and its secrets, disk space, the port, the database, its migrations, the
application role, and that a row of a foreign workspace cannot be read. Exit status 1 when something is wrong.`,
  options: {},
  run: async (call) => {
    const findings = await machineFindings(call.settings);
    try {
      findings.push(...(await withDatabase(call, ({ url }) => databaseFindings(url))));
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      findings.push({
        check: "database answers",
        problem,
        remedy: "See DATABASE_URL, or run `npm start` once.",
      });
    }
    call.print(findings.map(lineOf).join("\n"), findings);
    return findings.some(({ problem }) => problem !== null) ? 1 : 0;
  },
};

function lineOf({ check, problem, remedy }: Finding): string {
  return problem === null ? `✓ ${check}` : `✗ ${check}: ${problem}\n    ${remedy}`;
}
