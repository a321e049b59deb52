import { z } from "zod";
import { id, span } from "./common.ts";

/** Where somebody is in an article. Never stored; gone within seconds of the last word of it. */
export const presenceInput = z
  .strictObject({
    tab: id.meta({ description: "Made by each page that is open: two tabs of one person are two" }),
    paragraph: z.int().min(0).nullable().default(null).meta({ description: "Offset the block begins at" }),
    selection: z
      .strictObject({ start: z.int().min(0), end: z.int().min(1) })
      .refine(({ start, end }) => start < end, "end must be after start")
      .nullable()
      .default(null),
    claimId: id.nullable().default(null).meta({ description: "The claim that is open" }),
    isTyping: z.boolean().default(false),
    isLeaving: z.boolean().default(false),
  })
  .meta({ id: "PresenceInput" });
export type PresenceInput = z.infer<typeof presenceInput>;

export const present = z
  .object({
    tab: id,
    userId: id,
    articleId: id,
    paragraph: z.int().nullable(),
    selection: span.nullable(),
    claimId: id.nullable(),
    isTyping: z.boolean(),
    isLeaving: z.boolean(),
  })
  .meta({ id: "Present" });
export type Present = z.infer<typeof present>;

export const presentList = z.object({ items: z.array(present) }).meta({ id: "PresentList" });
export type PresentList = z.infer<typeof presentList>;
