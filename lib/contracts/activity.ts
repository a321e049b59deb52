import { z } from "zod";
import { id, page, timestamp } from "./common.ts";

/** What happenings can be about; each takes in several kinds. */
export const activitySubjects = [
  "claims",
  "reviews",
  "comments",
  "articles",
  "assignments",
  "sources",
  "desk",
] as const;
export type ActivitySubject = (typeof activitySubjects)[number];

export const activityQuery = z
  .strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    after: z.string().max(500).optional(),
    person: id.optional().meta({ description: "Who did it" }),
    article: id.optional(),
    about: z.enum(activitySubjects).optional(),
    from: timestamp.optional().meta({ description: "From this moment on" }),
    until: timestamp.optional().meta({ description: "Before this moment" }),
  })
  .refine(({ from, until }) => !from || !until || from < until, {
    message: "must be after `from`",
    path: ["until"],
  });
export type ActivityQuery = z.infer<typeof activityQuery>;

const named = z.object({ id, name: z.string() });

/** One thing that happened, with the names of what it speaks of as they are now. */
export const activityItem = z
  .object({
    id: z.string().meta({ description: "Its number in the workspace's sequence" }),
    at: timestamp,
    kind: z.string().meta({ description: "claim.approved, comment.added, assignment.returned …" }),
    actor: named.nullable().meta({ description: "Null where the program itself did it" }),
    article: z.object({ id, title: z.string() }).nullable(),
    claim: z.object({ id, statement: z.string() }).nullable(),
    source: named.nullable(),
    project: named.extend({ slug: z.string() }).nullable(),
    person: named
      .nullable()
      .meta({ description: "Whom it happened to: who was given an article, who joined" }),
    work: z.enum(["open", "in_progress", "finished"]).nullable(),
    role: z.string().nullable(),
    assignedFor: z.enum(["annotate", "review"]).nullable(),
  })
  .meta({ id: "ActivityItem" });
export type ActivityItem = z.infer<typeof activityItem>;
export const activityPage = page(activityItem);
export type ActivityPage = z.infer<typeof activityPage>;
