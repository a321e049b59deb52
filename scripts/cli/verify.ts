import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { z } from "zod";
import type { SignedManifest, Verification } from "#lib/contracts/exports.ts";
import { type Call, type Command, WrongUsage, withDatabase } from "../command.ts";
import { readManifest, unreadable } from "../export-request.ts";
import { counter } from "../export-write.ts";
import { Explained } from "../say.mjs";

export const command: Command = {
  summary: "say whether a file is one that was exported, unchanged",
  help: `Usage: sourceline verify FILE [--manifest MANIFEST] [--keys KEYS] [--json]

Compares FILE with its manifest (FILE.manifest.json unless named), and the manifest with its signature. The keys are
those of this installation, unless --keys names a JWK Set: a file, or an https address such as
https://desk.example.org/.well-known/sourceline-keys.json. Then no database is needed.

Verdicts: genuine; altered (the manifest is genuine, the bytes are others); forged (the manifest is not what was
signed); unknown-key (signed with none of the keys). Of a zip also every file inside is named.
Exit status: 0 genuine, 1 anything else, 2 wrong usage.

  sourceline verify claims.csv
  sourceline verify claims.zip --keys https://desk.example.org/.well-known/sourceline-keys.json --json`,
  operand: "file",
  options: { manifest: { type: "string" }, keys: { type: "string" } },
  run: async (call) => {
    const file = call.operand;
    const { manifest = `${file}.manifest.json`, keys } = call.flags;
    if (!existsSync(file)) throw new Explained(`${file} is not there.`);
    if (!existsSync(String(manifest))) {
      throw new WrongUsage(`${manifest} is not there: name the manifest of ${file} with --manifest`);
    }
    const signed = readManifest(String(manifest));
    const sha256 = await hashOf(file);
    const said =
      typeof keys === "string"
        ? await judgedWith(keys, signed, sha256)
        : await judgedHere(call, signed, sha256);
    call.print(wordsFor(file, sha256, said), { file, sha256, ...said });
    return said.verdict === "genuine" ? 0 : 1;
  },
};

/** What is needed of a JWK Set (RFC 7517): other keys in it are passed over by their id. */
const keySet = z.object({ keys: z.array(z.object({ kid: z.string(), x: z.string() })) });

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  const line = counter();
  let read = 0;
  try {
    const { size } = statSync(file);
    for await (const bytes of createReadStream(file)) {
      hash.update(bytes);
      read += bytes.length;
      line.tell(`${Math.floor((100 * read) / size)} % read …`);
    }
  } catch (error) {
    throw unreadable(file, error);
  } finally {
    line.over();
  }
  return hash.digest("hex");
}

function judgedHere(call: Call, signed: SignedManifest, sha256: string): Promise<Verification> {
  return withDatabase(call, async () => {
    const { verify } = await import("#lib/services/exports/verify.ts");
    const { disconnect } = await import("#lib/db/client.ts");
    try {
      const said = await verify({ signed, sha256 });
      if (!said.ok) throw new Explained(`It could not be verified: ${said.failure.kind}.`);
      return said.value;
    } finally {
      await disconnect();
    }
  });
}

async function judgedWith(place: string, signed: SignedManifest, sha256: string): Promise<Verification> {
  const { judge } = await import("#lib/services/exports/signing.ts");
  const keys = keySet.safeParse(await keysAt(place));
  if (!keys.success) throw new Explained(`${place} is no JWK Set of Ed25519 keys.`);
  return judge(
    signed,
    sha256,
    keys.data.keys.map(({ kid, x }) => ({ id: kid, x })),
  );
}

/** Keys that came over an open line would prove nothing. */
async function keysAt(place: string): Promise<unknown> {
  if (/^http:/iu.test(place)) throw new WrongUsage("--keys must be a file or an https address");
  try {
    if (!/^https:/iu.test(place)) return JSON.parse(readFileSync(place, "utf8"));
    const answer = await fetch(place);
    return answer.ok ? await answer.json() : null;
  } catch (error) {
    throw new Explained(
      `The keys at ${place} cannot be read (${error instanceof Error ? error.message : error}).`,
    );
  }
}

function wordsFor(file: string, sha256: string, { verdict, detail, manifest, keyId }: Verification): string {
  const { counts, moment, project, workspace, installation, files } = manifest;
  const shown = [
    `${file}: ${verdict}`,
    detail,
    "",
    `installation  ${installation}`,
    `project       ${project.name}, of ${workspace.name}`,
    `moment        ${moment.at}, event ${moment.eventNumber}, audit row ${moment.auditNumber}`,
    `counts        ${counts.claims} claims, ${counts.links} links, ${counts.articles} articles`,
    `key           ${keyId}`,
    `sha256        ${sha256}`,
    "",
    ...files.map(
      (one) => `${one.sha256}  ${one.bytes}\t${one.name}${one.sha256 === sha256 ? "\t<- this file" : ""}`,
    ),
  ];
  if (verdict !== "unknown-key") return shown.join("\n");
  return [
    ...shown,
    "",
    `Its installation's keys are at ${installation}/.well-known/sourceline-keys.json: --keys`,
  ].join("\n");
}
