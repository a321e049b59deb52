import type { SignedManifest } from "#lib/contracts/exports.ts";

/** A file somebody handed back, and the manifest that came with it: each may still be missing. */
export type Evidence = { readonly file: File | null; readonly manifest: File | null };

export const noEvidence: Evidence = { file: null, manifest: null };

/** Browsers number what they save twice: `claims.csv.manifest (1).json`. */
const MANIFEST = /\.manifest(?: ?\(\d+\))?\.json$/iu;

/** What was dropped, in its place; of several the last one counts. */
export function withFiles(evidence: Evidence, files: readonly File[]): Evidence {
  let { file, manifest } = evidence;
  for (const one of files) {
    if (MANIFEST.test(one.name)) manifest = one;
    else file = one;
  }
  return { file, manifest };
}

/** No manifest is larger: each file of it takes a line. */
const MOST_BYTES = 20_000_000;

/** What is signed and by whom, as it stands in a manifest; null for what is none. The server reads it more closely. */
export async function readManifest(file: File): Promise<SignedManifest | null> {
  if (file.size > MOST_BYTES) return null;
  try {
    const said: unknown = JSON.parse(await file.text());
    const isOne = typeof said === "object" && said !== null && "manifest" in said && "signature" in said;
    return isOne ? (said as SignedManifest) : null; // The API refuses what does not have its shape.
  } catch {
    return null;
  }
}
