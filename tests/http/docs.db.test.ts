import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, createClient } from "#lib/client/typed/client.ts";
import { allRoutes } from "#lib/contracts/all-routes.ts";
import { operationsOf, type Placed, readable } from "../../components/docs/api-document.ts";
import { isStep, type Step } from "../../components/docs/guide/guide.ts";
import { guidePages } from "../../components/docs/guide/pages.ts";
import { clientFor, curlFor } from "../../components/docs/operation-examples.ts";
import { withToken } from "../support/api-client.ts";
import { type ApiServer, startApiServer } from "../support/api-server.ts";
import { testDatabase } from "../support/database.ts";
import { described } from "../support/described.ts";
import { newsroom } from "../support/factories.ts";
import { noShell, run, shellFolder } from "../support/shell.ts";

await testDatabase();
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

// Said aloud where it is so: a guide whose commands nobody ran proves nothing.
const missing = await noShell();
if (missing) console.warn(`the commands of the guide are not run: ${missing}`);

const steps = guidePages.flatMap(({ slug, blocks }) =>
  blocks.filter(isStep).map((step): [string, Step] => [`${slug}: ${step.run.split("\n")[0]}`, step]),
);

function at(value: unknown, path: string): string {
  const found = path
    .split(".")
    .reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], value); // an answer's JSON
  if (typeof found !== "string") throw new Error(`the answer has no ${path}`);
  return found;
}

describe.skipIf(missing !== null)("the guide, followed from its first page to its last", () => {
  const folder = shellFolder();
  const variables: Record<string, string> = {};
  let server: ApiServer;
  beforeAll(async () => {
    const room = await newsroom();
    server = await startApiServer();
    const bearer = ({ authorization = "" }) => authorization.replace("Bearer ", "");
    variables.SOURCELINE = server.address;
    variables.TOKEN = bearer(await withToken(room.editor, ["read", "write", "export"]));
    variables.REVIEWER = bearer(await withToken(room.reviewer, ["read", "review"]));
  });
  afterAll(async () => {
    await server.stop();
    folder.remove();
  });

  it.each(steps)("%s", async (_, { run: command, status, keep = {}, holds = "" }) => {
    const said = await run(command, variables, folder.path);
    const [, body = "", code] = /^([\s\S]*)\n(\d{3})\s*$/u.exec(said) ?? [];
    expect(Number(code), said).toBe(status);
    expect(body).toContain(holds);
    for (const [name, path] of Object.entries(keep)) variables[name] = at(JSON.parse(body), path);
  });

  it("has commands on nearly every page", () => {
    expect(steps.length).toBeGreaterThan(20);
  });
});

type Asked = { method: string; path: string; headers: IncomingHttpHeaders; body: string };

/** A server that answers nothing of use and remembers what it was asked last. */
async function listener() {
  let last: Asked | null = null;
  const server = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    last = { method, path, headers, body: await text(request) };
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const heard = (): Asked => {
    if (!last) throw new Error("nothing was asked");
    const one = last;
    last = null;
    return one;
  };
  return { address: `http://127.0.0.1:${address.port}`, heard, stop: () => server.close() };
}

const NAMES = ["workspace", "project", "article", "claim", "source", "review", "comment"];
const MORE = ["assignment", "member", "invitation", "id", "provider"];
const LATER = ["kept", "webhook", "delivery", "imported", "ticket", "codebook", "version", "adjudication"];
const places = operationsOf(readable(described)).map((one): [string, Placed] => [
  one.operation.operationId,
  one,
]);

describe.skipIf(missing !== null)("the examples of each operation", () => {
  const folder = shellFolder({ "article.txt": "It rained." });
  const variables: Record<string, string> = { TOKEN: "sl_token" };
  let there: Awaited<ReturnType<typeof listener>>;
  let client: Client;
  beforeAll(async () => {
    there = await listener();
    variables.SOURCELINE = there.address;
    for (const name of [...NAMES, ...MORE, ...LATER]) variables[name.toUpperCase()] = name;
    client = createClient({ base: there.address, token: "sl_token" });
  });
  afterAll(() => {
    there.stop();
    folder.remove();
  });

  it.each(places)("ask for %s by what it is, and both for the same", async (id, placed) => {
    await run(curlFor(placed), variables, folder.path);
    const byCurl = there.heard();
    await runClient(clientFor(placed), client);
    const byClient = there.heard();
    const route = allRoutes.find((one) => one.id === id);
    expect([byCurl.method, byClient.method]).toEqual([placed.method, placed.method]);
    expect(byCurl.path).toBe(byClient.path);
    expect(byCurl.path).toMatch(new RegExp(`^/api/v1${route?.path.replaceAll(/\{\w+\}/gu, "\\w+")}$`, "u"));
    expect(byClient.headers.authorization).toBe("Bearer sl_token");
    if (route?.scope !== null) expect(byCurl.headers.authorization).toBe("Bearer sl_token");
    expect(byCurl.headers["if-match"]).toBe(byClient.headers["if-match"]);
    if (route?.multipart) return;
    expect(byCurl.body).toBe(byClient.body);
    const body: unknown = byCurl.body === "" ? undefined : JSON.parse(byCurl.body);
    expect(route?.body.safeParse(body).error).toBeUndefined();
  });
});

/** Runs an example as it stands, with a value for each name in it. */
async function runClient(code: string, client: Client): Promise<void> {
  const form = new FormData();
  form.append("files", new File(["It rained."], "article.txt"));
  const names = {
    client,
    form,
    ...Object.fromEntries([...NAMES, ...MORE, ...LATER].map((name) => [name, name])),
  };
  const contracts = Object.fromEntries(allRoutes.map((route) => [route.id, route]));
  const given = { ...names, ...contracts };
  const AsyncFunction = (async () => undefined).constructor as new (
    ...parts: string[]
  ) => (...values: unknown[]) => Promise<void>; // a constructor that has no name of its own
  await new AsyncFunction(...Object.keys(given), code)(...Object.values(given));
}
