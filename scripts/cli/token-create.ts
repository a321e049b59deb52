import { type Scope, scopes } from "#core/review/state.ts";
import { type Call, type Command, textFlag, WrongUsage, withDatabase } from "../command.ts";
import { Explained } from "../say.mjs";

const USUAL_DAYS = 90;
const MOST_DAYS = 366;

export const command: Command = {
  summary: "make a personal token; prints it alone on stdout",
  help: `Usage: sourceline token create --email EMAIL --name NAME [--scope SCOPE …] [--days N] [--json]

Prints the token, which is shown this once. SCOPE is ${scopes.join(", ")}, and may be given several times; all of
them unless said otherwise. The token never may do more than its holder's role does.`,
  options: {
    email: { type: "string" },
    name: { type: "string" },
    scope: { type: "string", multiple: true },
    days: { type: "string" },
  },
  run: (call) => {
    const wanted = { name: textFlag(call, "name"), scopes: scopesOf(call), expiresInDays: daysOf(call) };
    const email = textFlag(call, "email");
    return withDatabase<0>(call, async () => {
      const { createToken } = await import("#lib/services/identity/people.ts");
      const made = await createToken(email, wanted);
      if (!made.ok) throw new Explained(made.failure);
      call.print(made.value.token ?? "", made.value);
      return 0;
    });
  },
};

function scopesOf(call: Call): readonly Scope[] {
  const { scope } = call.flags;
  const given = Array.isArray(scope) ? scope.flatMap((one) => String(one).split(",")) : [];
  const unknown = given.find((one) => !scopes.some((known) => known === one));
  if (unknown !== undefined) throw new WrongUsage(`--scope is one of ${scopes.join(", ")}, not ${unknown}`);
  return given.length === 0 ? scopes : scopes.filter((one) => given.includes(one));
}

function daysOf(call: Call): number {
  const days = call.flags.days === undefined ? USUAL_DAYS : Number(call.flags.days);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) {
    throw new WrongUsage(`--days is a number from 1 to ${MOST_DAYS}`);
  }
  return days;
}
