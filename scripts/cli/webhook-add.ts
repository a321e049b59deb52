import { webhookCreate } from "#lib/contracts/webhooks.ts";
import { acting, actingOptions } from "../acting.ts";
import { type Call, type Command, WrongUsage } from "../command.ts";

export const command: Command = {
  summary: "tell another program what happens; prints the secret it is signed with",
  help: `Usage: sourceline webhook add URL --workspace W [--event KIND …] [--project ID] [--description TEXT]
                             [--email MEMBER] [--json]

Makes a webhook and prints its secret alone, which is shown this once; with --json the whole webhook. KIND is *, a
subject such as claim.*, or a kind such as claim.approved, and may be given several times; everything unless said
otherwise. The webhook is told what its holder may see: the member named by --email, else the workspace's owner.
Addresses inside your network must be named in SOURCELINE_WEBHOOK_ALLOW.

  sourceline webhook add https://hooks.example.org/desk --workspace desk --event 'claim.*' --event article.imported`,
  options: {
    ...actingOptions,
    event: { type: "string", multiple: true },
    project: { type: "string" },
    description: { type: "string" },
  },
  operand: "address",
  run: (call) => {
    const input = inputOf(call);
    return acting(
      call,
      async (caller, workspace) => {
        const { create } = await import("#lib/services/webhooks/webhooks.ts");
        return create(caller, workspace, input);
      },
      (made) => call.print(made.secret ?? "", made),
    );
  },
};

function inputOf({ operand: url, flags }: Call) {
  const { event, project: projectId, description } = flags;
  const events = Array.isArray(event) ? event : undefined;
  const parsed = webhookCreate.safeParse({ url, events, projectId, description });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const names: Record<string, string> = { url: "The address", events: "--event", projectId: "--project" };
  const name = String(issue?.path[0] ?? "");
  throw new WrongUsage(`${names[name] ?? `--${name}`} cannot be used: ${issue?.message}`);
}
