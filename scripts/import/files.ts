import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { Explained } from "../say.mjs";

/** The files that are named, those of a folder among them, by the names they are shown under. */
export function namedFiles(names: readonly string[]): File[] {
  return names.flatMap((name) => {
    try {
      return statSync(name).isDirectory() ? filesIn(name) : [fileOf(name, basename(name))];
    } catch (error) {
      if (error instanceof Error && "syscall" in error && "code" in error) {
        throw new Explained(`${name} cannot be read (${String(error.code)}).`);
      }
      throw error;
    }
  });
}

function filesIn(folder: string): File[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => fileOf(path, relative(folder, path).replaceAll("\\", "/")));
}

function fileOf(path: string, name: string): File {
  return new File([readFileSync(path)], name);
}

/** A text that comes in as an article, by its name. */
export function isPlain({ name }: File): boolean {
  return /\.(?:txt|text|md|markdown|x?html?)$/iu.test(name);
}
