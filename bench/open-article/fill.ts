import pg from "pg";
import type { Caller } from "#lib/services/caller.ts";

const WORDS = [
  "harbour",
  "minister",
  "valley",
  "report",
  "council",
  "river",
  "answer",
  "letter",
  "morning",
  "bridge",
];

/** A text of so many words in paragraphs of eighty, the same at every run. */
export function someText(words: number): string {
  const all = Array.from({ length: words }, (_, index) => {
    const word = WORDS[(index * 7 + (index >> 3)) % WORDS.length];
    return index % 80 === 79 ? `${word}.\n\n` : index % 16 === 15 ? `${word}. ` : `${word} `;
  });
  return all.join("");
}

/** A workspace with an owner and a project; everything else goes through the services as that owner. */
export async function makeDesk(name = "bench"): Promise<Desk> {
  const { inIdentity } = await import("#lib/db/transaction.ts");
  const { createWorkspace } = await import("#lib/services/workspaces/create.ts");
  const { newId } = await import("#lib/platform/ids.ts");
  const userId = newId();
  await inIdentity((tx) =>
    tx.user.create({ data: { id: userId, email: `${name}@example.org`, name: "Bench" } }),
  );
  const caller: Caller = { principal: { userId, via: "system", scopes: null } };
  const made = await createWorkspace(caller, { name: "Bench" });
  if (!made.ok) throw new Error("no workspace");
  return { caller, w: made.value.id, p: "first-project" };
}

export type Desk = { readonly caller: Caller; readonly w: string; readonly p: string };

/** An article of so many words with one claim of two links, made as any editor makes them; answers its id. */
export async function makeArticle({ caller, w, p }: Desk, title: string, words: number): Promise<string> {
  const { importArticle } = await import("#lib/services/articles/import-article.ts");
  const { create } = await import("#lib/services/claims/create.ts");
  const { claimCreate } = await import("#lib/contracts/claims.ts");
  const { createSource } = await import("#lib/services/sources/create.ts");
  const article = await importArticle(caller, w, p, { text: `${title}.\n\n${someText(words)}` });
  const source = await createSource(caller, w, {
    name: `Courier of ${title}`,
    type: "news_media",
    identification: "named_institution",
  });
  if (!article.ok || !source.ok) throw new Error("the article or its source was refused");
  const hop = {
    sources: [source.value.id],
    mention: [{ start: 30, end: 38 }],
    cue: [{ start: 40, end: 46 }],
  };
  const body = claimCreate.parse({
    versionId: article.value.version.id,
    spans: [{ start: 20, end: 60 }],
    statement: "The harbour will be closed in the morning.",
    chain: [
      { category: "media_report", ...hop },
      { category: "official_statement", ...hop },
    ],
  });
  const made = await create(caller, w, article.value.id, body);
  if (!made.ok) throw new Error(`the claim was refused: ${JSON.stringify(made.failure)}`);
  return article.value.id;
}

/** Copies the article's first claim, which the services made, until there are `total`, each `step` further on. */
export async function multiplyClaims(url: string, articleId: string, total: number, step = 8): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    const { rows } = await client.query<{ w: string; id: string }>(
      "select workspace_id::text as w, id::text from claims where article_id = $1 limit 1",
      [articleId],
    );
    const [first] = rows;
    if (!first) throw new Error("the services made no claim");
    await client.query(
      "create temp table copies on commit drop as select n, gen_random_uuid() as id from generate_series(1, $1::int) n",
      [total - 1],
    );
    for (const [table, changes] of tablesAt(step))
      await client.query(copyStatement(table, changes), [first.w, first.id]);
    await client.query("commit");
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

/** Each table of a claim, with what a copy changes: its claim, and how far along the text it stands. */
const tablesAt = (step: number): readonly (readonly [string, Readonly<Record<string, string>>])[] => [
  ["claims", { id: "c.id", lineage_id: "c.id", starts_at: `t.starts_at + c.n * ${step}` }],
  ["claim_links", { claim_id: "c.id" }],
  ["claim_link_sources", { claim_id: "c.id" }],
  [
    "claim_spans",
    {
      claim_id: "c.id",
      start_offset: `t.start_offset + c.n * ${step}`,
      end_offset: `t.end_offset + c.n * ${step}`,
    },
  ],
  ["claim_revisions", { claim_id: "c.id" }],
];

function copyStatement(table: string, changes: Readonly<Record<string, string>>): string {
  const key = table === "claims" ? "id" : "claim_id";
  const set = Object.entries(changes).map(([column, value]) => `'${column}', ${value}`);
  return `insert into ${table}
    select (jsonb_populate_record(t, jsonb_build_object(${set.join(", ")}))).*
    from ${table} t cross join copies c where t.workspace_id = $1::uuid and t.${key} = $2::uuid`;
}
