import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { type Cluster, freePort, startCluster } from "../../lib/platform/embedded/cluster.ts";
import { clusterFolder } from "../../lib/platform/embedded/place.ts";
import {
  databasePid,
  endHome,
  type Home,
  isRunning,
  makeHome,
  type Program,
  sourceline,
  start,
  webServerPid,
} from "./support/program.ts";

// The program as processes; no browser. Every wait is for a condition: the limits are for a machine that is busy.
const PATIENCE = 120_000;
const SOON = { timeout: 90_000 };

async function answers({ address }: Home): Promise<boolean> {
  try {
    return (await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/** A desk's worth of talking to the API by a token. */
function desk({ address }: Home, token: string) {
  const call = (method: string, path: string, body?: object) =>
    fetch(`${address}/api/v1/workspaces/desk${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
  return {
    /** Answers the id of a source that was acknowledged. */
    async keep(name: string): Promise<string> {
      const source = { name, type: "news_media", identification: "named_institution" };
      const made = await call("POST", "/sources", source);
      expect(made.status, await made.clone().text()).toBe(201);
      return (await made.json()).id;
    },
    async expectKept(ids: readonly string[]): Promise<void> {
      const found = await Promise.all(ids.map((id) => call("GET", `/sources/${id}`)));
      expect(found.map(({ status }) => status)).toEqual(ids.map(() => 200));
    },
  };
}

async function newDesk(home: Home) {
  const person = ["ada@example.org", "--name", "Ada", "--workspace", "desk"];
  const added = await sourceline(home, "user", "add", ...person);
  expect(added.status, added.err).toBe(0);
  const made = await sourceline(home, "token", "create", "--email", "ada@example.org", "--name", "Journey");
  expect(made.status, made.err).toBe(0);
  expect(made.out).toMatch(/^sl_\S+\n$/u);
  return desk(home, made.out.trim());
}

test.describe
  .serial("the program, with its own database", () => {
    let home: Home;
    let program: Program;
    let kept: Awaited<ReturnType<typeof newDesk>>;
    const started: Program[] = [];
    const ids: string[] = [];

    test.beforeAll(async () => {
      test.setTimeout(PATIENCE);
      home = await makeHome();
      program = await begin();
      kept = await newDesk(home);
    });
    test.afterAll(() => endHome(home, started));
    test.beforeEach(() => test.setTimeout(PATIENCE));

    async function begin(): Promise<Program> {
      const begun = start(home);
      started.push(begun);
      await begun.ready();
      return begun;
    }

    test("refuses a second copy on its data folder, and says who has it and where that one is", async () => {
      const second = start({ ...home, environment: { ...home.environment, PORT: String(await freePort()) } });
      expect(await second.ended).toBe(1);
      expect(second.said.err).toContain(`process ${program.pid}`);
      expect(second.said.err).toContain(home.address);
      expect(await answers(home)).toBe(true);
    });

    test("starts a killed web server again, and nothing acknowledged is lost", async () => {
      ids.push(await kept.keep("Before the web server was killed"));
      const before = webServerPid(program);
      process.kill(before ?? Number.NaN, "SIGKILL");
      await expect.poll(() => webServerPid(program) ?? before, SOON).not.toBe(before);
      await expect.poll(() => answers(home), SOON).toBe(true);
      await kept.expectKept(ids);
    });

    test("starts a killed database again, and nothing acknowledged is lost", async () => {
      ids.push(await kept.keep("Before the database was killed"));
      const before = databasePid(home);
      process.kill(before ?? Number.NaN, "SIGKILL");
      await expect.poll(() => databasePid(home) ?? before, SOON).not.toBe(before);
      await expect.poll(() => answers(home), SOON).toBe(true);
      await kept.expectKept(ids);
      ids.push(await kept.keep("After the database was killed"));
    });

    test("killed itself, it leaves nothing that the next start cannot take over", async () => {
      ids.push(await kept.keep("Before the program was killed"));
      const web = webServerPid(program);
      expect(isRunning(web)).toBe(true);
      program.signal("SIGKILL");
      expect(await program.ended).toBe("SIGKILL");
      await expect.poll(() => isRunning(web), SOON).toBe(false);
      program = await begin();
      await kept.expectKept(ids);
    });

    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      test(`${signal} stops server and database, and the next start is clean and builds nothing`, async () => {
        const [web, database] = [webServerPid(program), databasePid(home)];
        program.signal(signal);
        expect(await program.ended).toBe(0);
        expect([web, database]).not.toContain(null);
        await expect.poll(() => [web, database].map(isRunning), SOON).toEqual([false, false]);
        expect(readdirSync(home.dataDir).filter((name) => name.startsWith("lock.json"))).toEqual([]);
        const log = join(clusterFolder(home.dataDir), "server.log");
        const before = readFileSync(log, "utf8").length;
        program = await begin();
        expect(program.said.err).not.toContain("Building");
        expect(program.said.err).not.toContain("applied");
        expect(readFileSync(log, "utf8").slice(before)).not.toContain("not properly shut down");
        await kept.expectKept(ids);
      });
    }
  });

test.describe
  .serial("the program, with a PostgreSQL that is there", () => {
    let server: Cluster;
    let serverHome: Home;
    let home: Home;
    let program: Program;
    let url: string;
    const started: Program[] = [];

    test.beforeAll(async () => {
      test.setTimeout(PATIENCE);
      serverHome = await makeHome();
      server = await startCluster({ dataDir: serverHome.dataDir, isThrowaway: true });
      // As a provider hands it out: no superuser, the owner of one database.
      await asked(
        server.url("postgres"),
        "create role desk_owner login createrole password 'only-for-this-run'",
      );
      await asked(server.url("postgres"), "create database desk owner desk_owner");
      url = `postgresql://desk_owner:only-for-this-run@127.0.0.1:${server.port}/desk`;
      home = await makeHome({ DATABASE_URL: url });
      program = start(home);
      started.push(program);
      await program.ready();
    });
    test.afterAll(async () => {
      await endHome(home, started);
      await server.stop();
      await endHome(serverHome, []);
    });
    test.beforeEach(() => test.setTimeout(PATIENCE));

    test("uses that one, makes none of its own, and migrates as its owner", async () => {
      expect(existsSync(clusterFolder(home.dataDir))).toBe(false);
      expect(databasePid(home)).toBeNull();
      const owners = await asked(
        url,
        "select distinct tableowner as owner from pg_tables where schemaname = 'public'",
      );
      expect(owners).toEqual([{ owner: "desk_owner" }]);
      expect(await answers(home)).toBe(true);
    });

    test("works as a role that row-level security binds", async () => {
      await (await newDesk(home)).keep("The Courier");
      const role =
        "select rolsuper or rolbypassrls or rolcanlogin as mighty from pg_roles where rolname = 'sourceline_app'";
      expect(await asked(url, role)).toEqual([{ mighty: false }]);
      const sources = (as: string) =>
        asked(url, `begin; ${as}; select count(*)::int as seen from sources; rollback`);
      expect(await sources("set local role sourceline_app")).toEqual([{ seen: 0 }]);
      const named =
        "select set_config('app.workspace', (select id::text from workspaces where slug = 'desk'), true)";
      expect(await sources(`${named}; set local role sourceline_app`)).toEqual([{ seen: 1 }]);
      await expect(
        asked(url, "begin; set local role sourceline_app; alter table sources no force row level security"),
      ).rejects.toThrow("must be owner");
    });

    test("is well in the doctor's eyes", async () => {
      const { status, out, err } = await sourceline(home, "doctor", "--json");
      const findings: { check: string; problem: string | null }[] = JSON.parse(out);
      expect(findings.filter(({ problem }) => problem !== null)).toEqual([]);
      expect(findings.map(({ check }) => check)).toContain("a row of a foreign workspace cannot be read");
      expect({ status, err }).toEqual({ status: 0, err: "" });
    });

    test("leaves it running when it stops", async () => {
      program.signal("SIGTERM");
      expect(await program.ended).toBe(0);
      expect(await asked(url, "select 1 as one")).toEqual([{ one: 1 }]);
    });
  });

/** Rows of the statement among several that answers some, on a connection of its own. */
async function asked(url: string, statements: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answer: pg.QueryResult | pg.QueryResult[] = await client.query(statements);
    const results = Array.isArray(answer) ? answer : [answer];
    return results.findLast(({ rows }) => rows.length > 0)?.rows ?? [];
  } finally {
    await client.end();
  }
}
