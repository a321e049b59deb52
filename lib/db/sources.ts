import type { DocumentType, Identification, SourceType } from "#core/provenance/facets.ts";
import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { layerIsVisible } from "./layers.ts";
import { projectIsVisible } from "./projects.ts";

export type SourceFields = {
  readonly name: string;
  readonly type: SourceType;
  readonly documentType: DocumentType | null;
  readonly identification: Identification;
  readonly affiliation: string | null;
  readonly role: string | null;
  readonly roleTitle: string | null;
  readonly roleStatus: string | null;
  readonly issuedBy: string | null;
  readonly wikidata: string | null;
  readonly access: string | null;
  readonly motive: string | null;
  readonly expertise: string | null;
  readonly notes: string;
  /** Set for an anonymous source: it is an entry of this one article. */
  readonly articleId: string | null;
};

export type SourceRecord = SourceFields & {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly mergedInto: string | null;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** Columns of a source `s`. */
export const sourceColumns = Prisma.sql`
  s.id::text, s.name, s.type, s.document_type as "documentType", s.identification, s.affiliation, s.role,
  s.role_title as "roleTitle", s.role_status as "roleStatus", s.issued_by::text as "issuedBy", s.wikidata, s.access,
  s.motive, s.expertise, s.notes, s.article_id::text as "articleId", s.merged_into::text as "mergedInto", s.revision,
  s.created_at as "createdAt", s.updated_at as "updatedAt",
  array(select n.name from source_aliases n
        where n.workspace_id = s.workspace_id and n.source_id = s.id order by n.name) as aliases`;

/**
 * A source of an article is as visible as the article; any other is the whole workspace's. In a blind project it tells
 * what whoever made it found there: until the release it is theirs, and of those who see a claim that names it.
 */
export function sourceIsVisible(permit: AnyPermit): Prisma.Sql {
  return Prisma.sql`(s.article_id is null or exists (
    select from articles sa join projects p on p.workspace_id = sa.workspace_id and p.id = sa.project_id
    where sa.workspace_id = s.workspace_id and sa.id = s.article_id and ${projectIsVisible(permit)}
      and (p.mode <> 'blind' or s.created_by = ${permit.actorId}::uuid
        or exists (select from layers l where l.workspace_id = sa.workspace_id and l.article_id = sa.id
          and l.kind = 'editor' and l.released_at is not null)
        or exists (select from claim_link_sources k
          join claims c on c.workspace_id = k.workspace_id and c.id = k.claim_id
          join layers l on l.workspace_id = c.workspace_id and l.id = c.layer_id
          where k.workspace_id = s.workspace_id and k.source_id = s.id and ${layerIsVisible(permit)}))))`;
}

/** Sources by id that the permit's holder may see, merged ones too. Held until the transaction ends with `lock`. */
export function findSources(
  tx: Tx,
  permit: AnyPermit,
  ids: readonly string[],
  { lock = false } = {},
): Promise<SourceRecord[]> {
  return tx.$queryRaw`
    select ${sourceColumns} from sources s
    where s.workspace_id = ${permit.workspaceId}::uuid and s.id = any(${[...ids]}::uuid[]) and ${sourceIsVisible(permit)}
    order by s.id ${lock ? Prisma.sql`for update of s` : Prisma.empty}`;
}

export async function findSource(
  tx: Tx,
  permit: AnyPermit,
  id: string,
  options: { lock?: boolean } = {},
): Promise<SourceRecord | null> {
  const [source] = await findSources(tx, permit, [id], options);
  return source ?? null;
}

/** Names of sources that claims speak of, to be shown beside them: nothing else of them. */
export function sourceNames(
  tx: Tx,
  { workspaceId }: AnyPermit,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return tx.source.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
}

/** Whether an id is taken, by a source the permit's holder may see or not. */
export async function sourceExists(tx: Tx, permit: AnyPermit, id: string): Promise<boolean> {
  return (await tx.source.count({ where: { workspaceId: permit.workspaceId, id } })) > 0;
}

/** The sources an article's claims in these layers name, and the anonymous ones that are its own. */
export function sourcesOfArticle(
  tx: Tx,
  permit: AnyPermit,
  articleId: string,
  layers: readonly string[],
): Promise<SourceRecord[]> {
  const { workspaceId } = permit;
  return tx.$queryRaw`
    select ${sourceColumns} from sources s
    where s.workspace_id = ${workspaceId}::uuid and ${sourceIsVisible(permit)}
      and ((s.article_id = ${articleId}::uuid and s.merged_into is null) or s.id in (
        select k.source_id from claims c
        join claim_link_sources k on k.workspace_id = c.workspace_id and k.claim_id = c.id
        where c.workspace_id = ${workspaceId}::uuid and c.article_id = ${articleId}::uuid
          and c.layer_id = any(${[...layers]}::uuid[]) and c.removed_at is null))
    order by lower(s.name), s.id`;
}

export async function insertSource(
  tx: Tx,
  permit: Permit<"source:edit">,
  source: SourceFields & { readonly id: string; readonly aliases: readonly string[]; readonly at: Date },
): Promise<void> {
  const { aliases, at, ...columns } = source;
  const { workspaceId, actorId: createdBy } = permit;
  await tx.source.create({ data: { workspaceId, ...columns, createdBy, createdAt: at, updatedAt: at } });
  await setAliases(tx, permit, source.id, aliases);
}

/** Writes what is given and counts the revision up. */
export async function updateSource(
  tx: Tx,
  permit: Permit<"source:edit">,
  id: string,
  change: Partial<SourceFields> & { readonly aliases?: readonly string[] },
  at: Date,
): Promise<void> {
  const { aliases, ...columns } = change;
  await tx.source.update({
    where: { workspaceId_id: { workspaceId: permit.workspaceId, id } },
    data: { ...columns, revision: { increment: 1 }, updatedAt: at },
    select: { id: true },
  });
  if (!aliases) return;
  await tx.sourceAlias.deleteMany({ where: { workspaceId: permit.workspaceId, sourceId: id } });
  await setAliases(tx, permit, id, aliases);
}

async function setAliases(
  tx: Tx,
  { workspaceId }: AnyPermit,
  sourceId: string,
  names: readonly string[],
): Promise<void> {
  const data = [...new Set(names)].map((name) => ({ workspaceId, sourceId, name }));
  if (data.length > 0) await tx.sourceAlias.createMany({ data });
}
