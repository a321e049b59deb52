import { fail, ok, type Result } from "#core/result.ts";
import type { ActivityItem, ActivityPage, ActivityQuery, ActivitySubject } from "#lib/contracts/activity.ts";
import { type ActivityRow, activity } from "#lib/db/activity.ts";
import type { Caller } from "../caller.ts";
import { isToldTo } from "../events/visible.ts";
import { type Failure, invalid } from "../failure.ts";
import { query } from "../workspace.ts";

const reviews = ["approved", "rejected", "changes_requested", "reopened", "review_retracted"];

/** Which kinds of events are about what. */
const kindsOf: Readonly<Record<ActivitySubject, readonly string[]>> = {
  claims: ["claim."],
  reviews: [...reviews, "submitted", "withdrawn", "proposal_accepted"].map((what) => `claim.${what}`),
  comments: ["comment."],
  articles: ["article.", "layers."],
  assignments: ["assignment."],
  sources: ["source."],
  desk: ["member.", "project.", "codebook.", "workspace."],
};

/** What happened in a workspace, newest first; nobody reads of what they may not see. */
export function list(
  caller: Caller,
  workspace: string,
  { limit, after, about, person, article, from, until }: ActivityQuery,
): Promise<Result<ActivityPage, Failure>> {
  return query(caller, workspace, async ({ tx, permit, actor }) => {
    const before = readPlace(after);
    if (before === undefined) {
      return fail(invalid("/after", "is not a cursor of this list; take it from `next`"));
    }
    const rows = await activity(tx, permit, {
      ...{ actor: person, article, before, limit: limit + 1 },
      kinds: about ? kindsOf[about] : [],
      from: from ? new Date(from) : null,
      until: until ? new Date(until) : null,
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    // The statement asks the same of the rows; this is the rule that the live stream keeps, and has the last word.
    const items = page.filter((row) => isToldTo(actor, row)).map(present);
    return ok({ items, next: rows.length > limit && last ? String(last.number) : null });
  });
}

/** The number to go on from; `null` at the beginning, `undefined` for what this list has never given. */
function readPlace(after: string | undefined): number | null | undefined {
  if (after === undefined) return null;
  return /^[1-9]\d{0,14}$/u.test(after) ? Number(after) : undefined;
}

function present(row: ActivityRow): ActivityItem {
  const { articleId, articleTitle, claimId, statement, projectId, projectName, projectSlug, payload } = row;
  return {
    ...{ id: String(row.number), at: row.at, kind: row.kind },
    actor: named(row.actorId, row.actorName),
    article: articleId !== null && articleTitle !== null ? { id: articleId, title: articleTitle } : null,
    claim: claimId !== null && statement !== null ? { id: claimId, statement } : null,
    source: named(row.objectId, row.sourceName),
    project:
      projectId !== null && projectName !== null && projectSlug !== null
        ? { id: projectId, name: projectName, slug: projectSlug }
        : null,
    person: named(row.personId, row.personName),
    work: workOf(payload.state),
    role: typeof payload.role === "string" ? payload.role : null,
    assignedFor: payload.kind === "annotate" || payload.kind === "review" ? payload.kind : null,
  };
}

const named = (id: string | null, name: string | null) =>
  id !== null && name !== null ? { id, name } : null;

function workOf(state: unknown): ActivityItem["work"] {
  return state === "open" || state === "in_progress" || state === "finished" ? state : null;
}
