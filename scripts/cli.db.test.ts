import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { considerEvents } from "#lib/services/webhooks/consider.ts";
import { sourceline } from "../tests/support/command-line.ts";
import { testDatabase } from "../tests/support/database.ts";
import { claim, newsroom } from "../tests/support/factories.ts";

const { url } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), "sourceline-cli-"));
Object.assign(process.env, { SOURCELINE_DATA_DIR: folder, DIRECT_DATABASE_URL: "", LOG_LEVEL: "warn" });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An id that nothing has. */
const ID = "019ca8c6-5a00-7a30-8a4e-3f1f0d9f2c01";

describe("wrong usage says what is right, on stderr, with status 2", () => {
  const cases = [
    ["", "Usage: sourceline <command>"],
    ["dance", 'There is no command "dance"'],
    ["user dance", 'There is no command "user dance"'],
    ["user", "user add"],
    ["doctor --fast", "Usage: sourceline doctor"],
    ["doctor now", 'Nothing is known of "now" here'],
    ["migrate up", "Usage: sourceline migrate"],
    ["start now", "Usage: sourceline start"],
    ["user add", "Name one e-mail address"],
    ["user add ada@example.org bob@example.org --name A --workspace w", "Name one e-mail address"],
    ["user add ada@example.org --workspace w", "--name is missing"],
    ["user add ada@example.org --name A", "--workspace is missing"],
    ["user add ada@example.org --name A --workspace w --role boss", "viewer, editor, reviewer, admin, owner"],
    ["user reset", "Name one e-mail address"],
    ["token create --name T", "--email is missing"],
    ["token create --email ada@example.org", "--name is missing"],
    ["token create --email ada@example.org --name T --scope all", "read, write, review, export, admin"],
    ["token create --email ada@example.org --name T --days 0", "from 1 to 366"],
    ["export --project p", "--workspace is missing"],
    ["export --workspace w", "--project is missing"],
    ["export --workspace w --project p --format pdf", "--format is one of json, jsonl, csv, xlsx"],
    ["export --workspace w --project p --state done", "--state is one of draft"],
    ["export --workspace w --project p --articles x", "--articles cannot be used"],
    ["export --workspace w --project p --article x", "--article"],
    ["export --workspace w --project p --format json --rows links", "--rows is an option of csv"],
    ["export --workspace w --project p --keep", "--out FILE"],
    ["export --workspace w --project p --keep --out x.json --limit 3", "without --limit"],
    ["export list --workspace w", "--project is missing"],
    ["export list --workspace w --project p --sha256 x", "--sha256 cannot be used"],
    ["export get --workspace w --out x", "Name one id"],
    ["export get x --workspace w", "--out is missing"],
    ["export remove x", "--workspace is missing"],
    ["verify", "Name one file"],
    ["export --workspace w --project p --json", "--out FILE"],
    ["import --workspace w --project p", "Name at least one file"],
    ["import a.json --project p", "--workspace is missing"],
    ["import a.json --workspace w", "--project is missing"],
    ["import a.json --workspace w --project p --format pdf", "--format is one of json, jsonl, csv"],
    ["import a.json --workspace w --project p --map Claim", "NAME=VALUE"],
    ["import a.json --workspace w --project p --role Claim=hero", "claim, mention, cue"],
    ["webhook", "webhook add"],
    ["webhook list", "--workspace is missing"],
    ["webhook add --workspace w", "Name one address"],
    ["webhook add https://a.example.org/", "--workspace is missing"],
    ["webhook add a.example.org --workspace w", "The address cannot be used"],
    ["webhook add https://a.example.org/ --workspace w --event claims", "--event cannot be used"],
    ["webhook add https://a.example.org/ --workspace w --project p", "--project cannot be used"],
    ["webhook deliveries x --workspace w", "is not a webhook's id"],
    [`webhook deliveries ${ID} --workspace w --state sent`, "pending, delivered, failed, given_up"],
    [`webhook deliveries ${ID} --workspace w --limit 0`, "from 1 to 500"],
    [`webhook replay ${ID} --workspace w`, "either --since or --delivery"],
    [`webhook replay ${ID} --workspace w --since 1 --delivery ${ID}`, "either --since or --delivery"],
    [`webhook replay ${ID} --workspace w --since yesterday`, "--since is an event's number"],
    [`webhook replay ${ID} --workspace w --delivery x`, "is not a delivery's id"],
  ] as const;

  it.each(cases)("sourceline %s", async (line, words) => {
    const { status, out, err } = await sourceline(line);
    expect(err).toContain(words);
    expect({ status, out }).toEqual({ status: 2, out: "" });
  });
});

