import { z } from "zod";
import { id, line, page, pageQuery, timestamp } from "./common.ts";

const kinds = ["annotate", "review"] as const;
const states = ["open", "done", "returned", "handed_over"] as const;

export const assignment = z
  .object({
    id,
    articleId: id,
    articleTitle: z.string(),
    projectId: id,
    userId: id,
    kind: z.enum(kinds),
    state: z.enum(states),
    note: z.string(),
    dueAt: timestamp.nullable(),
    assignedBy: id,
    createdAt: timestamp,
    endedAt: timestamp.nullable(),
    endedBy: id.nullable().meta({ description: "Null where the program itself returned it" }),
    reason: z.string(),
  })
  .meta({ id: "Assignment" });
export type Assignment = z.infer<typeof assignment>;
export const assignmentsPage = page(assignment);

export const assignmentsQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(states).optional(),
  user: id.optional(),
  article: id.optional(),
});
export type AssignmentsQuery = z.infer<typeof assignmentsQuery>;

export const workersQuery = z.strictObject({ kind: z.enum(kinds).default("annotate") });
export const worker = z
  .object({
    userId: id,
    name: z.string(),
    inHand: z.int().meta({ description: "Open assignments in the whole workspace" }),
  })
  .meta({ id: "Worker", description: "Somebody who can be given articles of a project" });
export type Worker = z.infer<typeof worker>;
export const workers = z.object({ items: z.array(worker) });
export type Workers = z.infer<typeof workers>;

/** Without `rule` everybody named is given every article named. */
export const assignInput = z
  .strictObject({
    articleIds: z.array(id).min(1).max(1_000),
    userIds: z.array(id).min(1).max(200),
    kind: z.enum(kinds).default("annotate"),
    dueAt: timestamp.nullable().default(null),
    note: line(1_000).default(""),
    rule: z
      .strictObject({ by: z.enum(["round_robin", "load", "pairs"]), each: z.int().min(1).max(20) })
      .optional()
      .meta({
        description:
          "`each` different people an article: in turn, those with the least in hand, or so that each two people share much the same number of articles; `pairs` counts who has finished, too",
      }),
    checkEvery: z.int().min(1).max(100).optional().meta({
      description:
        "To annotate in a blind project: one article with a known answer for every so many given, unknown to whoever gets it",
    }),
  })
  .meta({ id: "AssignInput" });
export type AssignInput = z.infer<typeof assignInput>;

export const assigned = z.object({ items: z.array(assignment), already: z.int() }).meta({
  id: "Assigned",
  description: "What was given now, and how many had it already",
});
export type Assigned = z.infer<typeof assigned>;

export const assignmentsPlan = z
  .object({
    given: z.int(),
    already: z.int(),
    people: z.array(z.object({ userId: id, given: z.int() })),
    lacking: z
      .array(z.object({ articleId: id, lacks: z.int() }))
      .meta({ description: "Articles that would have fewer people than the rule says" }),
  })
  .meta({ id: "AssignmentsPlan" });
export type AssignmentsPlan = z.infer<typeof assignmentsPlan>;

export const assignmentPatch = z
  .strictObject({
    state: z.enum(["done", "returned"]).optional(),
    handTo: id.optional().meta({ description: "Somebody else who works on it from now on" }),
    reason: line(1_000).optional(),
    dueAt: timestamp.nullable().optional(),
    note: line(1_000).optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, "nothing to change")
  .refine(({ state, handTo }) => !(state && handTo), {
    message: "end it or hand it over, not both",
    path: ["handTo"],
  })
  .refine(({ state, handTo, reason }) => reason === undefined || state || handTo, {
    message: "a reason goes with ending it or handing it over",
    path: ["reason"],
  })
  .meta({ id: "AssignmentPatch" });
export type AssignmentPatch = z.infer<typeof assignmentPatch>;

export const sentBack = z.object({
  claimId: id,
  articleId: id,
  articleTitle: z.string(),
  statement: z.string(),
  exact: z.string(),
  reason: z.string().meta({ description: "What the reviewer asked for" }),
  reviewerId: id.nullable(),
  sentBackAt: timestamp,
});
export type SentBack = z.infer<typeof sentBack>;
const started = z.object({ articleId: id, articleTitle: z.string(), projectId: id, since: timestamp });
export type Started = z.infer<typeof started>;
export const myWork = z
  .object({
    assignments: z.array(assignment),
    sentBack: z.array(sentBack),
    inProgress: z.array(started).meta({ description: "Articles the caller says they are working on" }),
    doneLately: z.array(assignment).meta({ description: "Finished in the last 14 days, latest first" }),
  })
  .meta({ id: "MyWork", description: "What waits for the caller: articles given to them, claims sent back" });
export type MyWork = z.infer<typeof myWork>;
