import pg from "pg";
import type { ExportSelection } from "#lib/db/exports.ts";
import type { Caller } from "#lib/services/caller.ts";
import { someText } from "../open-article/fill.ts";

export type Filled = {
  readonly w: string;
  readonly p: string;
  readonly token: string;
  readonly selection: ExportSelection;
};

const CLAIMS_PER_ARTICLE = 40;

/** A workspace whose project has so many approved claims of two links each, and a token that may export them. */
export async function fillProject(database: string, claims: number): Promise<Filled> {
  const { inIdentity } = await import("#lib/db/transaction.ts");
  const { createWorkspace } = await import("#lib/services/workspaces/create.ts");
  const { newId } = await import("#lib/platform/ids.ts");
  const tokens = await import("#lib/services/identity/tokens.ts");
  const userId = newId();
  await inIdentity((tx) =>
    tx.user.create({ data: { id: userId, email: `${userId}@example.org`, name: "Bench" } }),
  );
  const caller: Caller = { principal: { userId, via: "system", scopes: null } };
  const made = await createWorkspace(caller, { name: `Bench of ${claims}` });
  const person = { principal: { userId, via: "session", scopes: null } } as const;
  const token = await tokens.create(person, { name: "Bench", scopes: ["read", "export"], expiresInDays: 1 });
  if (!made.ok || !token.ok || !token.value.token) throw new Error("the desk was refused");
  const w = made.value.id;
  const projectId = await fill(database, w, userId, claims);
  return {
    w,
    p: projectId,
    token: token.value.token,
    selection: {
      workspaceId: w,
      projectId,
      viewerId: userId,
      seesAdjudicated: true,
      state: "approved",
      ...nothing,
    },
  };
}

const nothing = {
  layer: null,
  articles: null,
  claims: null,
  provenance: null,
  originProvenance: null,
  source: null,
  author: null,
  reviewer: null,
  updatedSince: null,
  q: null,
  asOf: null,
  since: null,
} as const;

/** Written as the program writes them, by one statement a table: what is measured reads nothing else. */
async function fill(database: string, w: string, userId: string, claims: number): Promise<string> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const { rows } = await client.query("select id::text from projects where workspace_id = $1::uuid", [w]);
    const projectId: string = rows[0].id;
    const text = someText(500);
    await client.query("begin");
    for (const statement of statements(claims)) {
      await client.query(
        statement
          .replaceAll(":w", `'${w}'::uuid`)
          .replaceAll(":user", `'${userId}'::uuid`)
          .replaceAll(":project", `'${projectId}'::uuid`)
          .replaceAll(":text", `'${text}'`),
      );
    }
    await client.query("commit");
    await client.query("vacuum analyze");
    return projectId;
  } finally {
    await client.end();
  }
}

const hop = (category: string, withWords: boolean) => {
  const words = (start: number, end: number, exact: string) =>
    `jsonb_build_array(jsonb_build_object('start', ${start}, 'end', ${end}${withWords ? `, 'exact', '${exact}'` : ""}))`;
  return `jsonb_build_object('category', '${category}', 'sources', jsonb_build_array(s.id),
    'mention', ${words(30, 38, "the port")}, 'cue', ${words(40, 46, "letter")}, 'addressee', '[]'::jsonb,
    'act', 'statement', 'directness', 'indirect', 'cueStance', 'neutral', 'polarity', 'positive', 'explicit', true,
    'basis', null, 'attributionStatus', 'not_stated', 'channel', 'not_stated')`;
};
const chain = (withWords: boolean) =>
  `jsonb_build_array(${hop("media_report", withWords)}, ${hop("official_statement", withWords)})`;

const statements = (claims: number) => [
  `create temp table made on commit drop as select n, gen_random_uuid() as article, gen_random_uuid() as version,
    gen_random_uuid() as layer from generate_series(1, ${Math.ceil(claims / CLAIMS_PER_ARTICLE)}) n`,
  `create temp table source on commit drop as select n, gen_random_uuid() as id from generate_series(0, 199) n`,
  `insert into sources (workspace_id, id, name, type, identification, created_by)
    select :w, id, 'Source ' || n, 'news_media', 'named_institution', :user from source`,
  `insert into articles (workspace_id, id, project_id, title, outlet, imported_by)
    select :w, article, :project, 'Article ' || n, 'Courier', :user from made`,
  `insert into article_versions (workspace_id, id, article_id, ordinal, text, length, sha256, blocks, created_by)
    select :w, version, article, 1, :text, length(:text), 'bench' || n, '[]', :user from made`,
  `insert into layers (workspace_id, id, article_id, kind) select :w, layer, article, 'shared' from made`,
  `create temp table marked on commit drop as
    select gen_random_uuid() as id, m.article, m.version, m.layer, k as place, (m.n * 7 + k) % 200 as source
    from made m, generate_series(1, ${CLAIMS_PER_ARTICLE}) k limit ${claims}`,
  `insert into claims (workspace_id, id, article_id, version_id, layer_id, lineage_id, state, revision, approved_revision,
      approved_at, statement, kind, provenance, origin_provenance, depth, starts_at, flags, created_by)
    select :w, id, article, version, layer, id, 'approved', 1, 1, now(), 'The harbour will be closed in the morning.',
      'event', 'media_report', 'official_statement', 2, place * 40, '{}', :user from marked`,
  `insert into claim_revisions (workspace_id, claim_id, revision, content, whole_chain, record, created_by)
    select :w, m.id, 1,
      jsonb_build_object('spans', jsonb_build_array(jsonb_build_object('start', m.place * 40, 'end', m.place * 40 + 35)),
        'statement', 'The harbour will be closed in the morning.', 'kind', 'event', 'parentId', null,
        'provenance', 'media_report', 'chain', ${chain(false)}, 'hedges', '[]'::jsonb, 'flags', '[]'::jsonb),
      ${chain(false)},
      json_build_object('statement', 'The harbour will be closed in the morning.', 'kind', 'event', 'parentId', null,
        'provenance', 'media_report', 'originProvenance', 'official_statement', 'depth', 2,
        'spans', jsonb_build_array(jsonb_build_object('start', m.place * 40, 'end', m.place * 40 + 35, 'exact',
          'harbour minister valley report coun')),
        'chain', ${chain(true)}, 'inheritedLinks', 0, 'hedges', '[]'::jsonb, 'flags', '[]'::jsonb),
      :user
    from marked m join source s on s.n = m.source`,
  `insert into reviews (workspace_id, id, claim_id, revision, reviewer_id, decision, state_before, state_after)
    select :w, gen_random_uuid(), id, 1, :user, 'approve', 'submitted', 'approved' from marked`,
];
