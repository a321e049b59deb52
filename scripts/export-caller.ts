import type { Caller } from "#lib/services/caller.ts";
import { type Call, textFlag, withDatabase } from "./command.ts";
import { explainedFailure } from "./export-failure.ts";

export type Desk = { readonly caller: Caller; readonly workspace: string };

/** Works as the member of --workspace named by --email, else as its owner; the database is let go of at the end. */
export function inDesk(call: Call, work: (desk: Desk) => Promise<void>): Promise<0> {
  const workspace = textFlag(call, "workspace");
  const email = typeof call.flags.email === "string" ? call.flags.email : null;
  return withDatabase<0>(call, async () => {
    const { callerIn } = await import("#lib/services/identity/command-line.ts");
    const { disconnect } = await import("#lib/db/client.ts");
    try {
      const caller = await callerIn(workspace, email);
      if (!caller.ok) throw explainedFailure(caller.failure);
      await work({ caller: caller.value, workspace });
      return 0;
    } finally {
      await disconnect();
    }
  });
}
