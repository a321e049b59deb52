// The literal proof that the domain stands alone: a copy of lib/core, where there is nothing else, compiles.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./prepare.mjs";

const OPTIONS = {
  target: "ES2023",
  // No DOM and no Node types: neither `document` nor `process` means anything here.
  lib: ["ES2023", "ES2024.String"],
  types: [],
  module: "esnext",
  moduleResolution: "bundler",
  strict: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  noEmit: true,
};

const folder = mkdtempSync(join(tmpdir(), "core-alone-"));
try {
  const isTest = (path) => /\.test\.tsx?$/u.test(path);
  cpSync(join(ROOT, "lib/core"), join(folder, "lib/core"), {
    recursive: true,
    filter: (path) => !isTest(path),
  });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ type: "module", imports: { "#core/*": "./lib/core/*" } }),
  );
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: OPTIONS, include: ["lib"] }),
  );
  const files = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".ts"));
  if (files.length === 0) throw new Error("There is no file in lib/core");
  execFileSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", folder], {
    stdio: "inherit",
  });
  console.log(`core alone: ${files.length} files compile with nothing around them`);
} catch (error) {
  console.error(`lib/core does not stand alone: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
