import { setTimeout as pause } from "node:timers/promises";
import { type ExportQuery, exportCreate, type KeptExport } from "#lib/contracts/exports.ts";
import type { Caller } from "#lib/services/caller.ts";
import type { Call } from "./command.ts";
import { explainedFailure } from "./export-failure.ts";
import { counter, writeToFile } from "./export-write.ts";
import { Explained } from "./say.mjs";

type Asked = {
  readonly caller: Caller;
  readonly workspace: string;
  readonly project: string;
  readonly request: ExportQuery;
};

/** How often it is looked how far it has come. */
const LOOK_EVERY = 300;

/** Keeps an export among the project's, and writes it and its manifest to files. */
export async function keepInFile(call: Call, asked: Asked, out: string): Promise<void> {
  const { id } = await made(asked);
  await saveKept(call, asked, id, out);
}

/** Writes a kept export and its manifest to files, and prints what they are. */
export async function saveKept(
  call: Call,
  { caller, workspace }: Pick<Asked, "caller" | "workspace">,
  id: string,
  out: string,
): Promise<void> {
  const { manifestOf } = await import("#lib/services/exports/kept.ts");
  const { download } = await import("#lib/services/exports/download.ts");
  const file = await download(caller, workspace, id);
  if (!file.ok) throw explainedFailure(file.failure);
  const signed = await manifestOf(caller, workspace, id);
  if (!signed.ok) throw explainedFailure(signed.failure);
  const manifest = `${out}.manifest.json`;
  await writeToFile(out, file.value.chunks);
  await writeToFile(manifest, wholly(`${JSON.stringify(signed.value, null, 2)}\n`));
  const { counts, cursor, files } = signed.value.manifest;
  const [whole] = files;
  call.print(`${out}: ${counts.claims} claims, kept as ${id}; its manifest is ${manifest}`, {
    ...{ file: out, manifest, id, ...counts, bytes: whole?.bytes, sha256: whole?.sha256, cursor },
  });
}

/** Made in this process, unless the server's was quicker to take it. */
async function made({ caller, workspace, project, request }: Asked): Promise<KeptExport> {
  const { keep, get } = await import("#lib/services/exports/kept.ts");
  const { makeWaiting } = await import("#lib/services/exports/run-kept.ts");
  const { limit: _none, ...whole } = request;
  const kept = await keep(caller, workspace, project, exportCreate.parse(whole));
  if (!kept.ok) throw explainedFailure(kept.failure);
  let isMaking = true;
  const making = makeWaiting(await idOf(caller, workspace)).finally(() => {
    isMaking = false;
  });
  const line = counter();
  try {
    for (;;) {
      const now = await get(caller, workspace, kept.value.id);
      if (!now.ok) throw explainedFailure(now.failure);
      const { state, claimsDone, claimsTotal, error } = now.value;
      if (state === "done") return now.value;
      if (state === "failed" || state === "expired")
        throw new Explained(error ?? "The export was taken away.");
      line.tell(`${claimsDone.toLocaleString("en")} of ${claimsTotal?.toLocaleString("en") ?? "?"} claims …`);
      // When this process has nothing left to make, another one has taken it.
      await (isMaking ? Promise.race([making, pause(LOOK_EVERY)]) : pause(LOOK_EVERY));
    }
  } finally {
    line.over();
    await making;
  }
}

async function idOf(caller: Caller, workspace: string): Promise<string> {
  const { read } = await import("#lib/services/identity/me.ts");
  const me = await read(caller);
  const found = me.ok && me.value.workspaces.find(({ id, slug }) => slug === workspace || id === workspace);
  if (!found) throw new Explained(`There is no workspace ${workspace}.`);
  return found.id;
}

async function* wholly(text: string): AsyncGenerator<string> {
  yield text;
}
