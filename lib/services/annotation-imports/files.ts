import type { ImportProblem, NamedFile } from "#core/import/dataset.ts";
import { BadZip, isZip, unzip } from "#lib/platform/unzip.ts";
import { decode } from "../imports/decode.ts";

/** A file as it was handed over. */
export type HandedFile = { readonly name: string; readonly bytes: Uint8Array };

/** Of everything handed over at once: more is another import. PolNeAR, the largest public one, has 1,965 files. */
const MOST_FILES = 20_000;
const MOST_BYTES = 256_000_000;
const LONGEST_NAME = 300;

/** What was handed over cannot be opened at all; the message is for whoever handed it over. */
export class CannotOpen extends Error {}

type Opened = { readonly files: readonly NamedFile[]; readonly problems: readonly ImportProblem[] };

/** Zips as their files, each decoded; what is no text is a problem of its own. Throws `CannotOpen`. */
export function openHanded(handed: readonly HandedFile[]): Opened {
  const all = handed.flatMap((file) => unpacked(file, handed.length > 1));
  if (all.length === 0) throw new CannotOpen("There is no file in it.");
  if (all.length > MOST_FILES) throw new CannotOpen(`Hand over at most ${MOST_FILES} files at once.`);
  const bytes = all.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  if (bytes > MOST_BYTES) throw new CannotOpen(`It is more than ${MOST_BYTES / 1_000_000} MB. Split it.`);
  const files: NamedFile[] = [];
  const problems: ImportProblem[] = [];
  for (const { name, bytes: content } of all) {
    const decoded = decode(content, /\.x?html?$/iu.test(name));
    if (decoded.ok) files.push({ name, text: decoded.value.content });
    const message = decoded.ok ? decoded.value.note : decoded.failure;
    if (message === null) continue;
    const [code, severity] = decoded.ok
      ? (["guessed-encoding", "note"] as const)
      : (["no-text", "file"] as const);
    problems.push({ file: name, line: null, at: null, code, message, severity });
  }
  return { files, problems };
}

/** A name is shown and stored: what no text may hold does not get in through it. */
export function cleanName(name: string): string {
  return name.replace(/\0/gu, "").toWellFormed().normalize("NFC").slice(-LONGEST_NAME);
}

function unpacked({ name, bytes }: HandedFile, isOneOfSeveral: boolean): HandedFile[] {
  if (!isZip(bytes)) return [{ name, bytes }];
  try {
    const files = unzip(bytes, { entries: MOST_FILES, bytes: MOST_BYTES }).filter(isMeant);
    const nested = files.find((file) => isZip(file.bytes));
    if (nested) throw new BadZip(`“${nested.name}” in it is a zip itself. Unpack that one first.`);
    return files.map((file) => (isOneOfSeveral ? { ...file, name: `${name}/${file.name}` } : file));
  } catch (error) {
    if (error instanceof BadZip) throw new CannotOpen(`${name}: ${error.message}`);
    throw error;
  }
}

/** Systems leave files of their own in archives. */
function isMeant({ name }: HandedFile): boolean {
  return !/(?:^|\/)(?:__MACOSX\/|\.)/u.test(name) && !/(?:^|\/)(?:Thumbs\.db|desktop\.ini)$/u.test(name);
}
