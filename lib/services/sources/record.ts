import type { Json } from "#core/audit/canonical.ts";
import type { SourceRecord } from "#lib/db/sources.ts";
import type { Inside, Journal } from "../workspace.ts";

type Action = "source.created" | "source.changed" | "source.merged" | "source.unmerged";

/** Puts a change of a source on the record and tells whoever is looking. `revision` is the one it has now. */
export function recordSource(
  { journal }: Inside & { readonly journal: Journal },
  action: Action,
  { id, revision, articleId }: Pick<SourceRecord, "id" | "revision" | "articleId">,
  detail: { readonly [key: string]: Json },
  payload: { readonly [key: string]: Json } = {},
): void {
  journal.audit({ action, objectType: "source", objectId: id, detail });
  journal.announce({ kind: action, articleId, objectId: id, payload: { revision, ...payload } });
}
