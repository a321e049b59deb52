import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What this program calls its own version; it runs in its own folder. */
export const programVersion = versionIn(join(process.cwd(), "package.json"));

function versionIn(manifest: string): string {
  // A manifest of ours always has one: it is checked in.
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}
