import { spawnSync } from "node:child_process";
import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { createSecureContext, type TlsOptions } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { badAddresses, insideAddresses, insideNames, publicAddresses } from "./outbound.cases.ts";
import { addressProblem, type Outbound, type Resolve, send } from "./outbound.ts";
import { readAllowList, refusalOf, strictRules } from "./outbound-rules.ts";

/** Listens on every address of the machine, and counts who comes. */
let connections = 0;
let port = 0;
let answer: http.RequestListener = (_, response) => void response.end("inside");
const open = new Set<Socket>();
const server = http.createServer((request, response) => answer(request, response));
server.on("connection", (socket) => {
  connections += 1;
  open.add(socket);
});
beforeAll(async () => {
  await new Promise<void>((resume) => server.listen(0, "::", resume));
  // A server that listens has a port.
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  for (const socket of open) socket.destroy();
  await new Promise((resume) => server.close(resume));
});

const resolve: Resolve = async (host) => insideNames[host.toLowerCase().replace(/\.$/u, "")] ?? [];
/** The port of the test is open, so that it is the address alone that decides. */
const asked = (host: string, more: Partial<Outbound> = {}): Outbound => ({
  ...{ url: `http://${host}:${port}/`, method: "POST", headers: {}, body: "{}", timeoutMs: 5_000 },
  ...{ maxBytes: 100, rules: { allow: [], ports: [80, 443, port] }, resolve },
  ...more,
});
const inside = (list: string, host = "127.0.0.1", more: Partial<Outbound> = {}) =>
  asked(host, { rules: { ...strictRules, allow: readAllowList(list) }, ...more });

describe("what lies inside is not connected to", () => {
  it("by any of more than eighty spellings", () => {
    expect(new Set(insideAddresses).size).toBeGreaterThan(80);
  });

  it.each(insideAddresses)("http://%s", async (host) => {
    const before = connections;
    const answered = await send(asked(host));
    expect(answered.kind).toBe("refused");
    expect(connections).toBe(before);
  });

  it.each(["localhost", "127.0.0.1"])("nor by the system's own resolver: %s", async (host) => {
    const before = connections;
    const { resolve: _, ...own } = asked(host);
    expect((await send(own)).kind).toBe("refused");
    expect(connections).toBe(before);
  });

  it("is there: whoever does not judge the address reaches it", async () => {
    const before = connections;
    await (await fetch(`http://127.0.0.1:${port}/`)).text();
    expect(connections).toBe(before + 1);
  });

  it("nor at a public address of this machine itself", async () => {
    const { networkInterfaces } = await import("node:os");
    const own = Object.values(networkInterfaces()).flatMap((all) => all?.map(({ address }) => address) ?? []);
    for (const address of own.filter((one) => !one.includes("%"))) {
      expect(refusalOf(strictRules, { host: address, address, port: 80 })).not.toBeNull();
    }
  });
});

/** One address when it is judged, another a moment later. */
function rebinding(judged: string): { readonly ask: Resolve; readonly times: () => number } {
  let times = 0;
  const ask: Resolve = async () => {
    times += 1;
    return times === 1 ? [judged] : ["127.0.0.1"];
  };
  return { ask, times: () => times };
}

describe("a name that stands for another address a moment later", () => {
  it("is asked for once, and the address judged is the one connected to", async () => {
    const { ask, times } = rebinding("::1");
    const arrived = new Promise((resume) =>
      server.once("connection", (socket: Socket) => resume(socket.localAddress)),
    );
    const { kind } = await send(inside("::1", "rebinding.example.org", { resolve: ask }));
    expect([kind, times(), await arrived]).toEqual(["answered", 1, "::1"]);
  });

  it("is reached by a check that does not pin what it judged", async () => {
    const before = connections;
    const { ask } = rebinding("93.184.215.14");
    const [judged = ""] = await ask("rebinding.example.org");
    expect(refusalOf(strictRules, { host: "rebinding.example.org", address: judged, port: 80 })).toBeNull();
    const status = await new Promise((resume) => {
      const naive = http.get(`http://rebinding.example.org:${port}/`, {
        agent: false,
        lookup: (host, { all }, found) =>
          void ask(host).then(([address = ""]) =>
            all ? found(null, [{ address, family: 4 }]) : found(null, address, 4),
          ),
      });
      naive.on("response", (response) => resume(response.resume().statusCode));
    });
    expect([status, connections]).toEqual([200, before + 1]);
  });
});

