import { keptExportsQuery } from "#lib/contracts/exports.ts";
import { type Command, textFlag, WrongUsage } from "../command.ts";
import { inDesk } from "../export-caller.ts";
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
    const project = textFlag(call, "project");
    const { limit, after, sha256 } = call.flags;
    const query = keptExportsQuery.safeParse({ limit, after, sha256 });
    if (!query.success) {
      const [issue] = query.error.issues;
      throw new WrongUsage(`--${String(issue?.path[0])} cannot be used: ${issue?.message}`);
    }
    return inDesk(call, async ({ caller, workspace }) => {
      const { list } = await import("#lib/services/exports/kept.ts");
      const page = await list(caller, workspace, project, query.data);
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
    });
  },
};
