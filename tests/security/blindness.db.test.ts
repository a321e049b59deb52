import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { ClaimDetail } from "#lib/contracts/claims.ts";
import { newId } from "#lib/platform/ids.ts";
import { makeWaiting } from "#lib/services/exports/run-kept.ts";
import { call, type Reply, withToken } from "../support/api-client.ts";
import { apiRoutes, contracts } from "../support/api-routes.ts";
import { testDatabase } from "../support/database.ts";
import { type Newsroom, newsroom, source } from "../support/factories.ts";
import { type Person, seated } from "../support/people.ts";
import { watcher } from "../support/watcher.ts";

/** Which of the two guards is off: only the controls switch one. */
const guards = vi.hoisted(() => ({ isPolicyOff: false, isSqlOff: false }));
vi.mock("#lib/authz/facts.ts", async (original) => {
  const real = await original<typeof import("#lib/authz/facts.ts")>();
  return {
    ...real,
    isLayerVisible: (...given: Parameters<typeof real.isLayerVisible>) =>
      guards.isPolicyOff || real.isLayerVisible(...given),
    seesLayer: (...given: Parameters<typeof real.seesLayer>) =>
      guards.isPolicyOff || real.seesLayer(...given),
  };
});
vi.mock("#lib/db/layers.ts", async (original) => {
  const real = await original<typeof import("#lib/db/layers.ts")>();
  const { Prisma } = await import("#lib/db/generated/client.ts");
  return {
    ...real,
    layerIsVisible: (...given: Parameters<typeof real.layerIsVisible>) =>
      guards.isSqlOff ? Prisma.sql`true` : real.layerIsVisible(...given),
  };
});

await testDatabase();
process.env.WRITES_PER_MINUTE = "1000000";
process.env.READS_PER_MINUTE = "1000000";
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

const WORD = "canary";
const contractOf = await contracts();
const gets = (await apiRoutes()).filter(
  // What has no workspace in its address is no article's.
  ({ method, path }) => method === "GET" && path.startsWith("/workspaces/{w}"),
);

/** Their bytes differ from one making to the next; what is in them is what the JSON of the same rows has. */
const PACKED = /format=(?:xlsx|parquet|brat|conll|cas)/u;
/** The sequence of events is the workspace's: a reader knows of how many, whatever they are. */
const COUNTED = /"(?:eventNumber|number)":"?\d+"?|"cursor":"[^"]*"|^id: .*$/gmu;
const MADE_AT = /\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)?|\d\d:\d\d UTC/gu;

let room: Newsroom;
/** What the first editor made alone, by the name its address has. */
let made: Record<string, string>;
let heads: Map<string, Record<string, string>>;
/** Shared names of the registry, which both editors use. */
let courier: string;

const headersOf = (who: Person) => heads.get(who.id) ?? {};
const ask = async (who: Person, request: string, body?: unknown, revision?: number): Promise<Reply> => {
  const match: Record<string, string> = revision === undefined ? {} : { "if-match": `"r${revision}"` };
  return call(request, { headers: { ...headersOf(who), ...match }, body });
};
const done = async (who: Person, request: string, body?: unknown, revision?: number): Promise<unknown> => {
  const reply = await ask(who, request, body, revision);
  if (reply.status >= 300) throw new Error(`${request} answers ${reply.text}`);
  return reply.json;
};
const at = () => `/workspaces/${room.w}`;

beforeAll(async () => {
  room = await newsroom({ mode: "blind", approvalsNeeded: 0 });
  courier = await source(room, "The Courier");
  const all = [room.viewer, room.editor, room.colleague, room.reviewer, room.admin];
  heads = new Map();
  for (const who of all) heads.set(who.id, await withToken(who));
  const [c, m, s, e, h, n] = Array.from({ length: 6 }, newId) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]; // As many as asked for.
  made = { w: room.w, p: room.projectId, a: room.articleId, c, m, s, e, h, n, k: "sourceline", v: "1" };
  await done(room.colleague, `POST ${at()}/articles/${room.articleId}/claims`, {
    ...{ versionId: room.versionId, spans: [room.text.span], statement: "Mine" },
    chain: [{ category: "media_report", sources: [courier] }],
  });
});

