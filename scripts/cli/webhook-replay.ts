import { webhookReplay } from "#lib/contracts/webhooks.ts";
import { acting, actingOptions, typedId } from "../acting.ts";
import { type Call, type Command, WrongUsage } from "../command.ts";

export const command: Command = {
  summary: "send to a webhook again what happened since an event or a time, or one delivery",
  help: `Usage: sourceline webhook replay ID --workspace W (--since NUMBER|TIME | --delivery ID) [--email MEMBER] [--json]

With --since, sends whatever came after the event of that number, or happened from that time on (RFC 3339, UTC), also
what was never sent while the webhook was off; prints how many. With --delivery, sends that one. Each comes under the
id it had, so that a receiver can drop what it knows. The program that serves sends them, within half a minute.

  sourceline webhook replay 01a2… --workspace desk --since 2026-03-01T00:00:00Z`,
  options: { ...actingOptions, since: { type: "string" }, delivery: { type: "string" } },
  operand: "webhook's id",
  run: (call) => {
    const webhook = typedId(call.operand, "a webhook's id");
    const { delivery } = call.flags;
    if ((typeof delivery === "string") === (call.flags.since !== undefined)) {
      throw new WrongUsage("Say either --since or --delivery");
    }
    if (typeof delivery === "string") return replayOne(call, webhook, typedId(delivery, "a delivery's id"));
    const since = sinceOf(call);
    return acting(
      call,
      async (caller, workspace) => {
        const { replaySince } = await import("#lib/services/webhooks/deliveries.ts");
        return replaySince(caller, workspace, webhook, { since });
      },
      (answer) => call.print(`${answer.queued} to be sent`, answer),
    );
  },
};

function replayOne(call: Call, webhook: string, delivery: string) {
  return acting(
    call,
    async (caller, workspace) => {
      const deliveries = await import("#lib/services/webhooks/deliveries.ts");
      return deliveries.replayOne(caller, workspace, webhook, delivery);
    },
    (answer) => call.print("1 to be sent", answer),
  );
}

function sinceOf({ flags: { since } }: Call): number | string {
  const asked = webhookReplay.safeParse({ since: /^\d+$/u.test(String(since)) ? Number(since) : since });
  if (!asked.success)
    throw new WrongUsage("--since is an event's number, or a time such as 2026-03-01T00:00:00Z");
  return asked.data.since;
}
