import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Why LibreOffice cannot be asked, or null: tests that ask it skip with this as their reason. */
export const officeIsMissing: string | null =
  spawnSync("soffice", ["--version"]).status === 0 ? null : "LibreOffice (soffice) is not on this machine";

/** What LibreOffice makes of a file, saved as another kind. Each call has a profile of its own, which is thrown away. */
export function openedByOffice(name: string, bytes: Uint8Array, as: string, saved: string): string {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  try {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const given = [
      profile,
      "--headless",
      "--norestore",
      "--convert-to",
      as,
      "--outdir",
      `${folder}/out`,
      path,
    ];
    const { status, stderr } = spawnSync("soffice", given, { encoding: "utf8", timeout: 60_000 });
    if (status !== 0) throw new Error(`LibreOffice refused ${name}: ${stderr}`);
    return readFileSync(join(folder, "out", saved), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