describe("an address", () => {
  it.each(badAddresses)("that is wrong is refused before anything is asked: %s", async (url, reason) => {
    let isAsked = false;
    const answered = await send({
      ...asked("x"),
      ...{ url, rules: strictRules },
      resolve: async () => {
        isAsked = true;
        return ["93.184.215.14"];
      },
    });
    expect(answered).toMatchObject({ kind: "refused", reason: expect.stringMatching(reason) });
    if (!/port/u.test(reason.source)) expect(isAsked).toBe(false);
    expect(addressProblem(url, strictRules)).toMatch(reason);
  });

  it.each(publicAddresses)("of anybody may be reached: %s", (address) => {
    expect(refusalOf(strictRules, { host: address, address, port: 443 })).toBeNull();
    const host = address.includes(":") ? `[${address}]` : address;
    expect(addressProblem(`https://${host}/`, strictRules)).toBeNull();
  });

  it("is judged by its port alone while its name was not asked for", () => {
    const rules = { ...strictRules, allow: readAllowList("10.0.0.0/8:8080, desk.internal:9000") };
    const problems = [
      "http://anything.example.org/",
      "http://anything.example.org:8080/",
      "http://desk.internal:9000/",
      "http://other.internal:9000/",
      "http://10.1.1.1:8080/",
      "http://10.1.1.1/",
    ].map((url) => addressProblem(url, rules) === null);
    expect(problems).toEqual([true, true, true, false, true, false]);
  });
});

describe("what the installation allows", () => {
  it.each([
    ["127.0.0.0/8", true],
    ["127.0.0.1", true],
    ["127.0.0.1:PORT", true],
    ["[::1], 127.0.0.1", true],
    ["127.0.0.1:1", false],
    ["10.0.0.0/8", false],
    ["localhost", false],
    ["::1", false],
    ["", false],
  ])("by “%s” lets 127.0.0.1 be reached: %s", async (list, isReached) => {
    const { kind } = await send(inside(list.replace("PORT", String(port))));
    expect(kind).toBe(isReached ? "answered" : "refused");
  });

  it.each([
    ["inside.example.org", true],
    ["Inside.Example.Org", true],
    ["inside.example.org:PORT", true],
    ["127.0.0.1", true],
    ["example.org", false],
    ["inside.example.org:1", false],
  ])("by “%s” lets the name inside.example.org be reached: %s", async (list, isReached) => {
    const { kind } = await send(inside(list.replace("PORT", String(port)), "inside.example.org"));
    expect(kind).toBe(isReached ? "answered" : "refused");
  });

  it("opens nothing else that the name stands for", async () => {
    const { kind } = await send(inside("93.184.215.14", "mixed.example.org"));
    expect(kind).toBe("refused");
  });

  it.each([
    "127.0.0.1/33",
    "::1/129",
    "1.2.3",
    "10.0.0.0/8/8",
    "a b",
    "http://x",
    "x:99999",
    "x:0",
    "-x",
    "[::1",
  ])("is refused where it cannot be read: %s", (list) => {
    expect(() => readAllowList(list)).toThrow(/“/u);
  });
});

