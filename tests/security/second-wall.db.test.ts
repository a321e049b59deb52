import { beforeAll, describe, expect, it } from "vitest";
import { enterWorkspace } from "#lib/authz/authorize.ts";
import { readArticle } from "#lib/db/article-reading.ts";
import { findArticle } from "#lib/db/articles.ts";
import { assessmentsOf } from "#lib/db/assessments.ts";
import { auditOf, revisionsOf } from "#lib/db/claim-revisions.ts";
import { claimById, claimsOfArticle, lockClaims } from "#lib/db/claims.ts";
import { database } from "#lib/db/client.ts";
import { commentsOn } from "#lib/db/comments.ts";
import { findProject } from "#lib/db/projects.ts";
import { reviewsOf } from "#lib/db/reviews.ts";
import { findSource } from "#lib/db/sources.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { newId } from "#lib/platform/ids.ts";
import { call, withToken } from "../support/api-client.ts";
import { testDatabase } from "../support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../support/factories.ts";
import type { Person } from "../support/people.ts";
import { contents, tenantTables } from "../support/tables.ts";

await testDatabase();
process.env.WRITES_PER_MINUTE = "1000000";

/** Identity's tables that name a workspace (rules.md 6). */
const IDENTITY = ["memberships", "invitations"];
const COPY = "copy_of_everything";

async function as(by: Person, request: string, body?: unknown, revision = 1): Promise<void> {
  const headers = { ...(await withToken(by)), "if-match": `"r${revision}"` };
  const reply = await call(request, { headers, body });
  if (reply.status >= 300) throw new Error(`${request} answers ${reply.text}`);
}

/** A room in which every tenant table has a row. */
async function full(): Promise<Newsroom & { claimId: string; sourceId: string }> {
  const room = await newsroom();
  const { w, articleId, versionId } = room;
  const sourceId = await source(room);
  const cue = room.text.spans.slice(1, 2);
  const { id: claimId } = await claim(room, {
    statement: "The dam holds",
    chain: [{ category: "media_report", sources: [sourceId], cue }],
  });
  const path = `/workspaces/${w}/claims/${claimId}`;
  await as(room.editor, `PUT ${path}/assessments`, { sourceReliability: "B", rationale: "Known" });
  await as(room.editor, `POST ${path}/comments`, { body: "Who says?" });
  await as(room.editor, `POST ${path}/submit`);
  await as(room.reviewer, `POST ${path}/reviews`, { decision: "approve" });
  await as(room.editor, `PUT /workspaces/${w}/articles/${articleId}/work`, { state: "in_progress" });
  await as(room.editor, `PATCH /workspaces/${w}/sources/${sourceId}`, { aliases: ["Courier"] });
  await database().projectMember.create({
    data: { workspaceId: w, projectId: room.projectId, userId: room.editor.id },
  });
  await call(`POST ${path}/comments`, {
    headers: { ...(await withToken(room.editor)), "idempotency-key": newId() },
    body: { body: "And when?" },
  });
  expect(versionId).not.toBe("");
  await workTogether(room, claimId);
  return { ...room, claimId, sourceId };
}

/** What people leave when they work on one article together. */
async function workTogether(
  { w, articleId, projectId, editor, reviewer }: Newsroom,
  claimId: string,
): Promise<void> {
  const comment = await database().comment.findFirstOrThrow({ where: { workspaceId: w, claimId } });
  const of = { workspaceId: w, commentId: comment.id };
  const at = new Date();
  await database().commentMention.create({ data: { ...of, userId: reviewer.id } });
  await database().commentRevision.create({
    data: { ...of, ordinal: 1, body: "Who?", replacedAt: at, replacedBy: editor.id },
  });
  const assignment = { workspaceId: w, articleId, userId: editor.id, assignedBy: reviewer.id };
  await database().assignment.create({ data: { ...assignment, id: newId() } });
  const told = { workspaceId: w, userId: reviewer.id };
  await database().notification.create({ data: { ...told, id: newId(), kind: "mention", detail: {} } });
  await database().notificationPreference.create({ data: told });
  const looked = { format: "json", mapping: {}, preview: {}, problems: [] };
  await database().annotationImport.create({
    data: { workspaceId: w, id: newId(), projectId, requestedBy: editor.id, ...looked },
  });
  await database().keptExport.create({
    data: { workspaceId: w, id: newId(), projectId, requestedBy: editor.id, request: {}, format: "jsonl" },
  });
  const webhook = {
    url: "https://receiver.example.org/",
    events: ["*"],
    secret: "sealed",
    createdBy: editor.id,
    holderId: editor.id,
  };
  const { id: webhookId } = await database().webhook.create({
    data: { ...webhook, workspaceId: w, id: newId() },
  });
  const delivery = { webhookId, kind: "webhook.ping", body: "{}", nextAt: at };
  await database().webhookDelivery.create({ data: { ...delivery, workspaceId: w, id: newId() } });
  const run = { options: {}, codebookVersion: 1, createdAt: at };
  await database().agreementRun.create({
    data: { ...run, workspaceId: w, id: newId(), projectId, requestedBy: editor.id },
  });
  await database().agreementTally.create({
    data: { workspaceId: w, articleId, key: "1", fingerprint: "1", tally: {} },
  });
  const { id: versionId } = await database().articleVersion.findFirstOrThrow({
    where: { workspaceId: w, articleId },
  });
  const settled = {
    outcome: "none",
    claimIds: [claimId],
    revisions: [1],
    decidedBy: reviewer.id,
    decidedAt: at,
  };
  await database().adjudication.create({
    data: { ...settled, workspaceId: w, id: newId(), articleId, versionId },
  });
  const { id: layerId } = await database().layer.findFirstOrThrow({ where: { workspaceId: w, articleId } });
  const gold = { workspaceId: w, articleId, projectId, purpose: "check" };
  await database().goldItem.create({ data: { ...gold, layerId, createdBy: reviewer.id, createdAt: at } });
  await database().goldScore.create({ data: { ...gold, userId: editor.id, score: {}, scoredAt: at } });
  const look = { revision: 1, codebookVersion: 1, userId: editor.id, lookedAt: at };
  await database().claimLook.create({ data: { ...look, workspaceId: w, claimId } });
  await database().jobTurn.create({ data: { workspaceId: w, name: "count", nextAt: at } });
}

