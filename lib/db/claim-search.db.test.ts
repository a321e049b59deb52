import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { enterWorkspace } from "#lib/authz/authorize.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../tests/support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../../tests/support/factories.ts";
import { containing } from "./article-list.ts";
import { listClaims } from "./claim-list.ts";
import { database, type Tx } from "./client.ts";
import { inWorkspace } from "./transaction.ts";

await testDatabase();

const STATEMENTS = [
  "The minister said the dam would hold",
  "THE DAM WOULD HOLD, said the Minister",
  "100% of the_dams hold",
  "1000 dams \\ two",
  `"Quoted" and 'quoted', said O'Neil`,
  "A café in Zürich, ÉCOLE and école",
  "A cafe\u0301 with a mark of its own",
  "Straße, STRASSE and straße",
  "İstanbul and ISTANBUL, ıstanbul",
  "ΟΔΟΣ and οδός and οδοσ",
  "北京市政府昨天宣布大坝安全",
  "大坝",
  "הסכר יחזיק מעמד אמר השר",
  "السدّ سيصمد قال الوزير",
  "A dam 👩‍👩‍👧 and 👍🏽 and 🇨🇭",
  "Зима близко, сказал министр",
  "line one\nline two\tand a tab",
  "a-b_c.d/e",
  "mm",
  "   spaced   out   ",
  "",
];

const NEEDLES = [
  ["the dam", "DAM WOULD", "dam", "dams", "minister said", "said the", "r said", "olds", "old", "xyzzy"],
  ["100%", "%", "_", "the_", "0% of", "\\", "\\ two", "''", "'", '"', `" and '`, "O'Neil", "O'N"],
  [
    "café",
    "CAFÉ",
    "cafe",
    "cafe\u0301",
    "e\u0301",
    "\u0301",
    "école",
    "ÉCOLE",
    "zürich",
    "straße",
    "STRASSE",
  ],
  ["istanbul", "İstanbul", "i̇stanbul", "ıstanbul", "ΟΔΟΣ", "οδος", "οδοσ", "οδός", "δο"],
  [
    "北京",
    "市",
    "昨天宣布",
    "大坝",
    "大坝安全",
    "京市政府昨",
    "הסכר",
    "מעמד אמר",
    "ר",
    "السد",
    "السدّ",
    "قال الوزير",
  ],
  ["👍", "👍🏽", "👩‍👩‍👧", "🇨🇭", "\u200d", "ЗИМА", "зима близко", "зим"],
  [
    "line one\nline",
    "two\tand",
    "a-b",
    "b_c",
    "c.d/e",
    "-",
    "m",
    "mm",
    "mmm",
    "spaced   out",
    "t   o",
    "a b",
    "e t",
  ],
  ["courier", "Courier", "rier of", "herald", "COURIER OF THE", "北方日报", "方日"],
].flat();

let room: Newsroom;
let sourceId: string;
let ids: string[];

/** As many copies of a claim, made by one statement as bulk writes are. */
async function copies(id: string, statements: readonly string[]): Promise<string[]> {
  const made = statements.map((statement) => ({ id: newId(), lineage_id: id, statement }));
  await inWorkspace(
    permitOf(room),
    (tx) => tx.$executeRaw`
      insert into claims select (jsonb_populate_record(c, n)).* from claims c, jsonb_array_elements(${JSON.stringify(made)}::jsonb) n
      where c.workspace_id = ${room.w}::uuid and c.id = ${id}::uuid`,
  );
  return made.map((one) => one.id);
}

const permitOf = ({ owner, w }: Newsroom) =>
  enterWorkspace({ userId: owner.id, workspaceId: w, role: "owner" });

/** What was said of the list before words were looked up. */
const readEveryClaim = (tx: Tx, w: string, pattern: string) => tx.$queryRaw<{ id: string }[]>`
  select c.id::text from claims c where c.workspace_id = ${w}::uuid and c.removed_at is null
    and (c.statement ilike ${pattern} or exists (
      select from claim_link_sources ls join sources o on o.workspace_id = ls.workspace_id and o.id = ls.source_id
      where ls.workspace_id = c.workspace_id and ls.claim_id = c.id and o.name ilike ${pattern}))
  order by c.updated_at desc, c.id desc`;

async function bothWays(needle: string): Promise<{ listed: string[]; read: string[] }> {
  const permit = permitOf(room);
  return inWorkspace(permit, async (tx) => {
    const listed = await listClaims(tx, permit, { q: needle }, { limit: 1_000, after: null });
    const read = await readEveryClaim(tx, room.w, containing(needle.trim()));
    return { listed: listed.map(({ id }) => id), read: read.map(({ id }) => id) };
  });
}

async function found(needle: string): Promise<string[]> {
  const { listed, read } = await bothWays(needle);
  expect([needle, listed]).toEqual([needle, read]);
  return listed;
}

beforeAll(async () => {
  room = await newsroom();
  sourceId = await source(room, "Courier of the 北方日报");
  const cue = room.text.spans.slice(1, 2);
  const chain = [{ category: "media_report", sources: [sourceId], cue }];
  await claim(room, { statement: "By a source", chain });
  const { id } = await claim(room, { statement: "The first" });
  ids = await copies(id, STATEMENTS);
  // Few rows are read without any index.
  await copies(id, Array<string>(5_000).fill("Vwvwv kjkjk"));
  await database().$executeRaw`vacuum analyze search_texts`;
});

