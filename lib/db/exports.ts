import type { Statement } from "./export-snapshot.ts";

/** Which claims, of which moment, an export holds. Every field that is not null must hold. */
export type ExportSelection = {
  readonly workspaceId: string;
  readonly projectId: string;
  /** Layers the asker may see; others' blind ones are not among them. */
  readonly viewerId: string;
  /** Whether they may look into adjudicated layers before their release. */
  readonly seesAdjudicated: boolean;
  /** `approved`: the last approved revision of each claim that stands. A state: claims in it. `all`: every claim. */
  readonly state: string;
  /** `shared`, `adjudicated`, or the id of a layer or of the person whose layers they are. */
  readonly layer: string | null;
  readonly articles: readonly string[] | null;
  readonly claims: readonly string[] | null;
  readonly provenance: string | null;
  readonly originProvenance: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly reviewer: string | null;
  readonly updatedSince: string | null;
  readonly q: string | null;
  /** After this event and before the next; null for now. */
  readonly asOf: Moment | null;
  /** Only what an event after this one touched. */
  readonly since: string | null;
};

/** An event's number, and when it was. */
export type Moment = { readonly number: string; readonly at: string };

/** How a row begins: as an object, as one more of a list, or as a line that names its type. */
type Before = "{" | ",{" | `{"type":"${"article" | "source" | "claim"}",`;

/** Collects the values of a statement while its text is written. */
class Values {
  readonly all: unknown[] = [];
  readonly at = (value: unknown, type: string): string => {
    this.all.push(value);
    return `$${this.all.length}::${type}`;
  };
}

type At = Values["at"];

/** Ids of the articles that may have something in the export, ascending, after `after`; what has nothing costs little. */
export function articlePage(selection: ExportSelection, after: string | null, limit: number): Statement {
  const values = new Values();
  const { at } = values;
  const { projectId, articles, since, asOf } = selection;
  const where = [
    `a.workspace_id = ${at(selection.workspaceId, "uuid")}`,
    `${placed(asOf)}.project_id = ${at(projectId, "uuid")}`,
    ...(after === null ? [] : [`a.id > ${at(after, "uuid")}`]),
    ...(articles === null ? [] : [`a.id = any(${at(articles, "uuid[]")})`]),
    ...(since === null ? [] : [`a.id in (${changedArticles(at, selection.workspaceId, since)})`]),
  ];
  const sql = `select a.id::text as row from articles a ${placing(at, asOf)} where ${where.join(" and ")}
    order by a.id limit ${at(limit, "int")}`;
  return { sql, values: values.all };
}

/**
 * Claims of some articles, or of all, in reading order, one JSON object a row, after `before`: `{"type":"claim",` as a line of
 * its own, `,{` as one more of a list.
 */
export function claimLines(
  selection: ExportSelection,
  articleIds: readonly string[] | null,
  limit: number | null,
  before: Before = "{",
): Statement {
  const values = new Values();
  const { at } = values;
  const articles = articleIds ?? selection.articles;
  const chosen = chosenClaims(at, { ...selection, articles }, { isOnlyChanged: true });
  // The revision is looked up for each row in turn, so that rows are sorted while they are small.
  const sql = `select ${line(at, before, selection.asOf)} as row
    from (${chosen} order by c.article_id, c.starts_at, c.id ${limit === null ? "offset 0" : `limit ${at(limit, "int")}`}) e
    cross join lateral (select r.* from claim_revisions r
      where r.workspace_id = e.workspace_id and r.claim_id = e.id and r.revision = e.exported limit 1) r
    left join users u on u.id = e.created_by`;
  return { sql, values: values.all };
}

/** The articles among these that have a claim in the export, each with the version it stands on. Text only if asked. */
export function articleLines(
  selection: ExportSelection,
  articleIds: readonly string[],
  withText: boolean,
  before: Before = "{",
): Statement {
  const values = new Values();
  const { at } = values;
  const ids = at(articleIds, "uuid[]");
  const chosen = chosenClaims(at, selection, { isOnlyChanged: true });
  // One claim is enough: the others are not looked at.
  const sql = `select '${before}' || substr(jsonb_build_object(
      'id', a.id, 'title', a.title, 'outlet', a.outlet, 'byline', a.byline, 'url', a.url,
      'publishedAt', ${time("a.published_at")}, 'language', a.language, 'direction', a.direction,
      'version', jsonb_build_object('id', v.id, 'ordinal', v.ordinal, 'length', v.length, 'sha256', v.sha256,
        'text', ${withText ? "v.text" : "null"}, 'blocks', v.blocks))::text, 2) as row
    from articles a
    join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id
    cross join lateral (select from (${chosen}) e where e.article_id = a.id and e.version_id = v.id limit 1) e
    where a.workspace_id = ${at(selection.workspaceId, "uuid")} and a.id = any(${ids})
    order by a.id, v.ordinal`;
  return { sql, values: values.all };
}

