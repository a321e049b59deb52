import { deliveryStates, type WebhookDelivery, webhookDeliveriesQuery } from "#lib/contracts/webhooks.ts";
import { acting, actingOptions, typedId } from "../acting.ts";
import { type Command, WrongUsage } from "../command.ts";

export const command: Command = {
  summary: "show what was sent to a webhook, and how that went",
  help: `Usage: sourceline webhook deliveries ID --workspace W [--state ${deliveryStates.join("|")}]
                                    [--limit N] [--email MEMBER] [--json]

Prints one line a delivery, newest first: its id, when it was made, its state, attempts, the receiver's last answer,
what happened, and what went wrong. --limit is 50 unless said otherwise, 500 at most.

  sourceline webhook deliveries 01a2… --workspace desk --state given_up`,
  options: { ...actingOptions, state: { type: "string" }, limit: { type: "string" } },
  operand: "webhook's id",
  run: (call) => {
    const webhook = typedId(call.operand, "a webhook's id");
    const { state, limit = "50" } = call.flags;
    const asked = webhookDeliveriesQuery.safeParse({ state, limit });
    if (!asked.success) {
      const isState = asked.error.issues[0]?.path[0] === "state";
      throw new WrongUsage(
        isState ? `--state is one of ${deliveryStates.join(", ")}` : "--limit is a number from 1 to 500",
      );
    }
    return acting(
      call,
      async (caller, workspace) => {
        const { list } = await import("#lib/services/webhooks/deliveries.ts");
        return list(caller, workspace, webhook, asked.data);
      },
      ({ items }) => call.print(items.map(lineOf).join("\n") || "Nothing", items),
    );
  },
};

function lineOf({ id, createdAt, state, attempts, lastStatus, type, lastError }: WebhookDelivery): string {
  const words = [id, createdAt, state, `${attempts}×`, lastStatus ?? "–", type ?? "–", lastError ?? ""];
  return words.join("\t").trimEnd();
}
