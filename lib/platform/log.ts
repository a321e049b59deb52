import pino, { type Logger } from "pino";
import { environment } from "./environment.ts";

// What newsrooms write, and what opens doors, never reaches a log: the names are withheld at any depth.
const WITHHELD =
  /^(text|exact|prefix|suffix|statement|body|html|content|reason|comment|title|quote|mention|cue|identity|cookie|authorization)$|password|token|secret|hash$/iu;
const TOKEN = /\bsl_[\w-]{8,}/gu;
const LONGEST_VALUE = 300;
const DEEPEST = 4;

/** The value as it may stand in a log: named confidences withheld, tokens masked, long strings cut. */
export function fitForLog(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return value.replace(TOKEN, "sl_[withheld]").slice(0, LONGEST_VALUE);
  if (value instanceof Error) return describeError(value);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth >= DEEPEST) return "[deeper]";
  if (Array.isArray(value)) return value.slice(0, 20).map((item) => fitForLog(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      WITHHELD.test(key) ? "[withheld]" : fitForLog(inner, depth + 1),
    ]),
  );
}

// A database or validation error repeats the values it refused in its message, so only its kind,
// its code and the places in our code are kept.
function describeError(error: Error): Record<string, unknown> {
  const isOurs = error.constructor === Error || error.constructor === TypeError;
  const frames = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  return {
    type: error.name,
    code: "code" in error ? error.code : undefined,
    message: isOurs ? fitForLog(error.message.split("\n", 1)[0]) : "[withheld]",
    stack: frames.slice(0, 12).map((line) => line.trim()),
    cause: error.cause instanceof Error ? describeError(error.cause) : undefined,
  };
}

export function createLog(level: string, destination?: { write(line: string): void }): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { pid: process.pid },
    serializers: { err: (error: unknown) => error },
    // pino hands every merged object through here, whatever its shape.
    formatters: { log: (fields) => Object.fromEntries(Object.entries(fields).map(keepOrWithhold)) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function keepOrWithhold([key, value]: [string, unknown]): [string, unknown] {
  return [key, WITHHELD.test(key) ? "[withheld]" : fitForLog(value)];
}

let current: Logger | undefined;

/** The log of this process, at the level of LOG_LEVEL. */
export function log(): Logger {
  current ??= createLog(environment().LOG_LEVEL);
  return current;
}