let own: Awaited<ReturnType<typeof full>>;
let foreign: Awaited<ReturnType<typeof full>>;
beforeAll(async () => {
  own = await full();
  foreign = await full();
});

/** Leave to read one's own workspace: what a use case holds whose own check was forgotten. */
const permit = () => enterWorkspace({ userId: own.owner.id, workspaceId: own.w, role: "owner" });

type Counted = { name: string; seen: number; foreign: number }[];

async function visible(tables: readonly string[], of = foreign.w): Promise<Counted> {
  return inWorkspace(permit(), async (tx) => {
    const counted: Counted = [];
    for (const name of tables) {
      const [row] = await tx.$queryRawUnsafe<{ seen: number; foreign: number }[]>(
        `select count(*)::int as seen, (count(*) filter (where workspace_id = $1::uuid))::int as foreign from "${name}"`,
        of,
      );
      counted.push({ name, seen: row?.seen ?? -1, foreign: row?.foreign ?? -1 });
    }
    return counted;
  });
}

describe("row-level security alone", () => {
  it("shows one's own rows of every tenant table and nobody else's", async () => {
    const tables = await tenantTables();
    expect(tables.length).toBeGreaterThanOrEqual(20);
    const counted = await visible(tables);
    expect(counted.filter((table) => table.foreign !== 0)).toEqual([]);
    // A table nobody has rows in would prove nothing.
    expect(counted.filter((table) => table.seen === 0).map(({ name }) => name)).toEqual([]);
    expect((await visible(tables, own.w)).filter((table) => table.foreign !== table.seen)).toEqual([]);
  });

  it("is what hides them: with one policy dropped, this very test sees foreign rows", async () => {
    await database().$executeRawUnsafe(`drop policy own_workspace on comments`);
    await database().$executeRawUnsafe(`create policy own_workspace on comments using (true)`);
    const open = await visible(["comments"]);
    await database().$executeRawUnsafe(`drop policy own_workspace on comments`);
    await database().$executeRawUnsafe(
      `create policy own_workspace on comments using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
       with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
    );
    expect(open[0]?.foreign).toBeGreaterThan(0);
    expect((await visible(["comments"]))[0]?.foreign).toBe(0);
  });

  it("finds nothing for a permit of one workspace and ids of another, in each function that reads", async () => {
    const { articleId, claimId, sourceId, projectId } = foreign;
    const layers = (await database().layer.findMany({ where: { articleId } })).map(({ id }) => id);
    const found = await inWorkspace(permit(), async (tx) => ({
      project: await findProject(tx, permit(), projectId),
      article: await findArticle(tx, permit(), articleId),
      whole: await readArticle(tx, permit(), articleId),
      claim: await claimById(tx, permit(), claimId),
      claims: await claimsOfArticle(tx, permit(), articleId, layers),
      locked: (await lockClaims(tx, permit(), [claimId], "update")) ?? null,
      revisions: await revisionsOf(tx, permit(), claimId),
      audit: await auditOf(tx, permit(), claimId),
      reviews: await reviewsOf(tx, permit(), claimId),
      comments: await commentsOn(tx, permit(), claimId),
      assessments: await assessmentsOf(tx, permit(), claimId),
      source: await findSource(tx, permit(), sourceId),
    }));
    for (const [name, value] of Object.entries(found)) {
      expect([name, Array.isArray(value) ? value.length : value]).toEqual([
        name,
        Array.isArray(value) ? 0 : null,
      ]);
    }
  });

  it("changes and deletes nothing foreign, whatever is written", async () => {
    const before = await contents();
    for (const name of await tenantTables()) {
      await inWorkspace(permit(), async (tx) => {
        const [may] = await tx.$queryRawUnsafe<{ update: boolean; delete: boolean }[]>(
          `select has_table_privilege('${name}', 'update') as update, has_table_privilege('${name}', 'delete') as delete`,
        );
        if (may?.update) {
          const changed = await tx.$executeRawUnsafe(
            `update "${name}" set workspace_id = workspace_id where workspace_id = $1::uuid`,
            foreign.w,
          );
          expect([name, changed]).toEqual([name, 0]);
        }
        if (may?.delete) {
          const deleted = await tx.$executeRawUnsafe(
            `delete from "${name}" where workspace_id = $1::uuid`,
            foreign.w,
          );
          expect([name, deleted]).toEqual([name, 0]);
        }
      });
    }
    expect(await contents()).toEqual(before);
  });

  it("takes no row that names another workspace", async () => {
    for (const name of await tenantTables()) {
      const copied = inWorkspace(permit(), async (tx) => {
        await tx.$executeRawUnsafe(
          `create temporary table ${COPY} on commit drop as select * from "${name}"`,
        );
        await tx.$executeRawUnsafe(`update ${COPY} set workspace_id = $1::uuid`, foreign.w);
        const [columns] = await tx.$queryRaw<{ given: string }[]>`
          select string_agg(quote_ident(attname), ', ') as given from pg_attribute
          where attrelid = ${name}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
        const given = columns?.given ?? "";
        await tx.$executeRawUnsafe(`insert into "${name}" (${given}) select ${given} from ${COPY}`);
      });
      await expect(copied, name).rejects.toThrow(/row-level security/u);
    }
  });

  it("shows nothing at all to whoever has entered no workspace", async () => {
    for (const name of await tenantTables()) {
      const seen = await database().$transaction(async (tx) => {
        await tx.$queryRaw`select set_config('role', 'sourceline_app', true), set_config('app.workspace', '', true)`;
        return tx.$queryRawUnsafe<{ n: number }[]>(`select count(*)::int as n from "${name}"`);
      });
      expect([name, seen[0]?.n]).toEqual([name, 0]);
    }
  });
});

