import pg from "pg";
import type { Permit } from "#lib/authz/authorize.ts";
import { environment } from "#lib/platform/environment.ts";

type ExportPermit = Permit<"export:approved"> | Permit<"export:drafts">;

export type ExportSelection = {
  readonly projectId: string;
  /** Layers the asker may see; others' blind ones are not among them. */
  readonly viewerId: string;
  /** Whether they may look into adjudicated layers before their release. */
  readonly seesAdjudicated: boolean;
  /** `approved`: the last approved revision of each claim that stands. A state: claims in it now. `all`: every claim. */
  readonly state: string;
  readonly articleId: string | null;
  readonly since: string | null;
  readonly limit: number | null;
};

/** A snapshot that several queries of one export read, on a connection of its own, with a time limit (rules.md 6). */
export type Snapshot = {
  /** Rows of `sql` in batches, each row's single column `row`. */
  stream(sql: string, values: readonly unknown[]): AsyncGenerator<unknown>;
  /** The text of one version. */
  text(versionId: string): Promise<string>;
  close(): Promise<void>;
};

const BATCH = 500;

export async function openSnapshot(permit: ExportPermit): Promise<Snapshot> {
  const client = new pg.Client({
    connectionString: environment().DATABASE_URL,
    statement_timeout: 15 * 60_000,
  });
  await client.connect();
  await client.query("begin isolation level repeatable read read only");
  await client.query(
    "select set_config('role', 'sourceline_app', true), set_config('app.workspace', $1, true)",
    [permit.workspaceId],
  );
  let cursors = 0;
  return {
    async *stream(sql, values) {
      cursors += 1;
      const name = `export_${cursors}`;
      await client.query(`declare ${name} no scroll cursor for ${sql}`, [...values]);
      for (;;) {
        const { rows } = await client.query<{ row: unknown }>(`fetch ${BATCH} from ${name}`);
        for (const { row } of rows) yield row;
        if (rows.length < BATCH) return;
      }
    },
    async text(versionId) {
      const { rows } = await client.query<{ text: string }>(
        "select text from article_versions where workspace_id = $1::uuid and id = $2::uuid",
        [permit.workspaceId, versionId],
      );
      const [row] = rows;
      if (!row) throw new Error("a version went missing inside one snapshot");
      return row.text;
    },
    close: () => client.end(),
  };
}

/**
 * Chooses claims and the revision of each that is exported. With `approved` that is the last approved one, also
 * while a later edit waits (rules.md 4); where the project asks for no review, what was submitted counts.
 */
function chosen(selection: ExportSelection): { sql: string; values: unknown[] } {
  const values = [
    selection.projectId,
    selection.viewerId,
    selection.state,
    selection.articleId,
    selection.since,
    selection.limit,
    selection.seesAdjudicated,
  ];
  return {
    values,
    sql: `
      select c.*, a.title, p.approvals_needed,
        case when $3 = 'approved' and p.approvals_needed > 0 then c.approved_revision else c.revision end as exported
      from claims c
      join articles a on a.workspace_id = c.workspace_id and a.id = c.article_id
      join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
      join layers l on l.workspace_id = c.workspace_id and l.id = c.layer_id
      where a.project_id = $1::uuid and a.trashed_at is null and c.removed_at is null
        and (l.kind = 'shared' or l.owner_id = $2::uuid or l.released_at is not null
          or (l.kind = 'adjudicated' and $7::boolean))
        and case
          when $3 = 'all' then true
          when $3 = 'approved' and p.approvals_needed = 0 then c.state in ('submitted', 'approved')
          when $3 = 'approved' then c.approved_revision is not null
          else c.state::text = $3 end
        and ($4::uuid is null or c.article_id = $4::uuid)
        and ($5::timestamptz is null or c.updated_at >= $5::timestamptz)
      order by c.article_id, c.starts_at, c.id
      limit $6`,
  };
}

