import { z } from "zod";
import { id, idOrSlug, pageQuery } from "../common.ts";
import {
  firstOwnerCreate,
  invitationAccept,
  invitationView,
  joined,
  letterRequest,
  linkRead,
  passwordChange,
  passwordReset,
  signedUp,
} from "../identity.ts";
import { empty, route } from "../route.ts";
import {
  apiToken,
  invitation,
  invitationCreate,
  invitationsPage,
  me,
  member,
  memberPatch,
  membersPage,
  mePatch,
  sessionsPage,
  tokenCreate,
  tokensPage,
} from "../workspaces.ts";

const nothing = z.strictObject({});
const inWorkspace = z.strictObject({ w: idOrSlug });
const paged = z.strictObject(pageQuery);
/** Ids of identity tables are their only order, newest first. */
const pagedById = z.strictObject({ ...pageQuery, after: id.optional() });
/** Before anybody is signed in. */
const open = { tag: "Signing in", scope: null, params: nothing, bodyLimit: 20_000 } as const;

export const getMe = route({
  id: "getMe",
  method: "GET",
  path: "/me",
  summary: "Who you are, and the workspaces you belong to",
  tag: "Account",
  scope: "read",
  params: nothing,
  answer: me,
});
export const changeMe = route({
  id: "changeMe",
  method: "PATCH",
  path: "/me",
  summary: "Change your name",
  tag: "Account",
  scope: "admin",
  params: nothing,
  body: mePatch,
  answer: me,
});
export const changePassword = route({
  id: "changePassword",
  method: "POST",
  path: "/me/password",
  summary: "Set a new password; your other sessions end",
  tag: "Account",
  scope: "admin",
  params: nothing,
  body: passwordChange,
  answer: empty,
  status: 204,
  secret: true,
});
export const unlinkAccount = route({
  id: "unlinkAccount",
  method: "DELETE",
  path: "/me/accounts/{provider}",
  summary: "Take away the link to an external account",
  tag: "Account",
  scope: "admin",
  params: z.strictObject({ provider: z.string().max(40) }),
  answer: empty,
  status: 204,
  problems: ["only-way-in"],
});

export const listTokens = route({
  id: "listTokens",
  method: "GET",
  path: "/tokens",
  summary: "Your personal tokens",
  tag: "Account",
  scope: "admin",
  params: nothing,
  query: pagedById,
  answer: tokensPage,
});
export const createToken = route({
  id: "createToken",
  method: "POST",
  path: "/tokens",
  summary: "Make a personal token; its secret is shown once",
  tag: "Account",
  scope: "admin",
  params: nothing,
  body: tokenCreate,
  answer: apiToken,
  status: 201,
  secret: true,
});
export const revokeToken = route({
  id: "revokeToken",
  method: "DELETE",
  path: "/tokens/{id}",
  summary: "Revoke a token",
  tag: "Account",
  scope: "admin",
  params: z.strictObject({ id }),
  answer: empty,
  status: 204,
});

export const listSessions = route({
  id: "listSessions",
  method: "GET",
  path: "/sessions",
  summary: "Where you are signed in",
  tag: "Account",
  scope: "admin",
  params: nothing,
  answer: sessionsPage,
});
export const revokeSession = route({
  id: "revokeSession",
  method: "DELETE",
  path: "/sessions/{id}",
  summary: "End a session",
  tag: "Account",
  scope: "admin",
  params: z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/u) }),
  answer: empty,
  status: 204,
});
export const revokeSessions = route({
  id: "revokeSessions",
  method: "POST",
  path: "/sessions/revoke-all",
  summary: "End all your sessions, or all but this one",
  tag: "Account",
  scope: "admin",
  params: nothing,
  body: z.strictObject({ keepCurrent: z.boolean() }),
  answer: empty,
  status: 204,
});