describe("the schema", () => {
  it("forces row-level security on every table with a workspace, by one policy that reads and writes", async () => {
    const rows = await database().$queryRaw<{ name: string; forced: boolean; policies: number }[]>`
      select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polqual is not null
          and p.polwithcheck is not null and p.polcmd = '*') as policies
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
      where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace`;
    const tenants = rows.filter(({ name }) => !IDENTITY.includes(name));
    expect(tenants.map(({ name }) => name).toSorted()).toEqual(await tenantTables());
    expect(tenants.filter(({ forced, policies }) => !forced || policies !== 1)).toEqual([]);
  });

  it("leads every key and index of a tenant table with the workspace", async () => {
    const rows = await database().$queryRaw<{ table: string; index: string; first: string | null }[]>`
      select t.relname as table, i.relname as index, a.attname as first
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
      join pg_am m on m.oid = i.relam
      -- The columns of an inverted index have no order: each entry is found by its own column.
      left join pg_attribute a on a.attrelid = t.oid
        and case m.amname when 'gin' then a.attname = 'workspace_id' and a.attnum = any(x.indkey) else a.attnum = x.indkey[0] end
      where t.relnamespace = current_schema()::regnamespace`;
    const tenants = new Set(await tenantTables());
    const indexes = rows.filter(({ table }) => tenants.has(table));
    expect(indexes.length).toBeGreaterThan(tenants.size);
    expect(indexes.filter(({ first }) => first !== "workspace_id")).toEqual([]);
  });

  it("lets no key of a tenant table point to another workspace's row", async () => {
    const rows = await database().$queryRaw<
      { name: string; table: string; target: string; leads: boolean }[]
    >`
      select k.conname as name, t.relname as table, f.relname as target,
        a.attname = 'workspace_id' and b.attname = 'workspace_id' as leads
      from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_class f on f.oid = k.confrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
      join pg_attribute b on b.attrelid = f.oid and b.attnum = k.confkey[1]
      where k.contype = 'f' and k.connamespace = current_schema()::regnamespace`;
    const tenants = new Set(await tenantTables());
    const between = rows.filter(({ table, target }) => tenants.has(table) && tenants.has(target));
    expect(between.length).toBeGreaterThan(10);
    expect(between.filter(({ leads }) => !leads)).toEqual([]);
  });

  it("gives the application a role that owns nothing and bypasses nothing", async () => {
    const [role] = await database().$queryRaw<{ isBound: boolean; owned: number; sequences: number }[]>`
      select not r.rolsuper and not r.rolbypassrls and not r.rolcreaterole and not r.rolcreatedb as "isBound",
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
        (select count(*)::int from pg_class c where c.relkind = 'S') as sequences
      from pg_roles r where r.rolname = 'sourceline_app'`;
    expect(role).toEqual({ isBound: true, owned: 0, sequences: 0 });
  });
});
