import { type AnyPermit, isAllowed } from "#lib/authz/authorize.ts";
import { isLayerVisible } from "#lib/authz/facts.ts";
import type { Actor, LayerFacts, ProjectFacts } from "#lib/authz/objects.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import { membersAmong } from "#lib/db/identity/members.ts";
import { insertNotifications, type NewNotification } from "#lib/db/notifications.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Inside, Journal } from "../workspace.ts";

/** Why somebody is told; of several reasons the first in this order stands. */
export const notificationKinds = [
  "assigned",
  "handed_over",
  "returned",
  "released",
  "mention",
  "decision",
  "reply",
  "comment",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** What it is about, and who may know of it. */
export type Subject = {
  readonly articleId: string;
  readonly project: ProjectFacts;
  /** Of the claim it is about; null where it is about no claim. */
  readonly layer: LayerFacts | null;
  readonly claimId?: string | null;
  readonly commentId?: string;
  readonly assignmentId?: string;
  readonly detail?: { readonly [key: string]: string };
};

/** Whoever tells: a person inside their workspace, or the program itself, which is nobody. */
export type Telling = Pick<Inside, "tx" | "at"> & {
  readonly permit: AnyPermit | SystemPermit<string>;
  readonly actor: Pick<Actor, "userId"> | null;
  readonly journal: Journal;
};

/**
 * Tells each of these people once, those who may know of it and did not do it themselves. Their pages hear of it by
 * an event that only they are told.
 */
export async function notify(
  inside: Telling,
  subject: Subject,
  reasons: Readonly<Partial<Record<NotificationKind, readonly string[]>>>,
): Promise<void> {
  const { tx, permit, actor, at, journal } = inside;
  const byPerson = new Map<string, NotificationKind>();
  for (const kind of notificationKinds) {
    for (const userId of reasons[kind] ?? []) if (!byPerson.has(userId)) byPerson.set(userId, kind);
  }
  if (actor) byPerson.delete(actor.userId);
  const readers = await readersAmong(inside, subject, [...byPerson.keys()]);
  const rows = readers.map((userId): NewNotification => {
    const { articleId, claimId = null, commentId = null, assignmentId = null, detail = {} } = subject;
    const kind = byPerson.get(userId) ?? "comment";
    const about = { articleId, claimId, commentId, assignmentId, detail };
    return { id: newId(), userId, kind, actorId: actor?.userId ?? null, ...about };
  });
  if (rows.length === 0) return;
  await insertNotifications(tx, permit, rows, at);
  for (const { id, userId, kind } of rows) {
    journal.announce({
      kind: "notification.created",
      articleId: subject.articleId,
      objectId: id,
      payload: { userId, kind },
    });
  }
}

/** Those of the given people who are members and may see what it is about, in the order given. */
export async function readersAmong(
  { tx, permit }: Pick<Telling, "tx" | "permit">,
  { project, layer }: Pick<Subject, "project" | "layer">,
  userIds: readonly string[],
): Promise<string[]> {
  const { workspaceId } = permit;
  const members = await membersAmong(tx, permit, userIds);
  const roles = new Map(members.map(({ userId, role }) => [userId, role]));
  return userIds.filter((userId) => {
    const role = roles.get(userId);
    if (role === undefined) return false;
    const reader: Actor = { userId, workspaceId, role };
    const article = { workspaceId, project, article: { importedBy: "" } };
    return isAllowed("article:read", reader, article) && (layer === null || isLayerVisible(reader, layer));
  });
}
