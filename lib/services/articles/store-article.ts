import type { Permit } from "#lib/authz/authorize.ts";
import { type ArticleDetails, insertArticle } from "#lib/db/articles.ts";
import { writingLayer } from "#lib/db/layers.ts";
import type { ProjectRecord } from "#lib/db/projects.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Reading } from "../imports/reading.ts";
import type { Inside, Journal } from "../workspace.ts";

/** Stores what was read as a new article with its layer, on the record; answers its id. */
export async function storeArticle(
  { tx, at, journal }: Inside & { readonly journal: Journal },
  into: { readonly project: ProjectRecord; readonly permit: Permit<"article:import"> },
  reading: Reading,
  details: ArticleDetails,
  id = newId(),
): Promise<string> {
  const { project, permit } = into;
  const { text, length, sha256, blocks, original } = reading;
  const version = { id: newId(), text, length, sha256, blocks };
  await insertArticle(tx, permit, { id, projectId: project.id, ...details, at, version, original });
  // Whoever brings an article into a blind project does not thereby code it.
  if (project.mode === "shared") await writingLayer(tx, permit, id, project.mode);
  journal.audit({
    action: "article.imported",
    objectType: "article",
    objectId: id,
    detail: {
      ...{ projectId: project.id, title: details.title, versionId: version.id, length, sha256 },
      original: { sha256: original.sha256, mediaType: original.mediaType, fileName: original.fileName },
    },
  });
  journal.announce({
    kind: "article.imported",
    articleId: id,
    objectId: id,
    payload: { projectId: project.id, revision: 1 },
  });
  return id;
}
