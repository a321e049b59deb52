import { type Command, withDatabase } from "../command.ts";
import { migrate } from "../migrations.ts";

export const command: Command = {
  summary: "apply the migrations that are missing",
  help: `Usage: sourceline migrate [--json]

Applies prisma/migrations to the database of DIRECT_DATABASE_URL, DATABASE_URL, or the embedded one,
and prints the names of those it applied.`,
  options: {},
  run: (call) =>
    withDatabase<0>(call, async ({ url }) => {
      const applied = await migrate(call.settings.DIRECT_DATABASE_URL ?? url);
      call.print(applied.length === 0 ? "Nothing to apply" : applied.join("\n"), { applied });
      return 0;
    }),
};