/** Statements of one export; each answers one JSON value a row, in the order of the claims. */
export function exportStatements(selection: ExportSelection) {
  const { sql, values } = chosen(selection);
  const revisions = `
    from (${sql}) c
    join claim_revisions r on r.workspace_id = c.workspace_id and r.claim_id = c.id and r.revision = c.exported`;
  return {
    values,
    count: `select count(*)::int as row from (${sql}) c`,
    claims: `select json_build_object(
        'id', c.id, 'articleId', c.article_id, 'versionId', c.version_id, 'layerId', c.layer_id,
        'lineageId', c.lineage_id, 'parentId', c.parent_id, 'sameClaimAs', c.same_claim_as, 'groupId', c.group_id,
        'state', c.state, 'revision', c.exported, 'approvedRevision', c.approved_revision,
        'approvalsNeeded', c.approvals_needed, 'content', r.content, 'wholeChain', r.whole_chain,
        'createdBy', json_build_object('id', u.id, 'name', u.name),
        'createdAt', c.created_at, 'updatedAt', r.created_at,
        'approvals', coalesce((
          select json_agg(json_build_object('by', json_build_object('id', d.reviewer_id, 'name', du.name), 'at', d.created_at)
            order by d.created_at)
          from reviews d left join users du on du.id = d.reviewer_id
          where d.workspace_id = c.workspace_id and d.claim_id = c.id and d.revision = c.exported
            and d.decision = 'approve' and d.retracted_at is null
            -- A later edit cleared them for itself; they still stand for the revision that is exported.
            and (d.counts or c.exported < c.revision)), '[]'),
        'assessments', coalesce((
          select json_agg(json_build_object('by', json_build_object('id', s.user_id, 'name', su.name),
            'sourceReliability', s.source_reliability, 'infoCredibility', s.info_credibility,
            'attributionFidelity', s.attribution_fidelity, 'verification', s.verification,
            'confidence', s.confidence, 'rationale', s.rationale, 'evidence', s.evidence) order by s.updated_at)
          from assessments s left join users su on su.id = s.user_id
          where s.workspace_id = c.workspace_id and s.claim_id = c.id), '[]')) as row
      ${revisions} left join users u on u.id = c.created_by
      order by c.article_id, c.starts_at, c.id`,
    /** Without text the bodies are not read. */
    articles: (withText: boolean) => `select json_build_object(
        'id', a.id, 'title', a.title, 'outlet', a.outlet, 'byline', a.byline, 'url', a.url,
        'publishedAt', a.published_at, 'language', a.language, 'direction', a.direction,
        'version', json_build_object('id', v.id, 'ordinal', v.ordinal, 'length', v.length, 'sha256', v.sha256,
          'text', ${withText ? "v.text" : "null"}, 'blocks', v.blocks)) as row
      from (select distinct c.workspace_id, c.article_id, c.version_id from (${sql}) c) c
      join articles a on a.workspace_id = c.workspace_id and a.id = c.article_id
      join article_versions v on v.workspace_id = c.workspace_id and v.id = c.version_id
      order by a.id, v.ordinal`,
    sources: `select json_build_object(
        'id', s.id, 'name', s.name, 'type', s.type, 'documentType', s.document_type,
        'identification', s.identification, 'affiliation', s.affiliation, 'role', s.role, 'roleTitle', s.role_title,
        'roleStatus', s.role_status, 'issuedBy', s.issued_by, 'wikidata', s.wikidata, 'articleId', s.article_id,
        'aliases', coalesce((select json_agg(n.name order by n.name) from source_aliases n
          where n.workspace_id = s.workspace_id and n.source_id = s.id), '[]')) as row
      from (
        select distinct r.workspace_id, source_id
        ${revisions}, jsonb_array_elements(r.whole_chain) hop, jsonb_array_elements_text(hop->'sources') source_id
      ) used
      join sources s on s.workspace_id = used.workspace_id and s.id = used.source_id::uuid
      order by s.name, s.id`,
  };
}
