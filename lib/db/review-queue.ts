import type { Block } from "#core/text/blocks.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";

/** The article a claim stands in, as it read in the claim's own version. */
export type Reading = {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly publishedAt: Date | null;
  readonly language: string | null;
  readonly direction: "ltr" | "rtl" | null;
  readonly text: string;
  readonly blocks: readonly Block[];
};

/** Null only where the claim is not in this workspace. */
export async function readingOf(tx: Tx, permit: AnyPermit, claimId: string): Promise<Reading | null> {
  const [found] = await tx.$queryRaw<Reading[]>`
    select a.id::text, a.title, a.outlet, a.byline, a.published_at as "publishedAt", a.language, a.direction,
      v.text, v.blocks
    from claims c
    join articles a on a.workspace_id = c.workspace_id and a.id = c.article_id
    join article_versions v on v.workspace_id = c.workspace_id and v.id = c.version_id
    where c.workspace_id = ${permit.workspaceId}::uuid and c.id = ${claimId}::uuid`;
  return found ?? null;
}