/** Sources by their ids; what is not in the registry is left out. */
export function sourceLines(workspaceId: string, ids: readonly string[], before: Before = "{"): Statement {
  // A line has a type of its own already.
  const type = before.startsWith('{"type"') ? "sourceType" : "type";
  const sql = `select '${before}' || substr(jsonb_build_object(
      'id', s.id, 'name', s.name, '${type}', s.type, 'documentType', s.document_type,
      'identification', s.identification, 'affiliation', s.affiliation, 'role', s.role, 'roleTitle', s.role_title,
      'roleStatus', s.role_status, 'issuedBy', s.issued_by, 'wikidata', s.wikidata, 'articleId', s.article_id,
      'aliases', coalesce((select jsonb_agg(n.name order by n.name) from source_aliases n
        where n.workspace_id = s.workspace_id and n.source_id = s.id), '[]'))::text, 2) as row
    from sources s where s.workspace_id = $1::uuid and s.id = any($2::uuid[]) order by s.name, s.id`;
  return { sql, values: [workspaceId, ids] };
}

/** Sources that were merged into others, as pairs of ids. */
export function mergedSources(workspaceId: string): Statement {
  const sql = `select json_build_array(s.id, s.merged_into) as row from sources s
    where s.workspace_id = $1::uuid and s.merged_into is not null`;
  return { sql, values: [workspaceId] };
}

/** How many claims there are, over all articles. */
export function claimCount(selection: ExportSelection): Statement {
  const values = new Values();
  const chosen = chosenClaims(values.at, selection, { isOnlyChanged: true });
  return { sql: `select count(*)::int as row from (${chosen}) c`, values: values.all };
}

/** Ids of claims that were in the export at `since` and are no more; nothing where no `since` is asked for. */
export function deletedClaims(selection: ExportSelection): Statement {
  const values = new Values();
  const { at } = values;
  const { since } = selection;
  if (since === null) return { sql: "select null as row where false", values: [] };
  const before = { ...selection, asOf: { number: since, at: "infinity" }, updatedSince: null };
  const sql = `select e.id::text as row from (${chosenClaims(at, before, { isOnlyChanged: true })}) e
    where e.id not in (select n.id from (${chosenClaims(at, selection, { isOnlyChanged: false })}) n)
    order by e.id`;
  return { sql, values: values.all };
}

/** The workspace's last event and audit row; since when it keeps its history. */
export function clockLine(workspaceId: string): Statement {
  const sql = `select json_build_object('eventNumber', event_number::text, 'auditNumber', audit_number::text,
      'auditHash', audit_hash, 'historySince', ${time("history_since")}, 'now', ${time("now()")},
      'isWhole', not exists (select from claim_standings s where s.workspace_id = $1::uuid and s.number = 0)) as row
    from workspace_clocks where workspace_id = $1::uuid`;
  return { sql, values: [workspaceId] };
}

/** The last event that was there at a moment, or the one of that number. */
export function momentLine(workspaceId: string, moment: { at: string } | { number: string }): Statement {
  const [column, value, type] =
    "at" in moment ? ["at", moment.at, "timestamptz"] : ["number", moment.number, "bigint"];
  const sql = `select json_build_object('number', number::text, 'at', ${time("at")}) as row from outbox_events
    where workspace_id = $1::uuid and ${column} <= $2::${type} order by number desc limit 1`;
  return { sql, values: [workspaceId, value] };
}

/**
 * The claims chosen, with the revision of each that is exported. With `approved` that is the last approved one, also
 * while a later edit waits (rules.md 4); where the project asks for no review, what was submitted counts.
 */
