import type { NamedFile } from "#core/import/dataset.ts";
import { files } from "#lib/platform/files.ts";

/** What was handed over is kept until the import is done with, decoded: a file a line, as JSON. */
function nameOf(workspaceId: string, importId: string): string {
  return `imports/${workspaceId}/${importId}`;
}

export async function keep(
  workspaceId: string,
  importId: string,
  given: readonly NamedFile[],
): Promise<void> {
  await files().write(nameOf(workspaceId, importId), linesOf(given));
}

async function* linesOf(given: readonly NamedFile[]): AsyncGenerator<string> {
  for (const file of given) yield `${JSON.stringify(file)}\n`;
}

/** Null where it is gone. */
export async function kept(workspaceId: string, importId: string): Promise<NamedFile[] | null> {
  const chunks = await files().read(nameOf(workspaceId, importId));
  if (chunks === null) return null;
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const lines = Buffer.concat(parts).toString("utf8").split("\n");
  // `keep` writes exactly this, a line each.
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as NamedFile);
}

export function forget(workspaceId: string, importId: string): Promise<void> {
  return files().remove(nameOf(workspaceId, importId));
}
