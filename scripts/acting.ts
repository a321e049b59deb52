import type { Result } from "#core/result.ts";
import { id } from "#lib/contracts/common.ts";
import type { Caller } from "#lib/services/caller.ts";
import type { Failure } from "#lib/services/failure.ts";
import { type Call, type Status, textFlag, WrongUsage, withDatabase } from "./command.ts";
import { Explained } from "./say.mjs";

/** Options of every command that acts in a workspace as one of its people. */
export const actingOptions = { workspace: { type: "string" }, email: { type: "string" } } as const;

/**
 * Runs a use case in the workspace of `--workspace` as the member of `--email`, else as its owner, and hands what it
 * answers to `done`. What it refuses is said in words. Import services inside `work`, as for `withDatabase`.
 */
export function acting<T>(
  call: Call,
  work: (caller: Caller, workspace: string) => Promise<Result<T, Failure>>,
  done: (answer: T) => void,
): Promise<Status> {
  const workspace = textFlag(call, "workspace");
  return withDatabase<Status>(call, async () => {
    const { callerIn } = await import("#lib/services/identity/command-line.ts");
    const { disconnect } = await import("#lib/db/client.ts");
    try {
      const email = typeof call.flags.email === "string" ? call.flags.email : null;
      const caller = await callerIn(workspace, email);
      const answer = caller.ok ? await work(caller.value, workspace) : caller;
      if (!answer.ok) throw new Explained(sentenceOf(answer.failure));
      done(answer.value);
      return 0;
    } finally {
      await disconnect();
    }
  });
}

/** An id that was typed; throws `WrongUsage` where it is none. `what` names it, as in "a webhook's id". */
export function typedId(text: string, what: string): string {
  const parsed = id.safeParse(text.trim());
  if (!parsed.success) throw new WrongUsage(`“${text}” is not ${what}`);
  return parsed.data;
}

function sentenceOf(failure: Failure): string {
  switch (failure.kind) {
    case "not-found":
      return `There is no such ${failure.what}, or it may not be seen or changed so.`;
    case "invalid":
      return failure.errors.map(({ message }) => `${message}.`).join(" ");
    case "conflict":
      return failure.detail;
    default:
      return `It could not be done: ${failure.kind}.`;
  }
}
