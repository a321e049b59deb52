import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { InvalidEnvironment } from "#lib/platform/environment.ts";
import { type Command, parseCall, WrongUsage } from "./command.ts";
import { Explained } from "./say.mjs";

const FOLDER = join(import.meta.dirname, "cli");
const ROOT = resolve(import.meta.dirname, "..");

/** Runs one command line and returns its exit status: 0 done, 1 failed, 2 wrong usage. */
export async function main(words: string[]): Promise<number> {
  const env = join(ROOT, ".env");
  if (existsSync(env)) process.loadEnvFile(env);
  const [first, second] = words;
  if (first === undefined) return complain(await overview());
  if (first === "--help" || first === "-h" || first === "help") return tell(await overview());
  const found = (await load(`${first}-${second}`, 2)) ?? (await load(first, 1));
  if (found === null) return complain(`There is no command "${words.join(" ")}".\n\n${await overview()}`);
  const { command, length } = found;
  const parameters = words.slice(length);
  if (parameters.includes("--help") || parameters.includes("-h")) return tell(command.help);
  return run(command, parameters);
}

async function run(command: Command, parameters: string[]): Promise<number> {
  try {
    return await command.run(parseCall(command, parameters));
  } catch (error) {
    if (error instanceof WrongUsage) return complain(`${error.message}\n\n${command.help}`);
    const isExplained = error instanceof Explained || error instanceof InvalidEnvironment;
    process.stderr.write(
      `✗ ${error instanceof Error && !isExplained ? error.stack : String(messageOf(error))}\n`,
    );
    return 1;
  }
}

function messageOf(error: unknown): unknown {
  return error instanceof Error ? error.message : error;
}

// `user add` lives in cli/user-add.ts. The names come from the folder alone, never from the line.
async function load(name: string, length: number): Promise<{ command: Command; length: number } | null> {
  if (!names().includes(name)) return null;
  const { command }: { command: Command } = await import(`./cli/${name}.ts`);
  return { command, length };
}

function names(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".ts") && !file.includes(".test."))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
}

async function overview(): Promise<string> {
  const lines: string[] = [];
  for (const name of names()) {
    const found = await load(name, 1);
    if (found?.command !== undefined)
      lines.push(`  ${name.replace("-", " ").padEnd(16)}${found.command.summary}`);
  }
  return `Usage: sourceline <command> [options]\n\n${lines.join("\n")}\n\nsourceline <command> --help says more.`;
}

function tell(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return 2;
}