/** Everything that one editor can leave in a blind article, with the same word in each field that holds words. */
async function work(): Promise<void> {
  const { editor, admin, projectId: p, articleId: a, versionId, text } = room;
  const given = { articleIds: [a], userIds: [editor.id], note: "Soon" };
  await done(admin, `POST ${at()}/projects/${p}/assignments`, given);
  const fields = { name: `${WORD}-official`, type: "person", identification: "unnamed_described" };
  await done(editor, `POST ${at()}/sources`, { ...fields, id: made.s, articleId: a, notes: `${WORD}-notes` });
  const [outer = text.span, inner = text.span] = text.spans;
  const post = (body: object) =>
    done(editor, `POST ${at()}/articles/${a}/claims`, { versionId, spans: [outer], ...body });
  const chain = [
    { category: "anonymous_described", sources: [made.s], mention: [inner], cue: [inner] },
    { category: "media_report", sources: [courier] },
  ];
  const words = { statement: `${WORD}-statement`, flags: [`${WORD}_flag`] };
  const hedges = [{ type: "modal", span: inner }];
  // The contract's answer.
  const claim = (await post({ id: made.c, chain, hedges, ...words })) as ClaimDetail;
  await post({
    ...words,
    spans: [inner],
    parentId: made.c,
    ownChain: [{ category: "named_statement", sources: [courier] }],
  });
  // The contract's answer.
  const extra = (await post({ ...words, chain, sameClaimAs: made.c })) as ClaimDetail;
  await done(editor, `DELETE ${at()}/claims/${extra.id}`, undefined, extra.revision);
  await done(editor, `POST ${at()}/claims/${made.c}/submit`, undefined, claim.revision);
  await done(editor, `PUT ${at()}/claims/${made.c}/assessments`, {
    infoCredibility: 2,
    rationale: `${WORD}-rationale`,
  });
  await done(editor, `POST ${at()}/claims/${made.c}/comments`, { id: made.m, body: `${WORD}-comment` });
  await done(editor, `PATCH ${at()}/comments/${made.m}`, { body: `${WORD}-comment again` });
  await done(editor, `PUT ${at()}/articles/${a}/work`, { state: "finished" });
}

/** A kept file of the editor's own holds their layer. */
async function keepExport(): Promise<void> {
  const path = `POST ${at()}/projects/${room.projectId}/exports`;
  // The contract's answer.
  const kept = (await done(room.editor, path, { format: "jsonl" })) as { id: string };
  made = { ...made, e: kept.id };
  await makeWaiting(room.w);
}

/** One value of each kind for a parameter of a query, from what the contract says of it. */
function valuesOf(name: string, schema: z.core.JSONSchema.BaseSchema): string[] {
  const known: Readonly<Record<string, readonly string[]>> = {
    q: [WORD, "hold"],
    limit: ["500"],
    after: ["0"],
    source: [courier, made.s ?? ""],
    type: ["person"],
    article: [room.articleId],
    articles: [room.articleId],
    claims: [made.c ?? ""],
    project: [room.projectId],
    outlet: ["None"],
    provenance: ["anonymous_described"],
    originProvenance: ["media_report"],
    asOf: [new Date(Date.now() + 1).toISOString()],
    updatedSince: ["2020-01-01T00:00:00.000Z"],
    from: ["2020-01-01T00:00:00.000Z"],
    decidable: ["true"],
  };
  const options = [schema, ...(schema.anyOf ?? [])].flatMap((one) =>
    typeof one === "object" ? (one.enum ?? []) : [],
  );
  const people = ["author", "reviewer", "user", "person", "assignee"].includes(name) ? [room.editor.id] : [];
  return [...(known[name] ?? []), ...people, ...options.map(String)];
}

/** The queries a route is asked with: none, and each value of each parameter alone, drafts wherever there are states. */
function queriesOf(key: string): string[] {
  const query = contractOf.get(key)?.query;
  if (!query) return [""];
  const { properties = {} } = z.toJSONSchema(query, { io: "input", unrepresentable: "any" });
  const all = "state" in properties && key.endsWith("/export") ? "&state=all" : "";
  const single = Object.entries(properties).flatMap(([name, schema]) =>
    typeof schema === "object" ? valuesOf(name, schema).map((value) => ({ name, value })) : [],
  );
  const asked = single.flatMap(({ name, value }) => {
    const text = `?${name}=${encodeURIComponent(value)}`;
    return name === "state" || all === "" ? [text] : [text, `${text}${all}`];
  });
  return ["", ...asked];
}

/** Every answer somebody can get by reading, by its address. */
async function crawl(who: Person, only = /./u): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const { key, path } of gets.filter((one) => only.test(one.path))) {
    const target = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => made[name] ?? newId());
    for (const query of queriesOf(key)) {
      const reply = await ask(who, `GET ${target}${query}`);
      // An export says at its head what was asked for; an address is repeated where nothing is found.
      const text = reply.text.replaceAll(`"q":"${WORD}"`, '"q":""');
      answers.set(`${path}${query.replace(/asOf=[^&]*/u, "asOf=now")}`, `${reply.status} ${text}`);
    }
  }
  return answers;
}

