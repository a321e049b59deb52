import { type Command, withDatabase } from "../command.ts";
import { Explained } from "../say.mjs";

export const command: Command = {
  summary: "print a one-time link by which a person sets a new password",
  help: `Usage: sourceline user reset EMAIL [--json]

Prints a link that works once, for a day. An earlier link stops working. The person's sessions end when the
password is set.`,
  options: {},
  operand: "e-mail address",
  run: (call) =>
    withDatabase<0>(call, async () => {
      const { resetLink } = await import("#lib/services/identity/people.ts");
      const made = await resetLink(call.operand);
      if (!made.ok) throw new Explained(made.failure);
      call.print(made.value.link, made.value);
      return 0;
    }),
};