describe("an answer", () => {
  const ask = (more: Partial<Outbound> = {}) => send(inside("127.0.0.1", "127.0.0.1", more));

  it("comes with status, headers and body, to what was sent", async () => {
    answer = (request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        response.writeHead(201, { "x-seen": request.headers["x-asked"] });
        response.end(`${request.method} ${request.headers.host} ${Buffer.concat(parts)}`);
      });
    };
    const answered = await ask({ headers: { "x-asked": "yes" }, body: "é" });
    expect(answered).toMatchObject({
      kind: "answered",
      status: 201,
      isWhole: true,
      headers: { "x-seen": "yes" },
    });
    if (answered.kind === "answered") expect(String(answered.body)).toBe(`POST 127.0.0.1:${port} é`);
  });

  it.each([301, 302, 303, 307, 308])("that leads elsewhere, %d, is not followed", async (status) => {
    let asks = 0;
    answer = (_, response) => {
      asks += 1;
      response.writeHead(status, { location: `http://127.0.0.1:${port}/inside` }).end();
    };
    expect(await ask()).toMatchObject({ kind: "answered", status });
    expect(asks).toBe(1);
  });

  it("is read only so far", async () => {
    answer = (_, response) => {
      response.write("a".repeat(1_000_000));
      response.write("b".repeat(1_000_000));
    };
    const answered = await ask({ maxBytes: 10 });
    expect(answered).toMatchObject({ kind: "answered", status: 200, isWhole: false });
    if (answered.kind === "answered") expect(String(answered.body)).toBe("a".repeat(10));
  });

  it.each([
    ["says nothing", () => {}],
    [
      "trickles",
      (_: http.IncomingMessage, response: http.ServerResponse) => {
        const drip = setInterval(() => response.write("."), 20);
        response.on("close", () => clearInterval(drip));
      },
    ],
  ])("of one that %s is too late for all of it together", async (_, listener: http.RequestListener) => {
    answer = listener;
    const closed = new Promise((resume) =>
      server.once("connection", (socket: Socket) => socket.on("close", resume)),
    );
    expect(await ask({ timeoutMs: 200, maxBytes: 10_000 })).toEqual({
      kind: "failed",
      reason: "no whole answer within 0.2 seconds",
    });
    // Nothing of it goes on.
    await closed;
  });

  it("is too late when the name is not answered", async () => {
    const never: Resolve = () => new Promise(() => {});
    expect(await send(asked("slow.example.org", { resolve: never, timeoutMs: 50 }))).toMatchObject({
      kind: "failed",
    });
  });

  it("that breaks off is none", async () => {
    answer = (_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("half");
      setImmediate(() => response.destroy());
    };
    expect(await ask()).toMatchObject({ kind: "failed" });
  });

  it("of nobody says so", async () => {
    const gone = http.createServer();
    await new Promise<void>((resume) => gone.listen(0, "127.0.0.1", resume));
    // As above.
    const { port: closed } = gone.address() as AddressInfo;
    await new Promise((resume) => gone.close(resume));
    const url = `http://127.0.0.1:${closed}/`;
    expect(await ask({ url })).toEqual({ kind: "failed", reason: "nobody listens there" });
    const unknown: Resolve = () => lookup("nobody.invalid").then(({ address }) => [address]);
    const asked404 = await send(asked("nobody.invalid", { resolve: unknown }));
    expect(asked404).toMatchObject({ kind: "failed" });
    expect(await send(asked("no-address.example.org"))).toMatchObject({
      kind: "failed",
      reason: "no-address.example.org has no address",
    });
  });
});

const tools = [
  "req",
  "-x509",
  "-newkey",
  "rsa:2048",
  "-nodes",
  "-days",
  "2",
  "-subj",
  "/CN=desk.example.org",
];
const program = "openssl";
const made = spawnSync(program, [...tools, "-keyout", "-", "-out", "-"], { encoding: "utf8" });

// The openssl of the system makes the certificate; where there is none, there is nothing to try.
describe.skipIf(made.status !== 0)("a certificate", () => {
  it("that nobody vouches for ends it, with the name said to the receiver", async () => {
    let asks = 0;
    const names: string[] = [];
    const own = { key: made.stdout, cert: made.stdout };
    const SNICallback: TlsOptions["SNICallback"] = (name, done) => {
      names.push(name);
      done(null, createSecureContext(own));
    };
    const secure = https.createServer({ ...own, SNICallback }, () => {
      asks += 1;
    });
    await new Promise<void>((resume) => secure.listen(0, "127.0.0.1", resume));
    // As above.
    const { port: its } = secure.address() as AddressInfo;
    const rules = { ...strictRules, allow: readAllowList("127.0.0.1") };
    const url = `https://desk.example.org:${its}/`;
    const answered = await send({ ...asked("x"), url, rules, resolve: async () => ["127.0.0.1"] });
    expect(answered).toEqual({ kind: "failed", reason: "its certificate is signed by itself" });
    expect([asks, names]).toEqual([0, ["desk.example.org"]]);
    await new Promise((resume) => secure.close(resume));
  });
});