const holding = (answers: ReadonlyMap<string, string>) =>
  [...answers].filter(([, text]) => text.includes(WORD)).map(([address]) => address);

/** The addresses whose answers differ in anything but the time an export was made and the number of events. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].flatMap(([address, text]) => {
    if (PACKED.test(address)) return [];
    const isMade = address.includes("/export");
    const plain = (one = "") => (isMade ? one.replaceAll(MADE_AT, "then") : one).replaceAll(COUNTED, "");
    return plain(before.get(address)) === plain(text) ? [] : [address];
  });
}

const readers = ["colleague", "reviewer", "viewer"] as const;
const before = new Map<string, Map<string, string>>();
const after = new Map<string, Map<string, string>>();

describe("before the release", () => {
  beforeAll(async () => {
    for (const who of [...readers, "admin"] as const) before.set(who, await crawl(room[who]));
    await work();
    for (const who of [...readers, "admin"] as const) after.set(who, await crawl(room[who]));
  }, 120_000);

  it("asks every route with every filter there is", () => {
    const addresses = [...(after.get("colleague") ?? new Map<string, string>())];
    expect(addresses.length).toBeGreaterThan(150);
    expect(addresses.filter(([, text]) => text.startsWith("200 ")).length).toBeGreaterThan(100);
    expect(addresses.filter(([, text]) => text.startsWith("5"))).toEqual([]);
  });

  it.each([...readers, "admin"] as const)("no answer to a %s holds a word of the other’s layer", (who) => {
    expect(holding(after.get(who) ?? new Map())).toEqual([]);
  });

  it.each(readers)("every answer to a %s is the same whether the other has worked or not", (who) => {
    expect(changed(before.get(who) ?? new Map(), after.get(who) ?? new Map())).toEqual([]);
  });

  it("an admin sees who has the article and how far they are, and no count of claims", async () => {
    const differing = changed(before.get("admin") ?? new Map(), after.get("admin") ?? new Map());
    const paths = new Set(differing.map((address) => address.split("?")[0] ?? ""));
    expect([...paths].toSorted()).toEqual([
      "/workspaces/{w}/activity",
      "/workspaces/{w}/articles/{a}/layers",
      "/workspaces/{w}/projects/{p}/articles",
      "/workspaces/{w}/projects/{p}/assignments",
    ]);
    const rows = await done(room.admin, `GET ${at()}/projects/${room.projectId}/articles`);
    expect(rows).toMatchObject({ items: [{ claimCount: 0, states: {}, provenances: {}, work: [] }] });
    const counted = await done(room.admin, `GET ${at()}/sources/${courier}`);
    expect(counted).toMatchObject({ claimCount: 0, articleCount: 0 });
  });

  it("the stream tells nothing of it, neither then nor when it is replayed", async () => {
    const { colleague } = room;
    // Told last, so that whatever comes before it was judged by then.
    const last = newId();
    await done(room.admin, `POST ${at()}/articles/${room.articleId}/comments`, { id: last, body: "To all" });
    const told = async (who: Person) => {
      const replay = await watcher(await seated(who), room.w, "0");
      await vi.waitFor(() => expect(JSON.stringify(replay.items)).toContain(last), { timeout: 8_000 });
      const seen = JSON.stringify(replay.items);
      replay.leave();
      await replay.ended;
      return seen;
    };
    for (const who of [colleague, room.reviewer, room.viewer, room.admin]) {
      const seen = await told(who);
      expect(seen).not.toContain(WORD);
      expect(seen).not.toContain(made.c);
      expect(seen).not.toContain(made.s);
    }
    expect(await told(room.editor)).toContain(made.c);
  });

  it("an editor’s own export is not another’s to read", async () => {
    await keepExport();
    const own = await ask(room.editor, `GET ${at()}/exports/${made.e}/file`);
    expect(own.text).toContain(WORD);
    for (const who of [...readers, "admin"] as const) {
      expect(holding(await crawl(room[who], /exports/u))).toEqual([]);
    }
  });

  it("a claim that names the other’s is told what one that names nothing is told", async () => {
    const { colleague, articleId, versionId, text } = room;
    const [, inner = text.span] = text.spans;
    const path = `POST ${at()}/articles/${articleId}/claims`;
    const told = async (fields: (id: string) => object, id = newId()) => {
      const body = { versionId, spans: [inner], ...fields(id) };
      const { status, text: words } = await ask(colleague, path, body);
      return `${status} ${words.replaceAll(id, "an id")}`;
    };
    const child = (parentId: string) => ({
      parentId,
      ownChain: [{ category: "named_statement", sources: [courier] }],
    });
    const twin = (sameClaimAs: string) => ({ sameClaimAs, provenance: "own_observation" });
    for (const fields of [child, twin]) {
      const told404 = await told(fields);
      expect(told404).toMatch(/^4/u);
      expect(await told(fields, made.c)).toBe(told404);
    }
    const source = (id: string) => ({ chain: [{ category: "anonymous_described", sources: [id] }] });
    expect(await told(source)).toMatch(/^422/u);
    const layer = (layerId: string) => ({ layerId, provenance: "own_observation" });
    const { items } = (await done(room.editor, `GET ${at()}/articles/${articleId}/layers`)) as {
      items: { id: string }[];
    }; // The contract's answer.
    expect(items).toHaveLength(1);
    expect(await told(layer, items[0]?.id)).toBe(await told(layer));
  });

  it.each([
    ["POST", "claims/{c}/submit", undefined],
    ["PATCH", "claims/{c}", { statement: "Mine now" }],
    ["DELETE", "claims/{c}", undefined],
    ["POST", "claims/{c}/reviews", { decision: "approve" }],
    ["POST", "claims/{c}/comments", { body: "So?" }],
    ["PUT", "claims/{c}/assessments", { infoCredibility: 1 }],
    ["PATCH", "comments/{m}", { resolved: true }],
    ["DELETE", "comments/{m}", undefined],
    ["PATCH", "sources/{s}", { notes: "Mine now" }],
  ])(
    "%s %s of the other’s is not found, by an editor, a reviewer and an admin",
    async (method, path, body) => {
      const target = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => made[name] ?? "");
      for (const who of [room.colleague, room.reviewer, room.admin]) {
        const reply = await ask(who, `${method} ${at()}/${target}`, body, 2);
        expect([reply.status, reply.problem]).toEqual([404, "not-found"]);
      }
    },
  );
});

describe("without a guard the matrix sees it", () => {
  it("the policy’s", async () => {
    guards.isPolicyOff = true;
    try {
      const shown = holding(await crawl(room.colleague, /articles\/\{a\}\/claims|claims\/\{c\}/u));
      expect(shown).toEqual(expect.arrayContaining(["/workspaces/{w}/articles/{a}/claims"]));
      expect(shown).toEqual(expect.arrayContaining(["/workspaces/{w}/claims/{c}/comments"]));
    } finally {
      guards.isPolicyOff = false;
    }
  });

  it("the database’s, by words and by counts alone", async () => {
    guards.isSqlOff = true;
    try {
      const seen = await crawl(room.colleague, /\/(?:claims|sources|articles|activity)$/u);
      expect(holding(seen)).toEqual(
        expect.arrayContaining([
          "/workspaces/{w}/claims",
          `/workspaces/{w}/sources?article=${room.articleId}`,
        ]),
      );
      const differing = changed(before.get("colleague") ?? new Map(), seen);
      expect(differing).toEqual(expect.arrayContaining(["/workspaces/{w}/projects/{p}/articles"]));
      expect(differing).toEqual(expect.arrayContaining(["/workspaces/{w}/sources"]));
    } finally {
      guards.isSqlOff = false;
    }
  });
});

describe("after the release", () => {
  it("everybody in the project reads it, wherever it is", async () => {
    await done(room.colleague, `PUT ${at()}/articles/${room.articleId}/work`, { state: "finished" });
    await done(room.admin, `POST ${at()}/articles/${room.articleId}/layers/release`, {});
    for (const who of [...readers, "admin"] as const) {
      const paths = new Set(holding(await crawl(room[who])).map((address) => address.split("?")[0] ?? ""));
      expect([...paths]).toEqual(
        expect.arrayContaining([
          "/workspaces/{w}/activity",
          "/workspaces/{w}/articles/{a}",
          "/workspaces/{w}/articles/{a}/claims",
          "/workspaces/{w}/articles/{a}/comments",
          "/workspaces/{w}/articles/{a}/reading",
          "/workspaces/{w}/claims",
          "/workspaces/{w}/claims/{c}",
          "/workspaces/{w}/claims/{c}/assessments",
          "/workspaces/{w}/claims/{c}/comments",
          "/workspaces/{w}/claims/{c}/revisions",
          "/workspaces/{w}/comments/{m}/revisions",
          "/workspaces/{w}/projects/{p}/export",
          "/workspaces/{w}/sources",
          "/workspaces/{w}/sources/{s}",
        ]),
      );
    }
    const rows = await done(room.viewer, `GET ${at()}/projects/${room.projectId}/articles`);
    expect(rows).toMatchObject({ items: [{ claimCount: 3, isReleased: true, coding: null }] });
  }, 60_000);
});
