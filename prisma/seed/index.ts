import { sourceline1 } from "#core/provenance/sourceline1.ts";
import { systemPermit } from "#lib/authz/system.ts";
import { appendJournal } from "#lib/db/journal.ts";
import { insertProject } from "#lib/db/projects.ts";
import { inIdentity, inWorkspace } from "#lib/db/transaction.ts";
import { insertWorkspace, removeSampleWorkspace } from "#lib/db/workspaces.ts";
import { environment } from "#lib/platform/environment.ts";
import { newId } from "#lib/platform/ids.ts";
import { firstOwnerLink } from "#lib/services/identity/first-owner.ts";
import { keptAccounts, makeAccounts } from "./accounts.ts";
import { importSample } from "./import-sample.ts";
import { sample } from "./sample/index.ts";

const SEEDED = "sample.seeded";

/**
 * Puts the sample workspace into an installation that has nobody in it. It is many transactions: one that was
 * cut short lacks its last audit row, and is taken away and entered anew.
 */
export async function seedIfEmpty(): Promise<boolean> {
  if (!environment().hasSample) return false;
  const found = await inIdentity(async (tx) => ({
    users: await tx.user.count(),
    samples: await tx.workspace.findMany({ where: { isSample: true }, select: { id: true } }),
  }));
  for (const { id } of found.samples) {
    if (await isComplete(id)) return false;
    const permit = systemPermit("seed", id);
    await inWorkspace(permit, (tx) => removeSampleWorkspace(tx, permit));
  }
  if (found.users > 0 && found.samples.length === 0) return false;
  await enterSample();
  return true;
}

function isComplete(workspaceId: string): Promise<boolean> {
  return inWorkspace(systemPermit("seed", workspaceId), async (tx) => {
    return (await tx.auditRow.count({ where: { workspaceId, action: SEEDED } })) > 0;
  });
}

async function enterSample(): Promise<void> {
  const permit = systemPermit("seed", newId());
  const { workspaceId } = permit;
  const projectId = newId();
  const createdAt = new Date();
  await inWorkspace(permit, (tx) =>
    insertWorkspace(tx, permit, { ...sample.workspace, isSample: true, createdAt }),
  );
  const callers = await makeAccounts(workspaceId);
  await inWorkspace(permit, (tx) =>
    insertProject(tx, permit, {
      ...sample.project,
      id: projectId,
      mode: "shared",
      approvalsNeeded: 1,
      layersPerArticle: 2,
      codebookId: sourceline1.id,
      codebookVersion: sourceline1.version,
      createdBy: callers.editorA.principal.userId,
      at: createdAt,
    }),
  );
  await importSample(callers, workspaceId, projectId);
  const done = { action: SEEDED, objectType: "workspace", objectId: workspaceId, detail: {} };
  await inWorkspace(permit, (tx) => appendJournal(tx, workspaceId, null, new Date(), [done], []));
}

/** What a person who just started the program needs: the way in, as owner or as one of the sample's people. */
export async function howToSignIn(): Promise<string> {
  const link = await firstOwnerLink();
  const accounts = keptAccounts();
  const owner = link
    ? `\n  Make it yours: open this link once, and you are the owner.\n    ${link}\n`
    : `\n  Sign in at ${environment().publicUrl}/sign-in\n`;
  if (!accounts) return owner;
  const people = accounts.lines.map((line) => `    ${line}`).join("\n");
  return `${owner}\n  Or look around as one of the sample's people (also in ${accounts.file}):\n${people}\n`;
}
