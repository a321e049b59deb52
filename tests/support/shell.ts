import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Why commands of the docs cannot be run here; null where they can. */
export async function noShell(): Promise<string | null> {
  const found = await run("command -v curl >/dev/null && command -v bash", {}, tmpdir()).catch(() => "");
  return found.includes("bash") ? null : "curl or bash is missing";
}

/** A folder whose curl says after each answer which status it had, and whatever else its commands need. */
export function shellFolder(files: Readonly<Record<string, string>> = {}): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "sourceline-shell-"));
  writeFileSync(join(path, ".curlrc"), 'write-out = "\\n%{http_code}"\n');
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** What a command prints, as a person's shell would run it; with the variables of that shell. */
export function run(
  command: string,
  variables: Readonly<Record<string, string>>,
  cwd: string,
): Promise<string> {
  const env = { ...process.env, CURL_HOME: cwd, HOME: cwd, ...variables };
  return new Promise((resolve, refuse) => {
    execFile(
      "bash",
      ["-euc", command],
      { cwd, env, encoding: "utf8", maxBuffer: 50_000_000 },
      (error, stdout, stderr) =>
        error ? refuse(new Error(`${command}\n${stdout}${stderr}`)) : resolve(stdout),
    );
  });
}