function chosenClaims(at: At, selection: ExportSelection, { isOnlyChanged }: { isOnlyChanged: boolean }) {
  const { asOf, state, since, workspaceId } = selection;
  const stands = asOf === null ? "c" : "s";
  const exported = `case when ${at(state, "text")} = 'approved' and p.approvals_needed > 0
    then ${stands}.approved_revision else ${stands}.revision end`;
  return `select c.workspace_id, c.id, c.article_id, c.version_id, c.layer_id, c.lineage_id, c.same_claim_as,
      c.group_id, c.created_by, c.created_at, c.starts_at, ${stands}.state, ${stands}.approved_revision,
      ${stands}.revision as current_revision,
      p.approvals_needed, x.exported
    from claims c ${standing(at, asOf)}
    join articles a on a.workspace_id = c.workspace_id and a.id = c.article_id ${placing(at, asOf)}
    join projects p on p.workspace_id = a.workspace_id and p.id = ${placed(asOf)}.project_id
    join layers l on l.workspace_id = c.workspace_id and l.id = c.layer_id
    cross join lateral (select ${exported} as exported) x
    where c.workspace_id = ${at(workspaceId, "uuid")} and p.id = ${at(selection.projectId, "uuid")}
      and ${asOf === null ? "a.trashed_at is null and c.removed_at is null" : "not h.is_trashed and not s.is_removed"}
      and x.exported is not null
      and ${isInState(state, stands)}
      and (l.kind = 'shared' or l.owner_id = ${at(selection.viewerId, "uuid")} or l.released_at is not null
        or (l.kind = 'adjudicated' and ${at(selection.seesAdjudicated, "boolean")}))
      ${isOnlyChanged && since !== null ? `and ${isChanged(at, workspaceId, since)}` : ""}
      ${narrowed(at, selection)
        .map((condition) => `and ${condition}`)
        .join(" ")}`;
}

function isInState(state: string, stands: string): string {
  if (state === "all") return "true";
  if (state === "approved") return `(p.approvals_needed > 0 or ${stands}.state in ('submitted', 'approved'))`;
  return `${stands}.state = '${state.replaceAll("'", "''")}'`;
}

/** How the claim stood at the moment. */
function standing(at: At, asOf: Moment | null): string {
  if (asOf === null) return "";
  return `join lateral (select s.* from claim_standings s where s.workspace_id = c.workspace_id and s.claim_id = c.id
      and s.number <= ${at(asOf.number, "bigint")} order by s.number desc limit 1) s on true`;
}

const placed = (asOf: Moment | null) => (asOf === null ? "a" : "h");

/** Where the article was at the moment. */
function placing(at: At, asOf: Moment | null): string {
  if (asOf === null) return "";
  return `join lateral (select h.* from article_standings h where h.workspace_id = a.workspace_id and h.article_id = a.id
      and h.number <= ${at(asOf.number, "bigint")} order by h.number desc limit 1) h on true`;
}

/** Filters on what is exported, which may be an earlier revision than the one people see. */
function narrowed(at: At, selection: ExportSelection): string[] {
  const { layer, articles, claims, provenance, originProvenance, source, author, reviewer } = selection;
  const { updatedSince, q } = selection;
  const revision = (condition: string) => `exists (select from claim_revisions f
    where f.workspace_id = c.workspace_id and f.claim_id = c.id and f.revision = x.exported and ${condition})`;
  const category = (end: number, wanted: string) =>
    revision(
      `coalesce(f.whole_chain->${end}->>'category', f.content->>'provenance') = ${at(wanted, "text")}`,
    );
  return [
    articles === null ? [] : `c.article_id = any(${at(articles, "uuid[]")})`,
    claims === null ? [] : `c.id = any(${at(claims, "uuid[]")})`,
    layer === null ? [] : isOfLayer(at, layer),
    provenance === null ? [] : category(0, provenance),
    originProvenance === null ? [] : category(-1, originProvenance),
    source === null
      ? []
      : revision(`f.whole_chain @> jsonb_build_array(jsonb_build_object('sources',
          jsonb_build_array(${at(source, "text")})))`),
    author === null ? [] : `c.created_by = ${at(author, "uuid")}`,
    reviewer === null
      ? []
      : `exists (select from reviews d where d.workspace_id = c.workspace_id and d.claim_id = c.id
          and d.reviewer_id = ${at(reviewer, "uuid")} and d.retracted_at is null)`,
    updatedSince === null ? [] : `c.updated_at >= ${at(updatedSince, "timestamptz")}`,
    q === null || q.trim() === "" ? [] : revision(speaksOf(at, q.trim())),
  ].flat();
}

function isOfLayer(at: At, layer: string): string {
  if (layer === "shared" || layer === "adjudicated") return `l.kind = '${layer}'`;
  const id = at(layer, "uuid");
  return `(l.id = ${id} or l.owner_id = ${id})`;
}

/** In the statement, in the claim's own words, or in the name of a source of its chain. */
function speaksOf(at: At, words: string): string {
  const pattern = at(`%${words.replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`, "text");
  return `(f.content->>'statement' ilike ${pattern} or exists (
      select from jsonb_array_elements(f.whole_chain) hop, jsonb_array_elements_text(hop->'sources') id
      join sources o on o.workspace_id = f.workspace_id and o.id = id::uuid where o.name ilike ${pattern}))`;
}

/** Touched by an event after this one: the claim itself, its article, or a source of its chain. */
function isChanged(at: At, workspaceId: string, since: string): string {
  const workspace = at(workspaceId, "uuid");
  const number = at(since, "bigint");
  return `(c.id in (select t.claim_id from claim_standings t where t.workspace_id = ${workspace} and t.number > ${number})
    or c.article_id in (select t.article_id from article_standings t where t.workspace_id = ${workspace} and t.number > ${number})
    or c.id in (${leaningOnChanged(workspace, number)}))`;
}

