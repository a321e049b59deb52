import { z } from "zod";
import { claimStates } from "#core/review/state.ts";
import { id, timestamp } from "./common.ts";

export const exportFormats = ["json", "csv", "webannotation"] as const;

export const exportQuery = z.strictObject({
  format: z.enum(exportFormats).default("json"),
  /** Approved claims unless another state is asked for (and allowed); `all` = every state. */
  state: z.enum([...claimStates, "all"]).default("approved"),
  article: id.optional(),
  since: timestamp.optional(),
  /** csv only: one row a claim, or one row a link. */
  rows: z.enum(["claims", "links"]).default("claims"),
  /** `positions` leaves quoted text out (licensed texts). */
  text: z.enum(["quoted", "positions"]).default("quoted"),
  /** At most so many claims; for looking before asking for all. */
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
});
export type ExportQuery = z.infer<typeof exportQuery>;
