import type { Role } from "#core/review/state.ts";
import { type ClaimDetail, claimCreate } from "#lib/contracts/claims.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { importArticle } from "#lib/services/articles/import-article.ts";
import { create } from "#lib/services/claims/create.ts";
import { type MarkedText, marked } from "./marked-text.ts";
import { desk, join, type Person, person, value } from "./people.ts";

/** A workspace with one person a role, one project, and one article whose text has spans written in it. */
export type Newsroom = {
  readonly w: string;
  readonly projectId: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly text: MarkedText;
  readonly viewer: Person;
  readonly editor: Person;
  readonly colleague: Person;
  readonly reviewer: Person;
  readonly second: Person;
  readonly admin: Person;
  readonly owner: Person;
};

const SENTENCES =
  "[The Courier reported that [the minister said [the dam would hold]]]. [Smoke rose] over [the town].";

/** Made through the services, as everything else is. */
export async function newsroom(
  options: { text?: string; mode?: "shared" | "blind"; approvalsNeeded?: number } = {},
): Promise<Newsroom> {
  const { w, p, owner } = await desk();
  const member = async (name: string, role: Role) => join(w, role, await person(name));
  const people = {
    viewer: await member("Vera", "viewer"),
    editor: await member("Edda", "editor"),
    colleague: await member("Colin", "editor"),
    reviewer: await member("Rosa", "reviewer"),
    second: await member("Sami", "reviewer"),
    admin: await member("Anna", "admin"),
  };
  const { mode = "shared", approvalsNeeded = 1 } = options;
  await database().project.updateMany({ where: { workspaceId: w }, data: { mode, approvalsNeeded } });
  const text = marked(options.text ?? SENTENCES);
  const article = value(await importArticle(owner, w, p, { text: text.text, title: "An article" }));
  return {
    w,
    projectId: article.projectId,
    articleId: article.id,
    versionId: article.version.id,
    text,
    ...people,
    owner,
  };
}

/** A named person or outlet of the workspace's registry. */
export async function source(
  { w, owner }: Newsroom,
  name = "The Courier",
  fields: { articleId?: string; identification?: string; mergedInto?: string } = {},
): Promise<string> {
  const id = newId();
  const identification = fields.identification ?? "named_institution";
  await database().source.create({
    data: { workspaceId: w, id, name, type: "news_media", createdBy: owner.id, ...fields, identification },
  });
  return id;
}

/** A claim of the editor on the article's first marked words; own-voice unless a chain is given. */
export async function claim(
  room: Newsroom,
  fields: Partial<Parameters<typeof claimCreate.parse>[0] & object> & Record<string, unknown> = {},
  by: Person = room.editor,
): Promise<ClaimDetail> {
  const isSourced = "chain" in fields || "ownChain" in fields || "provenance" in fields;
  const body = claimCreate.parse({
    versionId: room.versionId,
    spans: [room.text.span],
    ...(isSourced ? {} : { provenance: "own_observation" }),
    ...fields,
  });
  return value(await create(by, room.w, room.articleId, body));
}
