import type { ExportQuery } from "#lib/contracts/exports.ts";
import type { Caller } from "#lib/services/caller.ts";
import { type Call, type Command, textFlag, WrongUsage } from "../command.ts";
import { inDesk } from "../export-caller.ts";
import { explainedFailure } from "../export-failure.ts";
import { keepInFile } from "../export-keep.ts";
import { requestHelp, requestOf, requestOptions } from "../export-request.ts";
import { counter, writeToFile, writeToStdout } from "../export-write.ts";

export const command: Command = {
  summary: "write a project's claims to a file",
  help: `Usage: sourceline export --workspace W --project P [--format FORMAT] [--out FILE] [--keep] [--email MEMBER] [--json]

Streams from one snapshot: approved claims unless another state is asked for. Without --out, or with --out -,
to standard output. With --out, prints the file and what is in it, with --json as JSON. Acts as the member named
by --email, else as the workspace's owner.

  --keep    keeps it among the project's exports, too, and writes FILE.manifest.json beside FILE: signed, so that
            \`sourceline verify FILE\` can tell later whether it is still the same

${requestHelp}

  sourceline export --workspace desk --project elections --format csv --out claims.csv
  sourceline export --workspace desk --project elections --format jsonl --out week.jsonl --keep
  sourceline export --workspace desk --project elections --format jsonl --since week.jsonl.manifest.json`,
  options: {
    workspace: { type: "string" },
    project: { type: "string" },
    out: { type: "string" },
    keep: { type: "boolean" },
    email: { type: "string" },
    ...requestOptions,
  },
  run: (call) => {
    textFlag(call, "workspace");
    const project = textFlag(call, "project");
    const request = requestOf(call);
    const out = outOf(call);
    if (call.flags.json === true && out === null) {
      throw new WrongUsage("--json says what was written to a file: name it with --out FILE");
    }
    if (call.flags.keep === true && (out === null || request.limit !== undefined)) {
      throw new WrongUsage(
        "--keep writes a whole export to a file: name it with --out FILE, without --limit",
      );
    }
    return inDesk(call, async (desk) => {
      const asked = { ...desk, project, request };
      if (call.flags.keep === true && out !== null) await keepInFile(call, asked, out);
      else await streamOut(call, asked, out);
    });
  },
};

/** The file named; null for standard output. */
function outOf({ flags }: Call): string | null {
  return typeof flags.out === "string" && flags.out !== "-" ? flags.out : null;
}

type Asked = {
  readonly caller: Caller;
  readonly workspace: string;
  readonly project: string;
  readonly request: ExportQuery;
};

async function streamOut(
  call: Call,
  { caller, workspace, project, request }: Asked,
  out: string | null,
): Promise<void> {
  const { stream } = await import("#lib/services/exports/exports.ts");
  const answer = await stream(caller, workspace, project, request);
  if (!answer.ok) throw explainedFailure(answer.failure);
  const { chunks, tally } = answer.value;
  if (out === null) return writeToStdout(chunks);
  const line = counter();
  const counted = async function* () {
    for await (const chunk of chunks) {
      line.tell(`${tally.claims.toLocaleString("en")} claims …`);
      yield chunk;
    }
  };
  try {
    await writeToFile(out, counted());
  } finally {
    line.over();
  }
  call.print(`${out}: ${tally.claims} claims`, { file: out, ...tally });
}
