// The files of the repository as git sees them: committed, or new and not ignored.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./prepare.mjs";

export function repositoryFiles() {
  return (fromGit() ?? walk("")).filter((file) => existsSync(join(ROOT, file))).sort();
}

function fromGit() {
  try {
    const asked = ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    const output = execFileSync("git", asked, {
      cwd: ROOT,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return output.split("\0").filter((file) => file !== "");
  } catch {
    return null;
  }
}

// An unpacked archive has no git.
function walk(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (/^(node_modules|\.next.*|\.data|\.git|generated|coverage|test-results)$/u.test(entry.name)) return [];
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(path) : [path];
  });
}
