import type { Webhook } from "#lib/contracts/webhooks.ts";
import { acting, actingOptions } from "../acting.ts";
import type { Command } from "../command.ts";

/** A workspace has fewer. */
const ALL = 500;

export const command: Command = {
  summary: "list a workspace's webhooks",
  help: `Usage: sourceline webhook list --workspace W [--email MEMBER] [--json]

Prints one line a webhook: its id, whether it sends, how many deliveries wait, its address and what it is told.
Acts as the member named by --email, else as the workspace's owner.

  sourceline webhook list --workspace desk`,
  options: actingOptions,
  run: (call) =>
    acting(
      call,
      async (caller, workspace) => {
        const { list } = await import("#lib/services/webhooks/webhooks.ts");
        return list(caller, workspace, { limit: ALL });
      },
      ({ items }) => call.print(items.map(lineOf).join("\n") || "No webhooks", items),
    ),
};

function lineOf({ id, isActive, disabledReason, waiting, url, events }: Webhook): string {
  const state = isActive ? "sends" : `off (${disabledReason ?? "switched off"})`;
  return [id, state, `${waiting} waiting`, url, events.join(",")].join("\t");
}
