import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";

/** Something a person is told. */
export type NewNotification = {
  readonly id: string;
  readonly userId: string;
  readonly kind: string;
  readonly actorId: string | null;
  readonly articleId: string | null;
  readonly claimId: string | null;
  readonly commentId: string | null;
  readonly assignmentId: string | null;
  readonly detail: { readonly [key: string]: string };
};

export async function insertNotifications(
  tx: Tx,
  { workspaceId }: AnyPermit,
  rows: readonly NewNotification[],
  at: Date,
): Promise<void> {
  await tx.notification.createMany({
    data: rows.map((row) => ({ ...row, detail: { ...row.detail }, workspaceId, createdAt: at })),
  });
}