function changedArticles(at: At, workspaceId: string, since: string): string {
  const workspace = at(workspaceId, "uuid");
  const number = at(since, "bigint");
  const articleOf = (claims: string) =>
    `select t.article_id from claims t where t.workspace_id = ${workspace} and t.id in (${claims})`;
  return `select t.article_id from article_standings t where t.workspace_id = ${workspace} and t.number > ${number}
    union ${articleOf(`select t.claim_id from claim_standings t where t.workspace_id = ${workspace} and t.number > ${number}`)}
    union ${articleOf(leaningOnChanged(workspace, number))}`;
}

/** Claims of whose chain a source was renamed, merged or corrected; nested ones through what they are nested in. */
function leaningOnChanged(workspace: string, number: string): string {
  return `with recursive leaning as (
      select k.claim_id as id from claim_link_sources k where k.workspace_id = ${workspace} and k.source_id in (
        select unnest(array[v.object_id, (v.payload->>'into')::uuid, (v.payload->>'from')::uuid])
        from outbox_events v where v.workspace_id = ${workspace} and v.number > ${number}
          and v.kind like 'source.%')
      union select d.id from claims d join leaning on d.workspace_id = ${workspace} and d.parent_id = leaning.id
    ) select id from leaning`;
}

const time = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const orNull = (column: string) =>
  `case when ${column} is null then 'null' else concat('"', ${column}, '"') end`;

/**
 * One claim's line: its standing, then what its revision says, as it was kept when the revision was made. Joined as
 * text, for building it as JSON takes longer than all the rest together; what may hold a quote is written by to_json.
 */
function line(at: At, before: Before, asOf: Moment | null): string {
  const parts = [
    `'${before}"id":"', e.id, '","articleId":"', e.article_id, '","versionId":"', e.version_id`,
    `'","layerId":"', e.layer_id, '","lineageId":"', e.lineage_id`,
    `'","sameClaimAs":', ${orNull("e.same_claim_as")}, ',"groupId":', ${orNull("e.group_id")}`,
    `',"state":"', e.state, '","revision":', e.exported, ',"review":"'`,
    `case when e.approvals_needed = 0 then 'not_reviewed'
      when e.approved_revision = e.exported then 'approved' else 'unapproved' end`,
    `'","createdBy":{"id":"', e.created_by, '","name":', to_json(coalesce(u.name, ''))`,
    `'},"createdAt":"', ${time("e.created_at")}, '","updatedAt":"', ${time("r.created_at")}`,
    `'","approvals":[', (${approvals(at, asOf)}), '],"assessments":', ${asOf === null ? assessments : "'[]'"}`,
    `',', substr(coalesce(r.record, revision_record(r.workspace_id, r.claim_id, r.content, r.whole_chain))::text, 2)`,
  ];
  return `concat(${parts.join(", ")})`;
}

function approvals(at: At, asOf: Moment | null): string {
  // A later edit cleared them for itself; they still stand for the revision that is exported.
  const stands =
    asOf === null
      ? "d.retracted_at is null and (d.counts or e.exported < e.current_revision)"
      : `d.created_at <= ${at(asOf.at, "timestamptz")} and (d.retracted_at is null or d.retracted_at > ${at(asOf.at, "timestamptz")})`;
  return `select string_agg(concat('{"by":{"id":"', d.reviewer_id, '","name":', to_json(coalesce(du.name, '')),
      '},"at":"', ${time("d.created_at")}, '"}'), ',' order by d.created_at)
    from reviews d left join users du on du.id = d.reviewer_id
    where d.workspace_id = e.workspace_id and d.claim_id = e.id and d.revision = e.exported
      and d.decision = 'approve' and ${stands}`;
}

// Most claims have none, and looking is cheaper than gathering nothing.
const assessments = `case when not exists (select from assessments s where s.workspace_id = e.workspace_id
      and s.claim_id = e.id) then '[]' else (select jsonb_agg(jsonb_build_object('by', jsonb_build_object('id', s.user_id, 'name', coalesce(su.name, '')),
      'sourceReliability', s.source_reliability, 'infoCredibility', s.info_credibility,
      'attributionFidelity', s.attribution_fidelity, 'verification', s.verification,
      'confidence', s.confidence, 'rationale', s.rationale, 'evidence', s.evidence) order by s.updated_at)
    from assessments s left join users su on su.id = s.user_id
    where s.workspace_id = e.workspace_id and s.claim_id = e.id)::text end`;
