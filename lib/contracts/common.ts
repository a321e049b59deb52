import { z } from "zod";

/** UUIDv7 made by the program, or by the client on create (rules.md 6). */
export const id = z.uuid().meta({ description: "UUID (v7 when made here)" });
export const idOrSlug = z.string().min(1).max(100);
export const timestamp = z.iso.datetime().meta({ description: "RFC 3339, UTC" });

/** A text field without NUL or lone surrogates: PostgreSQL would refuse the first, JSON the second. */
export function line(max: number) {
  return z
    .string()
    .max(max)
    .refine((value) => !value.includes("\u0000"), "contains a NUL character")
    .refine((value) => value.isWellFormed(), "contains half of a surrogate pair")
    .transform((value) => value.normalize("NFC"));
}
export const required = (max: number) =>
  line(max).refine((value) => value.trim().length > 0, "must not be empty");

/** Code points, half-open. `exact`, when given, must equal the text there. */
export const spanInput = z
  .strictObject({
    start: z.int().min(0),
    end: z.int().min(1),
    exact: z.string().max(1_000_000).optional(),
  })
  .refine((span) => span.start < span.end, { message: "end must be after start", path: ["end"] });
export const span = z.object({ start: z.int(), end: z.int() });

export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().max(500).optional(),
};

/** A keyset page; `next` is the cursor of the following one, also sent as a `Link` header. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export const fieldErrors = z.array(z.object({ pointer: z.string(), message: z.string() }));

/** RFC 9457. Which other members there are is told by its type (problems.ts). */
export const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: fieldErrors.optional(),
    current: z.unknown().optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;
