import type { Command } from "../command.ts";
import { inDesk } from "../export-caller.ts";
import { explainedFailure } from "../export-failure.ts";

export const command: Command = {
  summary: "take a kept export's file away; what is known of it stays",
  help: `Usage: sourceline export remove ID --workspace W [--email MEMBER] [--json]

Deletes the file. Its manifest, its hash and that it was made stay. ID is one of \`sourceline export list\`.`,
  operand: "id",
  options: { workspace: { type: "string" }, email: { type: "string" } },
  run: (call) =>
    inDesk(call, async ({ caller, workspace }) => {
      const { remove } = await import("#lib/services/exports/kept.ts");
      const removed = await remove(caller, workspace, call.operand);
      if (!removed.ok) throw explainedFailure(removed.failure);
      call.print(`${call.operand} is taken away`, { id: call.operand });
    }),
};
