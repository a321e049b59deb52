import type { Cluster } from "#lib/platform/embedded/cluster.ts";
import { type Environment, localAddress, readEnvironment } from "#lib/platform/environment.ts";
import { authSecret } from "#lib/platform/secrets.ts";
import type { Lock } from "./lock.mjs";
import { migrate } from "./migrations.ts";
import { startEmbedded } from "./open-database.ts";
import { say, step } from "./say.mjs";
import { startWebServer, type WebServer } from "./web-server.ts";

const MOST_RESTARTS = 20;
const RESTART_WINDOW = 60_000;

/** Database, migrations, seed and web server; resolves when a signal has ended them all in order. */
export async function serve(lock: Lock): Promise<void> {
  const stopping = stopSignal();
  const settings = readEnvironment(process.env);
  for (const warning of settings.warnings) say(`! ${warning}`);
  settle(settings);
  const cluster = await openCluster(settings);
  try {
    await bringUpToDate();
    if (stopping.isAsked()) return;
    const server = await step("Starting the web server", () => startWebServer(settings.HOST, settings.PORT));
    lock.update({ address: settings.publicUrl });
    announce(settings.publicUrl, localAddress(settings.HOST, settings.PORT), await signInText());
    await keepServing(settings, server, cluster, stopping.asked);
  } finally {
    if (cluster !== null) await step("Stopping the database", () => cluster.stop());
  }
}

// The web server's process reads the same settings, with what has been found out added.
function settle(settings: Environment): void {
  const { NEXTAUTH_SECRET: given, dataDir, publicUrl } = settings;
  process.env.NEXTAUTH_SECRET = authSecret({ given, dataDir });
  process.env.NEXTAUTH_URL = publicUrl;
  process.env.HOST = settings.HOST;
  process.env.PORT = String(settings.PORT);
}

async function openCluster({ DATABASE_URL: given, dataDir }: Environment): Promise<Cluster | null> {
  if (given !== undefined) return null;
  const cluster = await step("Starting the database", () => startEmbedded(dataDir));
  process.env.DATABASE_URL = cluster.url();
  process.env.SOURCELINE_EMBEDDED = "yes";
  return cluster;
}

async function bringUpToDate(): Promise<void> {
  const url = process.env.DIRECT_DATABASE_URL || process.env.DATABASE_URL;
  if (url === undefined) throw new Error("No database was opened");
  for (const name of await migrate(url)) say(`  applied ${name}`);
  const seed = await seedModule();
  await step("Looking for content", () => seed.seedIfEmpty());
}

type Seed = { seedIfEmpty(): Promise<unknown>; howToSignIn(): Promise<string> };

// Imported late: it reads the settings, which are complete only once the database has an address.
function seedModule(): Promise<Seed> {
  return import("../prisma/seed/index.ts");
}

async function signInText(): Promise<string> {
  return (await seedModule()).howToSignIn();
}

function announce(publicUrl: string, local: string, signIn: string): void {
  const note = publicUrl === local ? "" : ` (this process listens on ${local})`;
  process.stdout.write(`\nSourceline is ready at ${publicUrl}${note}\n${signIn}\n`);
}

/** Keeps both going: whichever is killed is started again, unless it happens over and over. */
async function keepServing(
  settings: Environment,
  first: WebServer,
  cluster: Cluster | null,
  asked: Promise<void>,
): Promise<void> {
  let server = first;
  const falls: number[] = [];
  const failed = new Promise<never>((_, refuse) => {
    const revive = () => {
      say("! The database was killed; starting it again");
      cluster?.restart().catch(refuse);
    };
    cluster?.onDeath(revive);
  });
  try {
    while (await Promise.race([asked.then(() => false), server.gone.then(() => true), failed])) {
      countFall(falls);
      say("! The web server has ended; starting it again");
      server = await startWebServer(settings.HOST, settings.PORT);
    }
  } finally {
    await server.stop();
  }
}

function countFall(falls: number[]): void {
  falls.push(Date.now());
  const recent = falls.filter((moment) => Date.now() - moment < RESTART_WINDOW);
  if (recent.length > MOST_RESTARTS) throw new Error("The web server keeps ending; see its output above");
}

function stopSignal(): { asked: Promise<void>; isAsked(): boolean } {
  let isAsked = false;
  const asked = new Promise<void>((resume) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (!isAsked) say("\nStopping …");
        isAsked = true;
        resume();
      });
    }
  });
  return { asked, isAsked: () => isAsked };
}
