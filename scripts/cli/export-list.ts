import { keptExportsQuery } from "#lib/contracts/exports.ts";
import { type Command, textFlag, WrongUsage, withDatabase } from "../command.ts";
import { explainedFailure } from "../export-failure.ts";

export const command: Command = {
  summary: "list a project's kept exports, newest first",
  help: `Usage: sourceline export list --workspace W --project P [--limit N] [--after CURSOR] [--sha256 HASH] [--email MEMBER] [--json]

One line each: its id, when it was made, its state, format, claims, bytes, SHA-256 and file name. With --json the
whole page, whose \`next\` is the CURSOR of the page after it. --sha256 finds the export a file came from.

  sourceline export list --workspace desk --project elections`,
  options: {
    workspace: { type: "string" },
    project: { type: "string" },
    limit: { type: "string" },
    after: { type: "string" },
    sha256: { type: "string" },
    email: { type: "string" },
  },
  run: (call) => {
    const workspace = textFlag(call, "workspace");
    const project = textFlag(call, "project");
    const { limit, after, sha256 } = call.flags;
    const query = keptExportsQuery.safeParse({ limit, after, sha256 });
    if (!query.success) {
      const [issue] = query.error.issues;
      throw new WrongUsage(`--${String(issue?.path[0])} cannot be used: ${issue?.message}`);
    }
    return withDatabase<0>(call, async () => {
      const { callerIn } = await import("#lib/services/identity/command-line.ts");
      const { list } = await import("#lib/services/exports/kept.ts");
      const { disconnect } = await import("#lib/db/client.ts");
      try {
        const caller = await callerIn(
          workspace,
          typeof call.flags.email === "string" ? call.flags.email : null,
        );
        const page = caller.ok ? await list(caller.value, workspace, project, query.data) : caller;
        if (!page.ok) throw explainedFailure(page.failure);
        const lines = page.value.items.map((one) =>
          [
            one.id,
            one.createdAt,
            one.state,
            one.format,
            one.counts?.claims,
            one.bytes,
            one.sha256,
            one.fileName,
          ]
            .map((cell) => cell ?? "-")
            .join("\t"),
        );
        call.print(lines.length === 0 ? "No export is kept." : lines.join("\n"), page.value);
        return 0;
      } finally {
        await disconnect();
      }
    });
  },
};
