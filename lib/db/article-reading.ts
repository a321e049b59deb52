import type { Block } from "#core/text/blocks.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import { type ArticleRecord, articleColumns } from "./articles.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { layerIsVisible } from "./layers.ts";
import { othersWorkIsVisible } from "./projects.ts";

/** What JSON built in SQL says of a layer and a work state: times are text. */
type LayerJson = {
  id: string;
  kind: "shared" | "editor" | "adjudicated";
  ownerId: string | null;
  isReleased: boolean;
};
export type WorkJson = {
  userId: string;
  layerId: string;
  state: "open" | "in_progress" | "finished";
  updatedAt: string;
};

export type AssigneeJson = {
  assignmentId: string;
  userId: string;
  name: string;
  kind: "annotate" | "review";
  dueAt: string | null;
};

/** SQL for who works on article `a` of project `p` now, as far as the permit's holder may know: the soonest due first. */
export const assigneesOfArticle = (permit: AnyPermit) => Prisma.sql`coalesce((
  select jsonb_agg(jsonb_build_object('assignmentId', s.id, 'userId', s.user_id, 'name', u.name, 'kind', s.kind,
    'dueAt', s.due_at) order by s.due_at nulls last, s.created_at, s.id)
  from assignments s join users u on u.id = s.user_id
  where s.workspace_id = a.workspace_id and s.article_id = a.id and s.state = 'open'
    and (s.user_id = ${permit.actorId}::uuid or ${othersWorkIsVisible(permit)})), '[]')`;

export type WholeArticle = ArticleRecord & {
  readonly version: {
    readonly id: string;
    readonly ordinal: number;
    readonly length: number;
    readonly sha256: string;
    readonly createdAt: string;
  };
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly layers: readonly LayerJson[];
  readonly work: readonly WorkJson[];
  readonly assignees: readonly AssigneeJson[];
  /** Of the workspace's newest event when this was read: what comes after it is not in here yet. */
  readonly eventNumber: number;
};

/** An article with its current text, the layers its reader may look into, and the work on them: one statement. */
export async function readArticle(tx: Tx, permit: AnyPermit, id: string): Promise<WholeArticle | null> {
  const [article] = await tx.$queryRaw<WholeArticle[]>`
    select ${articleColumns}, v.text, v.blocks,
      jsonb_build_object('id', v.id, 'ordinal', v.ordinal, 'length', v.length, 'sha256', v.sha256,
        'createdAt', v.created_at) as version,
      coalesce(layers.found, '[]') as layers, coalesce(works.found, '[]') as work,
      ${assigneesOfArticle(permit)} as assignees,
      (select k.event_number::float8 from workspace_clocks k where k.workspace_id = a.workspace_id) as "eventNumber"
    from articles a
    join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.is_current
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'ownerId', l.owner_id,
        'isReleased', l.released_at is not null) order by l.id) as found
      from layers l where l.workspace_id = a.workspace_id and l.article_id = a.id and ${layerIsVisible(permit)}
    ) layers on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('userId', w.user_id, 'layerId', w.layer_id, 'state', w.state,
        'updatedAt', w.updated_at) order by w.updated_at, w.user_id) as found
      from article_works w join layers l on l.workspace_id = w.workspace_id and l.id = w.layer_id
      where w.workspace_id = a.workspace_id and w.article_id = a.id and ${layerIsVisible(permit)}
    ) works on true
    where a.workspace_id = ${permit.workspaceId}::uuid and a.id = ${id}::uuid`;
  return article ?? null;
}