export const listMembers = route({
  id: "listMembers",
  method: "GET",
  path: "/workspaces/{w}/members",
  summary: "Members of a workspace",
  tag: "Members",
  scope: "read",
  params: inWorkspace,
  query: paged,
  answer: membersPage,
});
export const changeMember = route({
  id: "changeMember",
  method: "PATCH",
  path: "/workspaces/{w}/members/{u}",
  summary: "Change a member's role; giving `owner` hands ownership over",
  tag: "Members",
  scope: "admin",
  params: z.strictObject({ w: idOrSlug, u: id }),
  body: memberPatch,
  answer: member,
  problems: ["last-owner"],
});
export const removeMember = route({
  id: "removeMember",
  method: "DELETE",
  path: "/workspaces/{w}/members/{u}",
  summary: "End a membership",
  tag: "Members",
  scope: "admin",
  params: z.strictObject({ w: idOrSlug, u: id }),
  answer: empty,
  status: 204,
  problems: ["last-owner"],
});

export const listInvitations = route({
  id: "listInvitations",
  method: "GET",
  path: "/workspaces/{w}/invitations",
  summary: "Invitations that are open",
  tag: "Members",
  scope: "admin",
  params: inWorkspace,
  query: pagedById,
  answer: invitationsPage,
});
export const createInvitation = route({
  id: "createInvitation",
  method: "POST",
  path: "/workspaces/{w}/invitations",
  summary: "Invite somebody; the link is shown once",
  tag: "Members",
  scope: "admin",
  params: inWorkspace,
  body: invitationCreate,
  answer: invitation,
  status: 201,
  secret: true,
  problems: ["already-member"],
});
export const revokeInvitation = route({
  id: "revokeInvitation",
  method: "DELETE",
  path: "/workspaces/{w}/invitations/{i}",
  summary: "Take an invitation back",
  tag: "Members",
  scope: "admin",
  params: z.strictObject({ w: idOrSlug, i: id }),
  answer: empty,
  status: 204,
});

export const readFirstOwnerLink = route({
  ...open,
  id: "readFirstOwnerLink",
  method: "POST",
  path: "/identity/first-owner/read",
  summary: "Whether the link of the first run still works",
  body: linkRead,
  answer: empty,
  status: 204,
  secret: true,
  problems: ["link-used-up"],
});
export const createFirstOwner = route({
  ...open,
  id: "createFirstOwner",
  method: "POST",
  path: "/identity/first-owner",
  summary: "Make the first owner and their workspace",
  body: firstOwnerCreate,
  answer: signedUp,
  status: 201,
  secret: true,
  problems: ["link-used-up"],
});
export const readInvitation = route({
  ...open,
  id: "readInvitation",
  method: "POST",
  path: "/identity/invitations/read",
  summary: "What an invitation is to",
  body: linkRead,
  answer: invitationView,
  secret: true,
  problems: ["link-used-up"],
});
export const acceptInvitation = route({
  ...open,
  id: "acceptInvitation",
  method: "POST",
  path: "/identity/invitations/accept",
  summary: "Join a workspace by its invitation",
  body: invitationAccept,
  answer: joined,
  secret: true,
  problems: ["link-used-up", "other-account", "sign-in-first", "out-of-scope"],
});
export const requestPasswordReset = route({
  ...open,
  id: "requestPasswordReset",
  method: "POST",
  path: "/identity/passwords/forgot",
  summary: "Ask for a letter with a link to set a password",
  body: letterRequest,
  answer: empty,
  status: 204,
  secret: true,
  problems: ["no-mail"],
});
export const readPasswordReset = route({
  ...open,
  id: "readPasswordReset",
  method: "POST",
  path: "/identity/passwords/read",
  summary: "Whose password a link sets",
  body: linkRead,
  answer: signedUp,
  secret: true,
  problems: ["link-used-up"],
});
export const resetPassword = route({
  ...open,
  id: "resetPassword",
  method: "POST",
  path: "/identity/passwords/reset",
  summary: "Set a password by a one-time link",
  body: passwordReset,
  answer: signedUp,
  secret: true,
  problems: ["link-used-up"],
});
export const requestSignInLink = route({
  ...open,
  id: "requestSignInLink",
  method: "POST",
  path: "/identity/sign-in-links",
  summary: "Ask for a letter with a link to sign in",
  body: letterRequest,
  answer: empty,
  status: 204,
  secret: true,
  problems: ["no-mail"],
});
