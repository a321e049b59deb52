import { fail, ok, type Result } from "#core/result.ts";
import type { Role, Scope } from "#core/review/state.ts";
import { systemPermit } from "#lib/authz/system.ts";
import type { ApiToken } from "#lib/contracts/workspaces.ts";
import { admitMember } from "#lib/db/identity/members.ts";
import { insertUser, type UserRow, userByEmail } from "#lib/db/identity/users.ts";
import { appendJournal } from "#lib/db/journal.ts";
import { inIdentity, inWorkspace } from "#lib/db/transaction.ts";
import { findWorkspace } from "#lib/db/workspaces.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { slugOf } from "../slug.ts";
import { createWorkspace } from "../workspaces/create.ts";
import { emailAddress } from "./email.ts";
import { issueLink } from "./links.ts";
import * as tokens from "./tokens.ts";

// For whoever has a shell on the machine, and so the database: nobody else reaches these.

export type NewPerson = {
  readonly email: string;
  readonly name: string;
  readonly workspace: string;
  readonly role: Role | undefined;
};
/** A sentence for the terminal. */
type Refusal = string;

/** Adds a person to a workspace, which is made when there is none; answers a link when they have no password yet. */
export async function addUser(
  person: NewPerson,
): Promise<Result<{ email: string; workspace: string; link: string | null }, Refusal>> {
  const email = emailAddress(person.email);
  if (!email) return fail(`${person.email} is not one plain e-mail address.`);
  const known = await inIdentity((tx) => findKnown(tx, person.workspace));
  const refused = refusalOf(person, known !== null);
  if (refused) return fail(refused);
  const user = await userOf(email, person.name);
  if (user.sampleOnly) return fail(`${email} belongs to the sample and sees nothing else.`);
  const joined = known
    ? await join(known.id, known.slug, user.id, person.role ?? "editor")
    : await found(user.id, person.workspace);
  if (!joined.ok) return joined;
  const needsLink = user.passwordHash === null;
  const link = needsLink ? await issueLink({ purpose: "password", email, userId: user.id, days: 7 }) : null;
  return ok({ email, workspace: joined.value, link });
}

const findKnown: typeof findWorkspace = async (tx, name) =>
  (await findWorkspace(tx, name)) ?? findWorkspace(tx, slugOf(name, "workspace"));

function refusalOf({ role, workspace }: NewPerson, isKnown: boolean): Refusal | null {
  if (isKnown && role === "owner") {
    return `${workspace} has an owner. Add them as an admin; the owner hands ownership over under Settings, Members.`;
  }
  if (!isKnown && role !== undefined && role !== "owner") {
    return `There is no workspace ${workspace}. It can be made only with an owner: leave --role out, or say owner.`;
  }
  return null;
}

async function userOf(email: string, name: string): Promise<UserRow> {
  const user = { id: newId(), email, name: name.trim(), passwordHash: null };
  await inIdentity((tx) => insertUser(tx, user));
  const stored = await userByEmail(email);
  if (!stored) throw new Error("the account just made is not there");
  return stored;
}

async function found(userId: string, name: string): Promise<Result<string, Refusal>> {
  const made = await createWorkspace(systemCaller(userId), { name });
  return made.ok
    ? ok(made.value.slug)
    : fail(`The workspace ${name} could not be made: ${made.failure.kind}.`);
}

async function join(
  workspaceId: string,
  slug: string,
  userId: string,
  role: Role,
): Promise<Result<string, Refusal>> {
  const permit = systemPermit("identity", workspaceId);
  const at = systemClock();
  await inWorkspace(permit, async (tx) => {
    await admitMember(tx, permit, { userId, role, at });
    const audit = {
      action: "member.added",
      objectType: "member",
      objectId: userId,
      detail: { role, by: "cli" },
    };
    const event = { kind: "member.joined", articleId: null, objectId: userId, payload: { role } };
    await appendJournal(tx, workspaceId, null, at, [audit], [event]);
  });
  return ok(slug);
}

/** A link by which a person sets a new password. */
export async function resetLink(rawEmail: string): Promise<Result<{ email: string; link: string }, Refusal>> {
  const user = await personOf(rawEmail);
  if (!user.ok) return user;
  const { id: userId, email } = user.value;
  return ok({ email, link: await issueLink({ purpose: "password", email, userId }) });
}

/** A personal token, as the settings make them. */
export async function createToken(
  rawEmail: string,
  wanted: { readonly name: string; readonly scopes: readonly Scope[]; readonly expiresInDays: number },
): Promise<Result<ApiToken, Refusal>> {
  const user = await personOf(rawEmail);
  if (!user.ok) return user;
  const made = await tokens.create(systemCaller(user.value.id), wanted);
  return made.ok ? made : fail(`The token could not be made: ${made.failure.kind}.`);
}

async function personOf(rawEmail: string): Promise<Result<UserRow, Refusal>> {
  const email = emailAddress(rawEmail);
  const user = email && (await userByEmail(email));
  return user ? ok(user) : fail(`Nobody here has the address ${rawEmail}.`);
}

const systemCaller = (userId: string): Caller => ({ principal: { userId, via: "system", scopes: null } });
