import { type Command, WrongUsage, withDatabase } from "../command.ts";
import { Explained } from "../say.mjs";

export const command: Command = {
  summary: "print a one-time link by which a person sets a new password",
  help: `Usage: sourceline user reset EMAIL [--json]

Prints a link that works once, for a day. An earlier link stops working. The person's sessions end when the
password is set.`,
  options: {},
  run: (call) => {
    const [email, ...more] = call.words;
    if (!email || more.length > 0) throw new WrongUsage("Name one e-mail address");
    return withDatabase<0>(call, async () => {
      const { resetLink } = await import("#lib/services/identity/people.ts");
      const made = await resetLink(email);
      if (!made.ok) throw new Explained(made.failure);
      call.print(made.value.link, made.value);
      return 0;
    });
  },
};
