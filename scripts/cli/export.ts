import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { z } from "zod";
import { exportQuery } from "#lib/contracts/exports.ts";
import { type Call, type Command, textFlag, WrongUsage, withDatabase } from "../command.ts";
import { Explained } from "../say.mjs";

export const command: Command = {
  summary: "write a project's claims to a file",
  help: `Usage: sourceline export --workspace W --project P [--format json|csv|webannotation] [--out FILE]
                        [--state approved|submitted|draft|changes_requested|rejected|all] [--rows claims|links]
                        [--text quoted|positions] [--article ID] [--since TIME] [--email MEMBER] [--json]

Streams from one snapshot: approved claims unless another state is asked for. Without --out, or with --out -,
to standard output. With --out, prints the file and how many claims are in it, with --json as JSON. Acts as the member named by --email, else as the workspace's owner.

  sourceline export --workspace desk --project elections --format csv --out claims.csv`,
  options: {
    workspace: { type: "string" },
    project: { type: "string" },
    format: { type: "string" },
    out: { type: "string" },
    state: { type: "string" },
    rows: { type: "string" },
    text: { type: "string" },
    article: { type: "string" },
    since: { type: "string" },
    email: { type: "string" },
  },
  run: (call) => {
    const workspace = textFlag(call, "workspace");
    const project = textFlag(call, "project");
    const request = requestOf(call);
    if (call.flags.json === true && isToStdout(call)) {
      throw new WrongUsage("--json says what was written to a file: name it with --out FILE");
    }
    return withDatabase<0 | 1>(call, async () => {
      const { callerIn } = await import("#lib/services/identity/command-line.ts");
      const { stream } = await import("#lib/services/exports/exports.ts");
      const { disconnect } = await import("#lib/db/client.ts");
      try {
        const email = typeof call.flags.email === "string" ? call.flags.email : null;
        const caller = await callerIn(workspace, email);
        const answer = caller.ok ? await stream(caller.value, workspace, project, request) : caller;
        if (!answer.ok) {
          process.stderr.write(`${sentenceOf(answer.failure)}\n`);
          return 1;
        }
        await write(call, answer.value);
        return 0;
      } finally {
        await disconnect();
      }
    });
  },
};

const FILTERS = ["format", "state", "rows", "text", "article", "since"] as const;

function requestOf(call: Call) {
  const given = Object.fromEntries(
    FILTERS.flatMap((name) => (call.flags[name] ? [[name, call.flags[name]]] : [])),
  );
  const parsed = exportQuery.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new WrongUsage(`--${issue?.path.join(".")} ${wordsFor(issue)}`);
}

function wordsFor(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === "invalid_value") return `is one of ${issue.values.join(", ")}`;
  return `cannot be used: ${issue?.message}`;
}

function sentenceOf(failure: { readonly kind: string; readonly what?: string }): string {
  return failure.kind === "not-found"
    ? `There is no such ${failure.what ?? "thing"}, or its claims may not be exported so.`
    : `The export failed: ${failure.kind}.`;
}

const outOf = (call: Call) => (typeof call.flags.out === "string" ? call.flags.out : "-");
const isToStdout = (call: Call) => outOf(call) === "-";

type Answer = {
  readonly chunks: AsyncIterable<string | Uint8Array>;
  readonly tally: { readonly claims: number };
};

async function write(call: Call, { chunks, tally }: Answer): Promise<void> {
  const out = outOf(call);
  if (isToStdout(call)) {
    await pipeline(Readable.from(chunks), process.stdout, { end: false }).catch(unlessReaderLeft);
    return;
  }
  // A file that is there under its name is whole: a broken export leaves nothing that looks like one.
  const partial = `${out}.part`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, out);
  } catch (error) {
    await rm(partial, { force: true });
    throw unwritable(out, error);
  }
  call.print(`${out}: ${tally.claims} claims`, { file: out, ...tally });
}

// A system call that failed says why in its code; anything else is for whoever mends the program.
function unwritable(out: string, error: unknown): unknown {
  const isSystem = error instanceof Error && "syscall" in error && "code" in error;
  return isSystem
    ? new Explained(`${out} cannot be written (${error.code}). Nothing was left behind.`)
    : error;
}

/** `sourceline export | head` has all it wants. */
function unlessReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
