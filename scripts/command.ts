import { type ParseArgsConfig, parseArgs } from "node:util";
import { type Environment, readEnvironment } from "#lib/platform/environment.ts";
import { type OpenDatabase, openDatabase } from "./open-database.ts";

/** What a file in scripts/cli exports as `command`. */
export type Command = {
  /** One line for the list of commands. */
  summary: string;
  /** The whole help: usage, options, an example. */
  help: string;
  options: NonNullable<ParseArgsConfig["options"]>;
  /** What the one word without a dash names, where there is one: `e-mail address`. */
  operand?: string;
  /** The same where there may be several such words, and must be one: `file`. */
  operands?: string;
  /** Returns the exit status: 0 done, 1 failed. Throws `WrongUsage` for 2. */
  run(call: Call): Promise<Status>;
};

export type Status = 0 | 1;

export type Call = {
  /** The word of the command's `operand`; empty where it has none. */
  operand: string;
  /** The words of the command's `operands`; empty where it has none. */
  operands: readonly string[];
  flags: Record<string, string | boolean | (string | boolean)[] | undefined>;
  settings: Environment;
  /** To stdout: results only. As JSON when `--json` was given and a value is there. */
  print(text: string, value?: unknown): void;
  /** To stderr, and only when a person looks on. */
  progress(text: string): void;
};

export class WrongUsage extends Error {}

export function parseCall(command: Command, parameters: string[]): Call {
  const { values, positionals } = parse(command, parameters);
  const flags: Call["flags"] = values;
  return {
    operand: operandOf(command, positionals),
    operands: operandsOf(command, positionals),
    flags,
    settings: readEnvironment(process.env),
    print: (text, value) =>
      process.stdout.write(`${flags.json === true && value !== undefined ? JSON.stringify(value) : text}\n`),
    progress: (text) => {
      if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
    },
  };
}

function parse(command: Command, parameters: string[]) {
  try {
    const options = { ...command.options, json: { type: "boolean" as const } };
    return parseArgs({ args: parameters, options, allowPositionals: true });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

function operandsOf({ operands }: Command, words: string[]): string[] {
  if (operands === undefined) return [];
  if (words.length === 0 || words.some((word) => word.trim() === "")) {
    throw new WrongUsage(`Name at least one ${operands}`);
  }
  return words;
}

function operandOf({ operand, operands }: Command, [first = "", ...more]: string[]): string {
  if (operands !== undefined) return "";
  if (operand === undefined && first !== "") throw new WrongUsage(`Nothing is known of "${first}" here`);
  if (operand !== undefined && (first.trim() === "" || more.length > 0)) {
    throw new WrongUsage(`Name one ${operand}`);
  }
  return first;
}

/** The text of an option; throws `WrongUsage` when it must be there and is not. */
export function textFlag(call: Call, name: string): string {
  const value = call.flags[name];
  if (typeof value !== "string" || value.trim() === "") throw new WrongUsage(`--${name} is missing`);
  return value;
}

/**
 * Runs `work` with a database that answers, and with DATABASE_URL naming it: import services inside `work`,
 * not at the top of the file, so that they see it.
 */
export async function withDatabase<T>(call: Call, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase(call.settings);
  process.env.DATABASE_URL = database.url;
  if (call.settings.DATABASE_URL === undefined) process.env.SOURCELINE_EMBEDDED = "yes";
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
