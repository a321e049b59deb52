import pg from "pg";
import type { Desk } from "../lists/fill.ts";

/**
 * Makes a filled desk one that three people coded blind, finished and released: each article's claims are the first one's,
 * and two others marked nine of ten of them, some a little elsewhere, some with another category.
 */
export async function codeThrice(database: string, { w, projectId, caller }: Desk): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    await client.query("begin");
    for (const statement of statements) {
      await client.query(
        statement
          .replaceAll(":w", `'${w}'::uuid`)
          .replaceAll(":user", `'${caller.principal.userId}'::uuid`)
          .replaceAll(":project", `'${projectId}'::uuid`),
      );
    }
    await client.query("commit");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}

const columns = (table: string) => `select * from ${table} where workspace_id = :w`;

const statements = [
  "create temp table coder on commit drop as select k, gen_random_uuid() as id from generate_series(1, 3) k",
  "insert into users (id, email, name) select id, id || '@example.org', 'Coder ' || k from coder",
  "insert into memberships (workspace_id, user_id, role) select :w, id, 'editor' from coder",
  "update projects set mode = 'blind', layers_per_article = 3 where workspace_id = :w",
  `update layers set kind = 'editor', owner_id = (select id from coder where k = 1), released_at = now()
    where workspace_id = :w`,
  `create temp table further on commit drop as select l.id as first, l.article_id, c.k, c.id as owner, gen_random_uuid() as id
    from layers l, coder c where l.workspace_id = :w and c.k > 1`,
  `insert into layers (workspace_id, id, article_id, kind, owner_id, released_at)
    select :w, id, article_id, 'editor', owner, now() from further`,
  `insert into article_works (workspace_id, layer_id, user_id, article_id, state)
    select :w, id, owner_id, article_id, 'finished' from layers where workspace_id = :w`,
  `create temp table twin on commit drop as select c.id as first, gen_random_uuid() as id, f.id as layer, f.k,
      abs(hashtext(c.id::text || f.k)) as n
    from claims c join further f on f.first = c.layer_id
    where c.workspace_id = :w and abs(hashtext(f.k || c.id::text)) % 10 > 0`,
  `create temp table c on commit drop as ${columns("claims")}`,
  "create temp table c2 on commit drop as select c.*, t.id as twin, t.layer, t.n from c join twin t on t.first = c.id",
  `update c2 set id = twin, lineage_id = twin, layer_id = layer,
    provenance = case when n % 5 = 0 then 'wire_copy' else provenance end,
    origin_provenance = case when n % 5 = 0 then 'wire_copy' else origin_provenance end`,
  "alter table c2 drop column twin, drop column layer, drop column n",
  ...["claim_spans", "claim_links", "claim_link_sources", "claim_revisions"].flatMap((table, at) => [
    `create temp table t${at} on commit drop as ${columns(table)}`,
    `create temp table u${at} on commit drop as select t.*, w.id as twin, w.n from t${at} t join twin w on w.first = t.claim_id`,
    `update u${at} set claim_id = twin`,
  ]),
  "update u0 set start_offset = start_offset + 3 where n % 4 = 0",
  "update u1 set category = 'wire_copy' where n % 5 = 0",
  ...[0, 1, 2, 3].map((at) => `alter table u${at} drop column twin, drop column n`),
  "insert into claims select * from c2",
  "insert into claim_spans select * from u0",
  "insert into claim_links select * from u1",
  "insert into claim_link_sources select * from u2",
  "insert into claim_revisions select * from u3",
];
