import pg from "pg";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { Caller } from "#lib/services/caller.ts";
import { someText } from "../open-article/fill.ts";

export type Desk = {
  readonly caller: Caller;
  readonly permit: AnyPermit;
  readonly w: string;
  readonly projectId: string;
};

const CLAIMS_PER_ARTICLE = 40;

/** A workspace with so many claims, forty an article: each says six of 8,000 words and leans on one of 2,000 sources. */
export async function fillDesk(database: string, claims: number): Promise<Desk> {
  const { inIdentity } = await import("#lib/db/transaction.ts");
  const { createWorkspace } = await import("#lib/services/workspaces/create.ts");
  const { enterWorkspace } = await import("#lib/authz/authorize.ts");
  const { newId } = await import("#lib/platform/ids.ts");
  const userId = newId();
  await inIdentity((tx) =>
    tx.user.create({ data: { id: userId, email: `${userId}@example.org`, name: "Bench" } }),
  );
  const caller: Caller = { principal: { userId, via: "system", scopes: null } };
  const made = await createWorkspace(caller, { name: `Lists of ${claims}` });
  if (!made.ok) throw new Error("no workspace");
  const w = made.value.id;
  const projectId = await fill(database, w, userId, claims);
  return { caller, permit: enterWorkspace({ userId, workspaceId: w, role: "owner" }), w, projectId };
}

async function fill(database: string, w: string, userId: string, claims: number): Promise<string> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const { rows } = await client.query("select id::text from projects where workspace_id = $1::uuid", [w]);
    const projectId: string = rows[0].id;
    await client.query("begin");
    for (const statement of statements(claims)) {
      await client.query(
        statement
          .replaceAll(":w", `'${w}'::uuid`)
          .replaceAll(":user", `'${userId}'::uuid`)
          .replaceAll(":project", `'${projectId}'::uuid`)
          .replaceAll(":text", `'${someText(500)}'`),
      );
    }
    await client.query("commit");
    await client.query("vacuum analyze");
    return projectId;
  } finally {
    await client.end();
  }
}

/** A word of three syllables, the same for the same number. */
const SYLLABLES = "ba ce di fo gu har jel kim lor mun pas rek sil tov vur wan xel yor zim quo".split(" ");
const spelt = (number: string) =>
  [1, 20, 400]
    .map((power) => `(array['${SYLLABLES.join("','")}'])[1 + (${number}) / ${power} % 20]`)
    .join(" || ");
const word = (salt: number) => spelt(`abs(hashtext(n || 'w${salt}'))`);

/** Words that a claim of number n says, for what is looked for. */
export const wordsOf = (n: number, first: number, second: number): string =>
  `select ${word(first)} || ' ' || ${word(second)} as words from (select ${n} as n) x`;

const statements = (claims: number) => [
  `create temp table made on commit drop as select n, gen_random_uuid() as article, gen_random_uuid() as version,
    gen_random_uuid() as layer from generate_series(1, ${Math.ceil(claims / CLAIMS_PER_ARTICLE)}) n`,
  `create temp table source on commit drop as select n, gen_random_uuid() as id from generate_series(0, 1999) n`,
  `insert into sources (workspace_id, id, name, type, identification, created_by)
    select :w, id, initcap(${spelt("n * 37")}) || ' Gazette', 'news_media', 'named_institution', :user from source`,
  `insert into articles (workspace_id, id, project_id, title, outlet, imported_by, last_activity_at)
    select :w, article, :project, initcap(${spelt("n * 13")}) || ' ' || n, 'Courier', :user, now() - n * interval '1 minute' from made`,
  `insert into article_versions (workspace_id, id, article_id, ordinal, text, length, sha256, blocks, created_by)
    select :w, version, article, 1, :text, length(:text), 'bench' || n, '[]', :user from made`,
  `insert into layers (workspace_id, id, article_id, kind) select :w, layer, article, 'shared' from made`,
  `create temp table marked on commit drop as
    select gen_random_uuid() as id, row_number() over () as n, m.article, m.version, m.layer, k as place
    from made m, generate_series(1, ${CLAIMS_PER_ARTICLE}) k limit ${claims}`,
  `insert into claims (workspace_id, id, article_id, version_id, layer_id, lineage_id, state, approved_revision, statement,
      provenance, origin_provenance, depth, starts_at, flags, created_by, updated_at)
    select :w, id, article, version, layer, id, 'approved', 1, 'The ' || ${word(1)} || ' ' || ${word(2)} || ' said the ' ||
      ${word(3)} || ' of ' || ${word(4)} || ' would ' || ${word(5)} || ' the ' || ${word(6)},
      'media_report', 'media_report', 1, place * 40, '{}', :user, now() - abs(hashtext(n || 'at')) % 10000000 * interval '1 second'
    from marked`,
  `insert into claim_spans (workspace_id, claim_id, role, link_ordinal, ordinal, version_id, text_length, start_offset, end_offset)
    select :w, id, 'claim', 0, 0, version, length(:text), place * 40, place * 40 + 35 from marked`,
  `insert into claim_links (workspace_id, claim_id, ordinal, category, act, directness, cue_stance, polarity, explicit,
      attribution_status, channel)
    select :w, id, 1, 'media_report', 'statement', 'indirect', 'neutral', 'positive', true, 'not_stated', 'not_stated' from marked`,
  `insert into claim_link_sources (workspace_id, claim_id, link_ordinal, position, source_id)
    select :w, m.id, 1, 1, s.id from marked m join source s on s.n = m.n % 2000`,
  `insert into claim_revisions (workspace_id, claim_id, revision, content, whole_chain, record, created_by)
    select :w, id, 1, '{}', '[]', '{}', :user from marked`,
];
