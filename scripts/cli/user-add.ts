import { roles } from "#core/review/state.ts";
import { type Command, textFlag, WrongUsage, withDatabase } from "../command.ts";
import { Explained } from "../say.mjs";

export const command: Command = {
  summary: "add a person to a workspace; prints a one-time sign-in link",
  help: `Usage: sourceline user add EMAIL --name NAME --workspace WORKSPACE [--role ROLE] [--json]

Makes the account and prints a link by which its holder chooses a password, once, within seven days. A workspace
that does not exist (by slug or id) is made, and the person owns it. An account that exists already only
becomes a member, and no link is printed for one that has a password.
ROLE is ${roles.join(", ")}; editor unless said otherwise.

Example: sourceline user add ada@example.org --name "Ada Byron" --workspace desk --role reviewer`,
  options: { name: { type: "string" }, workspace: { type: "string" }, role: { type: "string" } },
  operand: "e-mail address",
  run: (call) => {
    const email = call.operand;
    const role = roles.find((one) => one === call.flags.role);
    if (call.flags.role !== undefined && !role) throw new WrongUsage(`--role is one of ${roles.join(", ")}`);
    const person = { email, name: textFlag(call, "name"), workspace: textFlag(call, "workspace"), role };
    return withDatabase<0>(call, async () => {
      const { addUser } = await import("#lib/services/identity/people.ts");
      const added = await addUser(person);
      if (!added.ok) throw new Explained(added.failure);
      const { link, workspace } = added.value;
      call.print(link ?? `${email} is a member of ${workspace}, and signs in as before.`, added.value);
      return 0;
    });
  },
};