describe("words looked up", () => {
  it("are found where reading every claim finds them, whatever the script", async () => {
    const hits = await Promise.all(NEEDLES.map(async (needle) => (await found(needle)).length));
    expect(hits.filter((count) => count > 0).length).toBeGreaterThan(NEEDLES.length / 2);
  });

  it("are found by the index of their trigrams, under the policy", async () => {
    const plan = await inWorkspace(permitOf(room), async (tx) => {
      await tx.$queryRaw`select set_config('app.needle', '%dam would%', true)`;
      return tx.$queryRaw<
        { "QUERY PLAN": string }[]
      >`explain select id from search_texts where kind = 'claim'`;
    });
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(
      /Scan on search_texts_of_claims.*\n.*Index Cond: .*words ~~\* .*workspace_id = /u,
    );
  });

  it("are found the same in any text of hard signs, as it changes", async () => {
    const sign = fc.constantFrom(
      ..."aBcé́ßİiıΣσς北京坝👍ال ס%_\\'\" -\n1".split(""),
      "👍🏽",
      "e\u0301",
      "dam",
      "Dam ",
    );
    const text = (most: number) =>
      fc.array(sign, { minLength: 1, maxLength: most }).map((signs) => signs.join("").toWellFormed());
    const law = fc.asyncProperty(
      fc.array(text(14), { minLength: 4, maxLength: 4 }),
      fc.array(text(4), { minLength: 3, maxLength: 3 }),
      async (statements, needles) => {
        const rows = JSON.stringify(statements.map((statement, at) => ({ id: ids[at], statement })));
        await inWorkspace(
          permitOf(room),
          (tx) => tx.$executeRaw`
            update claims c set statement = r.statement from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, statement text)
            where c.workspace_id = ${room.w}::uuid and c.id = r.id`,
        );
        const inside = statements.map((statement) => Array.from(statement).slice(1, 5).join(""));
        for (const needle of [...needles, ...inside]) if (needle.trim() !== "") await found(needle);
      },
    );
    await fc.assert(law, { numRuns: 25 });
  });

  it("follow a source that is renamed or named by other claims", async () => {
    const [before] = await found("Courier of");
    await database().source.updateMany({ where: { id: sourceId }, data: { name: "Evening Herald" } });
    expect(await found("Courier of")).toEqual([]);
    expect(await found("ning her")).toEqual([before]);
    const other = await source(room, "Quarterly of Bremen");
    await database().claimLinkSource.updateMany({ where: { sourceId }, data: { sourceId: other } });
    expect(await found("ning her")).toEqual([]);
    expect(await found("quarterly OF b")).toEqual([before]);
  });

  it("go with a claim that is removed or loses its statement, and come back with it", async () => {
    const { id } = await claim(room, { statement: "A most unusual whirligig" });
    const change = (data: object) => database().claim.updateMany({ where: { id }, data });
    expect(await found("whirligig")).toEqual([id]);
    await change({ removedAt: new Date() });
    expect(await found("whirligig")).toEqual([]);
    await change({ removedAt: null });
    expect(await found("whirligig")).toEqual([id]);
    await change({ statement: "" });
    expect(await found("whirligig")).toEqual([]);
    await change({ statement: "Whirligigs" });
    expect(await found("whirligig")).toEqual([id]);
  });

  it("are forgotten with what was deleted", async () => {
    const id = await source(room, "Gone tomorrow");
    const kept = () => database().searchText.findMany({ where: { id }, select: { kind: true, words: true } });
    expect(await kept()).toEqual([{ kind: "source", words: "Gone tomorrow" }]);
    await database().source.deleteMany({ where: { id } });
    expect(await kept()).toEqual([]);
  });
});

it("brings along, when the program is upgraded, what was said before", async () => {
  const all = () => database().$queryRaw`select * from search_texts order by workspace_id, kind, id`;
  const kept = await all();
  await database().$executeRaw`delete from search_texts`;
  const folder = new URL("../../prisma/migrations/20261125400100_words_said_before/", import.meta.url);
  await database().$executeRawUnsafe(readFileSync(new URL("migration.sql", folder), "utf8"));
  expect(await all()).toEqual(kept);
});

describe("the lookup", () => {
  const lookUp = (inside: Newsroom, asked: string, pattern: string) =>
    inWorkspace(permitOf(inside), async (tx) => {
      const [row] = await tx.$queryRaw<{ ids: string[] }[]>`
        select search_ids(${asked}::uuid, 'claim', ${pattern}, 50)::text[] as ids`;
      return row?.ids.length;
    });

  it("finds nothing of another workspace, were it asked for that; without the policy it would", async () => {
    const stranger = await newsroom();
    await claim(room, { statement: "A secret passage" });
    expect(await lookUp(room, room.w, "%secret pass%")).toBe(1);
    expect(await lookUp(stranger, room.w, "%secret pass%")).toBe(0);
    const policyWith = (first: string) =>
      database().$executeRawUnsafe(`alter policy own_workspace on search_texts using (${first}
        and words ilike coalesce(nullif(current_setting('app.needle', true), ''), '%'))`);
    await policyWith("true");
    expect(await lookUp(stranger, room.w, "%secret pass%")).toBe(1);
    await policyWith("workspace_id = nullif(current_setting('app.workspace', true), '')::uuid");
    expect(await lookUp(stranger, room.w, "%secret pass%")).toBe(0);
  });

  it("leaves nothing behind that would hide words from what comes after it", async () => {
    const seen = await inWorkspace(permitOf(room), async (tx) => {
      await tx.$queryRaw`select search_ids(${room.w}::uuid, 'claim', '%nobody says this%', 50)::text[] as ids`;
      return tx.searchText.count({ where: { workspaceId: room.w } });
    });
    expect(seen).toBeGreaterThan(20);
  });
});