describe("what cannot be done says why, on stderr, with status 1", () => {
  const cases = [
    ["user add ada --name A --workspace w", "not one plain e-mail address"],
    ["user add ada@example.org --name A --workspace nowhere --role editor", "There is no workspace nowhere"],
    ["user reset nobody@example.org", "Nobody here has the address"],
    ["token create --email nobody@example.org --name T", "Nobody here has the address"],
    ["export --workspace nowhere --project p", "There is no such"],
    ["export --workspace nowhere --project p --since nothing.json", "nothing.json cannot be read (ENOENT)"],
    ["export list --workspace nowhere --project p", "There is no such"],
    ["verify nothing.json", "nothing.json is not there"],
    ["import nowhere.json --workspace w --project p", "nowhere.json cannot be read (ENOENT)"],
    [`import ${import.meta.filename} --workspace nowhere --project p`, "There is no such workspace"],
    ["webhook list --workspace nowhere", "There is no such workspace"],
    ["webhook list --workspace nowhere --email nobody@example.org", "There is no such member"],
  ] as const;

  it.each(cases)("sourceline %s", async (line, words) => {
    const { status, out, err } = await sourceline(line);
    expect(err).toContain(words);
    expect(err).not.toContain("    at ");
    expect({ status, out }).toEqual({ status: 1, out: "" });
  });
});

const hooks = ["webhook add", "webhook deliveries", "webhook list", "webhook replay"];

describe("help", () => {
  it.each(["--help", "-h", "help"])("is an answer: %s", async (line) => {
    const { status, out, err } = await sourceline(line);
    expect(out).toContain("token create");
    expect({ status, err }).toEqual({ status: 0, err: "" });
  });

  it.each([
    ...["doctor", "export", "export get", "export list", "export remove", "import", "migrate", "start"],
    ...["token create", "user add", "user reset", "verify"],
    ...hooks,
  ])("is there for sourceline %s", async (line) => {
    const { status, out } = await sourceline(`${line} --help`);
    expect(out).toContain(`Usage: sourceline ${line}`);
    expect(status).toBe(0);
  });
});

