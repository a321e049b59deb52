import { z } from "zod";
import { codingProblems } from "./coding-problems.ts";
import { fieldErrors, id, problem } from "./common.ts";
import { conflict, type ProblemType } from "./problem-type.ts";

const types = {
  ...codingProblems,
  unauthenticated: {
    status: 401,
    title: "Sign in first",
    meaning: "The request came without a session or token, or with one that has ended or was revoked.",
    remedy: "Sign in again, or send a valid token as `Authorization: Bearer sl_…`.",
  },
  "token-expired": {
    status: 401,
    title: "This token’s time is over",
    meaning: "The token was good until the date it was made for. Nothing was changed.",
    remedy: "Make a new one in the settings and send that.",
  },
  "unknown-parameter": {
    status: 400,
    title: "There is no such parameter",
    meaning:
      "The address names a parameter that the operation does not have. It is refused and not ignored: a misspelt filter would answer more than was asked for.",
    remedy: "Leave it out, or spell it as the operation’s description does. `errors` names it.",
    more: { errors: fieldErrors },
  },
  "not-found": {
    status: 404,
    title: "Not found",
    meaning:
      "There is no such thing, or you may not see or change it. The answer is the same for both, so that nobody learns what is there by asking.",
    remedy: "Check the address. Ask an admin of the workspace if you should be able to see it.",
  },
  "unreadable-address": {
    status: 400,
    title: "This address cannot be read",
    meaning: "Its percent signs stand for no text in UTF-8.",
    remedy: "Encode each part of the address, as `encodeURIComponent` does.",
  },
  "method-not-allowed": {
    status: 405,
    title: "This address has no such method",
    meaning: "The address is that of an operation, but not by this method. Nothing was changed.",
    remedy: "Use one of those that `Allow` names.",
  },
  invalid: {
    status: 422,
    title: "Something in the request is not right",
    meaning: "Nothing was changed. `errors` names each place (a JSON pointer) and what is wrong there.",
    remedy: "Correct those places and send it again.",
    more: { errors: fieldErrors },
  },
  stale: {
    status: 412,
    title: "It has changed since you read it",
    meaning: "Somebody was faster. Nothing was saved; `current` is what it is now.",
    remedy: "Put your change into `current` and send it with its revision as `If-Match`.",
    more: { current: z.unknown() },
  },
  "precondition-required": {
    status: 428,
    title: "Say which revision you are changing",
    meaning: "Without the revision that you read, somebody else’s change could be overwritten unseen.",
    remedy: "Send the `ETag` that you read as `If-Match`.",
  },
  "own-work": {
    status: 403,
    title: "Somebody else decides on your work",
    meaning: "Four eyes: nobody decides on a claim they created, or revised since its last decision.",
    remedy: "Leave the decision to another reviewer.",
  },
  "own-origin-only": {
    status: 403,
    title: "Writes with a session come from this site’s own pages",
    meaning: "The request carried a session’s cookie but came from another place.",
    remedy: "Use a token to write from elsewhere.",
  },
  "out-of-scope": {
    status: 403,
    title: "This token may not do that",
    meaning: "The token was made with fewer scopes than the operation needs.",
    remedy: "Make a token with the scope that the answer names.",
    more: { scope: z.string().optional() },
  },
  "idempotency-mismatch": {
    status: 422,
    title: "This Idempotency-Key was used for another request",
    meaning:
      "A key stands for one request: one address with its parameters, one revision, one body. Nothing was changed.",
    remedy: "Use a new key for a new request.",
  },
  "batch-refused": {
    status: 422,
    title: "Not every operation can be done, so none was",
    meaning:
      "The batch was sent with `atomic`, and some of its operations failed. `results` has each of those with its problem. Nothing was changed.",
    remedy: "Correct or leave out those operations; or send it without `atomic` to have the others done.",
    more: { results: z.array(z.object({ index: z.int(), status: z.int(), problem })) },
  },
  "too-large": {
    status: 413,
    title: "That is too large",
    meaning: "The request is over the limit that the answer names. Nothing was stored.",
    remedy: "Send less at once.",
  },
  "unsupported-media": {
    status: 415,
    title: "That kind of content is not read here",
    meaning: "The operation does not take this `Content-Type`.",
    remedy: "Send the kind that the answer names.",
  },
  "broken-off": {
    status: 400,
    title: "The request broke off",
    meaning: "It ended before it was complete: the sender went, or the connection did. Nothing was saved.",
    remedy: "Send it again.",
  },
  unavailable: {
    status: 503,
    title: "Too busy at the moment",
    meaning:
      "The database cannot take the request: all its connections are in use, or it is starting again. Nothing was saved.",
    remedy: "Wait as many seconds as `Retry-After` says, and send it again.",
  },
  "too-many": {
    status: 429,
    title: "Too many requests",
    meaning: "The limit per person and minute is reached. Nothing was changed.",
    remedy: "Wait as many seconds as `Retry-After` says.",
  },
  "too-many-streams": {
    status: 429,
    title: "Too many event streams are open",
    meaning: "You have as many streams of events open as one person may. Those go on; none was opened.",
    remedy:
      "Close one, or wait as many seconds as `Retry-After` says: a stream whose reader is gone ends by then.",
  },
  unexpected: {
    status: 500,
    title: "Something went wrong here",
    meaning: "The fault is ours, and is in the log. Nothing was saved.",
    remedy: "Try again. If it stays, tell whoever runs this installation the time it happened.",
  },
  "duplicate-article": conflict(
    "The project already holds this text",
    "A text is stored once in a project; `current` names the article that it is.",
    "Work on that article.",
    z.object({ id, title: z.string() }),
  ),
  "labels-unmapped": conflict(
    "A label of the file has no category yet",
    "Nothing came in. `current` lists the labels for which the codebook has no category of that name.",
    "Choose a category for each of them, or leave it out, and run the import again.",
  ),
  "import-has-problems": conflict(
    "Something of the file cannot come in",
    "Nothing came in. `current` holds the first problems; the import lists them all with file and line.",
    "Mend the files and hand them over again, or run it with `onProblems` set to `skip`.",
  ),
  "import-not-run": conflict(
    "The import has not come in",
    "It was only looked at, or it failed: there is nothing to take back.",
    "Run it, or discard it.",
  ),
  "import-running": conflict(
    "The import is on its way in",
    "Somebody runs it already; it runs once.",
    "Ask for the import to see how far it is.",
  ),
  "import-done": conflict(
    "The import has come in already",
    "Its claims are stored. It cannot be run or changed again.",
    "Hand the files over again to look at them anew.",
  ),
  "import-gone": conflict(
    "The import’s files are gone",
    "Files that are handed over are kept for a day, and until the import is discarded.",
    "Hand them over again.",
  ),
  "import-undone": conflict(
    "The import was taken back",
    "What it brought in was removed, as far as nobody had built on it.",
    "Hand the files over again.",
  ),
  "id-taken": conflict(
    "Another object has this id",
    "Ids made by a client must be new. Nothing was stored.",
    "Make a new id, or leave it out.",
  ),
  "in-trash": conflict("It is in the trash", "What is in the trash is not worked on.", "Restore it first."),
  "version-moved": conflict(
    "The article has a newer text",
    "The claim was made on an older version, whose places may mean other words now.",
    "Read the article again and mark the place in its current version.",
    z.object({ versionId: id }),
  ),
  "project-archived": conflict(
    "The project is archived",
    "Nothing is added to an archived project.",
    "Bring the project back first.",
  ),
  "category-in-use": conflict(
    "That version does not have a category that claims name",
    "`current` lists the categories: the version is an older one, and claims were given them since.",
    "Give those claims other categories first, or publish a version that retires what is not wanted.",
    z.object({ categories: z.array(z.string()) }),
  ),
  "slug-taken": conflict(
    "This address is taken",
    "Another one here has the same address.",
    "Choose another, or leave it out and one is made.",
  ),
  "webhook-inactive": conflict(
    "This webhook is switched off",
    "Nothing is sent to a webhook that is off, so nothing is put in its line either.",
    "Switch it on first; what happened meanwhile can then be sent by a replay.",
  ),
  "too-many-webhooks": conflict(
    "There are as many webhooks as there may be",
    "Each event is held against each webhook, so a workspace has a limited number of them.",
    "Remove one that is not needed, or let one receiver pass on what it is told.",
  ),
  "too-much-to-replay": conflict(
    "That is too much to send again at once",
    "A replay sends ten thousand events at most.",
    "Begin with a later event or time; read what is older through the API.",
  ),
  "source-merged": conflict(
    "This source was merged into another",
    "A merged source stands for the other one and is not changed itself.",
    "Change the other one, or take the merge back.",
  ),
  "not-merged": conflict(
    "This source was not merged",
    "There is no merge to take back.",
    "Nothing needs to be done.",
  ),
  "not-the-sample": conflict(
    "Only the sample can be removed",
    "Workspaces are kept with their record.",
    "Archive its projects instead.",
  ),
  "sample-account": conflict(
    "The sample’s accounts see only the sample",
    "They are for looking around.",
    "Use an account of your own.",
  ),
  "already-member": conflict(
    "They are a member already",
    "Nobody is invited twice.",
    "Change their role among the members.",
  ),
  "last-owner": conflict(
    "A workspace has an owner",
    "The last owner cannot leave or take a lesser role.",
    "Make somebody else the owner first.",
  ),
  "link-used-up": conflict(
    "This link has been used, or its time is over",
    "A link works once, for a limited time.",
    "Ask for a new one.",
  ),
  "no-mail": conflict(
    "This installation sends no e-mail",
    "No mail server is set up.",
    "Ask an admin for a link to copy.",
  ),
  "only-way-in": conflict(
    "This is the only way to sign in",
    "Without it nobody could get into the account.",
    "Set a password or link another account first.",
  ),
  "other-account": conflict(
    "The invitation is for another address",
    "You are signed in as somebody else.",
    "Sign out, and follow the link again.",
  ),
  "other-mode": conflict(
    "The project is worked on in another way",
    "What was asked for exists only in shared, or only in blind projects.",
    "Look at the project’s rules.",
  ),
  "sign-in-first": conflict(
    "There is an account already",
    "The invited address belongs to somebody who can sign in.",
    "Sign in, and follow the link again.",
  ),
  "not-possible": conflict(
    "Not in this state",
    "The claim’s state does not allow this step; the answer names the state.",
    "Read the claim again; `actions` lists what can be done now.",
  ),
  "not-allowed": conflict(
    "Not yours to do",
    "The step exists, but for somebody else: an author, or a reviewer.",
    "Leave it to them.",
  ),
  "review-is-off": conflict(
    "This project has no review",
    "It asks for no approvals, so there is nothing to decide.",
    "An admin can change the project’s rules.",
  ),
  "already-approved": conflict(
    "You have approved this revision already",
    "Another reviewer’s approval is needed.",
    "Wait for them.",
  ),
  "no-proposal": conflict(
    "No proposed revision is on the table",
    "None was made, or the claim changed since.",
    "Revise the claim, or ask the reviewer.",
  ),
  "no-decision": conflict(
    "There is no decision to take back",
    "The decision is gone or was never made.",
    "Read the claim again.",
  ),
  "built-on": conflict(
    "Somebody has built on this decision",
    "It can no longer be taken back without undoing their work.",
    "Reopen the claim, with a reason.",
  ),
  "proposal-outdated": conflict(
    "The proposed revision no longer fits",
    "What it names has changed since it was made, so it was not taken over. The proposal stays where it is.",
    "Revise the claim yourself, and submit it.",
  ),
  "assignment-ended": conflict(
    "The assignment has ended already",
    "It was finished, given back or handed over before. Nothing was changed.",
    "Give the article out again.",
  ),
  "is-removed": conflict(
    "The claim was removed",
    "A removed claim is not worked on.",
    "Bring it back first.",
  ),
  "not-removed": conflict(
    "The claim is not removed",
    "There is nothing to bring back.",
    "Nothing needs to be done.",
  ),
  "has-children": conflict(
    "Claims are nested in this one",
    "Nothing was removed: what becomes of them must be said.",
    "Send `children=keep` to give them its links, or `children=remove`.",
    z.object({ count: z.int() }),
  ),
  "child-not-removable": conflict(
    "A nested claim is not yours to remove",
    "It is another author’s, or no draft any more. Nothing was removed.",
    "Keep the nested claims: send `children=keep`.",
  ),
  "parent-removed": conflict(
    "The claim it is nested in was removed",
    "A nested claim cannot come back without the one that holds it.",
    "Bring that one back first.",
  ),
} satisfies Record<string, ProblemType>;

export type ProblemSlug = keyof typeof types;

/** Every problem type that the API answers; a type that is missing here fails a test. */
export const problemTypes: Readonly<Record<ProblemSlug, ProblemType>> = types;

export const isProblemSlug = (slug: string): slug is ProblemSlug => Object.hasOwn(problemTypes, slug);
