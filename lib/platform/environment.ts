import { resolve } from "node:path";
import { z } from "zod";
import { type AllowEntry, readAllowList } from "./outbound-rules.ts";

const text = z.string().trim().min(1);
const databaseUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/u, "must be a postgres:// address");
const webUrl = z
  .url({ protocol: /^https?$/u, error: "must be an http:// or https:// address" })
  .transform((address) => address.replace(/\/+$/u, ""));

const allowList = z.string().transform((list, context): AllowEntry[] => {
  try {
    return readAllowList(list);
  } catch (error) {
    context.addIssue(
      `holds something that cannot be used: ${error instanceof Error ? error.message : error}`,
    );
    return z.NEVER;
  }
});

const schema = z.object({
  PORT: z.coerce.number("must be a port number").int().min(1).max(65535).default(3000),
  HOST: text.default("127.0.0.1"),
  SOURCELINE_URL: webUrl.optional(),
  SOURCELINE_DATA_DIR: text.default(".data"),
  SOURCELINE_EMBEDDED: z.literal("yes").optional(),
  SOURCELINE_SAMPLE: z.enum(["on", "off"], "must be on or off").optional(),
  DATABASE_URL: databaseUrl.optional(),
  DIRECT_DATABASE_URL: databaseUrl.optional(),
  DATABASE_REPLICA_URL: databaseUrl.optional(),
  NEXTAUTH_SECRET: text.optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/u, "must be an smtp:// or smtps:// address")
    .optional(),
  MAIL_FROM: text.optional(),
  OIDC_ISSUER: webUrl.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  GITHUB_CLIENT_ID: text.optional(),
  GITHUB_CLIENT_SECRET: text.optional(),
  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  EVENT_BUS_URL: text.optional(),
  FILES_URL: text.optional(),
  READS_PER_MINUTE: z.coerce.number("must be a number").int().min(1).default(600),
  WRITES_PER_MINUTE: z.coerce.number("must be a number").int().min(1).default(120),
  PRESENCE_PER_MINUTE: z.coerce.number("must be a number").int().min(1).default(1_200),
  SIGN_INS_PER_QUARTER_HOUR: z.coerce.number("must be a number").int().min(1).default(10),
  STREAMS_PER_PERSON: z.coerce.number("must be a number").int().min(1).default(20),
  EXPORT_DAYS: z.coerce.number("must be a number of days").int().min(1).max(3650).default(30),
  SOURCELINE_WEBHOOK_ALLOW: allowList.default([]),
  LOG_LEVEL: z
    .enum(
      ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
      "must be a level such as info or warn",
    )
    .default("info"),
});

/** Settings that mean something only together. */
const TOGETHER = [
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["SMTP_URL", "MAIL_FROM"],
] as const;

type Settings = z.output<typeof schema>;

export type Environment = Settings & {
  /** Throws `InvalidEnvironment` when there is none: the program was not started by `npm start` or the CLI. */
  readonly databaseUrl: string;
  /** Absolute. */
  dataDir: string;
  /** Without a slash at the end. */
  publicUrl: string;
  /** True when people reach it by https, so that cookies can be `Secure`. */
  isSecure: boolean;
  /** True when the database is the one the program runs itself. */
  isEmbedded: boolean;
  hasSample: boolean;
  /** Sentences for whoever starts the program. */
  warnings: string[];
};

export class InvalidEnvironment extends Error {}

/** Reads the settings; throws `InvalidEnvironment` whose message names every setting that is wrong. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim() !== ""));
  const parsed = schema.safeParse(given);
  const problems = parsed.success
    ? incompleteGroups(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${lowerFirst(issue.message)}`);
  if (!parsed.success || problems.length > 0) {
    throw new InvalidEnvironment(
      `These settings cannot be used:\n${problems.map((p) => `  ${p}`).join("\n")}`,
    );
  }
  return complete(parsed.data);
}

let current: Environment | undefined;

/** The settings of this process, read once. */
export function environment(): Environment {
  current ??= readEnvironment(process.env);
  return current;
}

function complete(settings: Settings): Environment {
  const publicUrl = settings.SOURCELINE_URL ?? localAddress(settings.HOST, settings.PORT);
  const isEmbedded = settings.SOURCELINE_EMBEDDED === "yes" || settings.DATABASE_URL === undefined;
  return {
    ...settings,
    get databaseUrl(): string {
      if (settings.DATABASE_URL !== undefined) return settings.DATABASE_URL;
      throw new InvalidEnvironment("DATABASE_URL is not set. `npm start` sets it for the embedded database.");
    },
    dataDir: resolve(settings.SOURCELINE_DATA_DIR),
    publicUrl,
    isSecure: publicUrl.startsWith("https://"),
    isEmbedded,
    hasSample: settings.SOURCELINE_SAMPLE === undefined ? isEmbedded : settings.SOURCELINE_SAMPLE === "on",
    warnings: warningsOf(publicUrl),
  };
}

/** Where the server answers when nobody named a public address. */
export function localAddress(host: string, port: number): string {
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

function incompleteGroups(settings: Settings): string[] {
  return TOGETHER.flatMap((group) => {
    const missing = group.filter((name) => settings[name] === undefined);
    if (missing.length === 0 || missing.length === group.length) return [];
    const present = group.filter((name) => settings[name] !== undefined);
    return [`${present.join(", ")} needs ${missing.join(", ")} too`];
  });
}

function warningsOf(publicUrl: string): string[] {
  const { protocol, hostname } = new URL(publicUrl);
  const isLocal =
    /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(hostname) || hostname.endsWith(".localhost");
  if (protocol === "https:" || isLocal) return [];
  return [
    `${publicUrl} is not https: passwords and sessions cross the network readable by anyone on the way. ` +
      "Put a TLS proxy in front and set SOURCELINE_URL to its https:// address.",
  ];
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1);
}
