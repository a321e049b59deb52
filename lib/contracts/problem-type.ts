import type { z } from "zod";

/** What a problem type (RFC 9457) means. `type` in an answer is `/docs/problems/` and its key in `problems.ts`. */
export type ProblemType = {
  readonly status: number;
  readonly title: string;
  /** What happened, and what was kept. */
  readonly meaning: string;
  readonly remedy: string;
  /** Members of the answer beside type, title, status and detail. */
  readonly more?: Readonly<Record<string, z.ZodType>>;
};

/** The state of things forbids it: 409. */
export const conflict = (
  title: string,
  meaning: string,
  remedy: string,
  current?: z.ZodType,
): ProblemType => ({
  status: 409,
  ...{ title, meaning, remedy },
  ...(current === undefined ? {} : { more: { current } }),
});