describe("results stand on stdout alone", () => {
  it("a person's link, and their next one", async () => {
    const added = await sourceline("user add ada@example.org --name Ada --workspace desk");
    expect(added).toMatchObject({ status: 0, err: "" });
    expect(added.out).toMatch(/^http\S+\n$/u);
    const reset = await sourceline("user reset ada@example.org --json");
    expect(JSON.parse(reset.out)).toMatchObject({
      email: "ada@example.org",
      link: expect.stringMatching(/^http/u),
    });
    const again = await sourceline("user add bo@example.org --name Bo --workspace desk --role viewer --json");
    expect(JSON.parse(again.out)).toMatchObject({ email: "bo@example.org", workspace: "desk" });
  });

  it("a token, and nothing beside it", async () => {
    await sourceline("user add cy@example.org --name Cy --workspace wire");
    const made = await sourceline("token create --email cy@example.org --name T --scope read --scope export");
    expect(made).toMatchObject({ status: 0, err: "" });
    expect(made.out).toMatch(/^sl_\S+\n$/u);
    const told = await sourceline("token create --email cy@example.org --name U --days 3 --json");
    expect(JSON.parse(told.out)).toMatchObject({ name: "U", token: expect.stringMatching(/^sl_/u) });
  });

  it("what was migrated", async () => {
    expect(await sourceline("migrate")).toEqual({ status: 0, out: "Nothing to apply\n", err: "" });
    expect(JSON.parse((await sourceline("migrate --json")).out)).toEqual({ applied: [] });
  });

  it("what the doctor found", async () => {
    const { status, out, err } = await sourceline("doctor --json");
    const findings: { check: string; problem: string | null; remedy: string }[] = JSON.parse(out);
    const problems = findings.filter(({ problem }) => problem !== null);
    expect(findings.map(({ check }) => check)).toContain("a row of a foreign workspace cannot be read");
    expect({ status, err }).toEqual({ status: problems.length === 0 ? 0 : 1, err: "" });
  });

  it("a webhook's secret, the webhooks, their deliveries, and what is sent again", async () => {
    const room = await newsroom();
    const at = `--workspace ${room.w}`;
    const made = await sourceline(`webhook add https://a.example.org/hook ${at} --event claim.*`);
    expect(made).toMatchObject({ status: 0, err: "" });
    expect(made.out).toMatch(/^whsec_\S+\n$/u);
    await claim(room);
    const [{ id, ...webhook }] = JSON.parse((await sourceline(`webhook list ${at} --json`)).out);
    expect(webhook).toMatchObject({ url: "https://a.example.org/hook", events: ["claim.*"], isActive: true });
    expect((await sourceline(`webhook list ${at}`)).out).toMatch(/\tsends\t0 waiting\thttps:/u);
    expect((await sourceline(`webhook deliveries ${id} ${at}`)).out).toBe("Nothing\n");
    await considerEvents(room.w, new Date());
    expect((await sourceline(`webhook deliveries ${id} ${at}`)).out).toMatch(
      /\tpending\t0×\t–\tclaim.created\n$/u,
    );
    const [delivery] = JSON.parse((await sourceline(`webhook deliveries ${id} ${at} --json`)).out);
    const since = await sourceline(`webhook replay ${id} ${at} --since ${delivery.eventNumber - 1}`);
    expect(since).toEqual({ status: 0, out: "1 to be sent\n", err: "" });
    const one = await sourceline(`webhook replay ${id} ${at} --delivery ${delivery.id} --json`);
    expect(JSON.parse(one.out)).toMatchObject({ id: delivery.id, state: "pending" });
    const inside = await sourceline(`webhook add http://127.0.0.1/ ${at}`);
    expect(inside).toMatchObject({ status: 1, out: "" });
    expect(inside.err).toContain("127.0.0.1 is the machine itself");
    const unknown = await sourceline(`webhook deliveries ${ID} ${at}`);
    expect(unknown.err).toContain("There is no such webhook");
  });

  it("an export, to a file that is whole or not there", async () => {
    const room = await newsroom();
    await claim(room, { statement: "It would hold." });
    const file = join(folder, "claims.json");
    const line = `export --workspace ${room.w} --project ${room.projectId} --state all`;
    const { status, out } = await sourceline(`${line} --out ${file} --json`);
    expect({ status, told: JSON.parse(out) }).toMatchObject({ status: 0, told: { file, claims: 1 } });
    expect(JSON.parse(readFileSync(file, "utf8")).claims).toMatchObject([{ statement: "It would hold." }]);
    const refused = await sourceline(`${line} --out ${join(folder, "missing", "claims.json")}`);
    expect(refused).toMatchObject({ status: 1, out: "" });
    expect(refused.err).toMatch(/cannot be written \(ENOENT\)\. Nothing was left behind\.\n$/u);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});

describe("the program itself", () => {
  const run = (words: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    spawnSync(process.execPath, [join(import.meta.dirname, "../bin/sourceline.mjs"), ...words], {
      encoding: "utf8",
      env: { ...process.env, ...env },
    });

  it("passes the status on, and the results", () => {
    const { status, stdout, stderr } = run(["migrate", "--json"]);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '{"applied":[]}\n', stderr: "" });
    expect(run(["dance"]).status).toBe(2);
  });

  it("says of a database that does not answer only that, and not its password", () => {
    const silent = new URL(url);
    Object.assign(silent, { port: "1", password: "not-to-be-seen" });
    const { status, stdout, stderr } = run(["migrate"], { DATABASE_URL: silent.href });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("The database of DATABASE_URL does not answer");
    expect(stderr).not.toMatch(/not-to-be-seen| {4}at /u);
  });

  it("starts no database of its own where a folder was never used", () => {
    const dataDir = join(folder, "never");
    const { status, stderr } = run(["migrate"], { DATABASE_URL: "", SOURCELINE_DATA_DIR: dataDir });
    expect(status).toBe(1);
    expect(stderr).toContain("Run `npm start` once");
    expect(existsSync(dataDir)).toBe(false);
  });
});
