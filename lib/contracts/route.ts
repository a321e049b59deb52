import { z } from "zod";
import type { Scope } from "#core/review/state.ts";
import type { ProblemSlug } from "./problems.ts";

/** One operation of the API: what validates its requests, what describes it in OpenAPI, what names its answer. */
export type RouteContract<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> = {
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below `/api/v1`, with `{name}` for parameters. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly answer: A;
  readonly status: 200 | 201 | 204;
  /** Problems it may answer beside those that its other fields imply (operation-problems.ts). */
  readonly problems?: readonly ProblemSlug[];
  /** What a 412 answers as `current`; the answer itself when absent. */
  readonly current?: z.ZodType;
  /** Scope a token needs; `null` for operations anyone may call. */
  readonly scope: Scope | null;
  /** The answer's entity tag; with it, writes ask for `If-Match`. */
  etag?(answer: z.output<A>): string;
  readonly needsIfMatch: boolean;
  /** Largest body in bytes. */
  readonly bodyLimit: number;
  /** A secret is in the answer: it is never kept for a repeated request. */
  readonly secret: boolean;
  /** Bytes instead of JSON: the media types answered. */
  readonly stream?: readonly string[];
  /** What it counts as for the limits of a minute; by its method when absent. */
  readonly rate?: "presence";
  /** How many requests it counts as for the limits of a minute; one when absent. */
  cost?(body: z.output<B>): number;
  /** `multipart/form-data` instead of a JSON body. */
  readonly multipart?: boolean;
};

const nothing = z.strictObject({});

type Given<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> = Pick<
  RouteContract<P, Q, B, A>,
  "id" | "method" | "path" | "summary" | "tag" | "params" | "answer" | "scope"
> &
  Partial<
    Omit<
      RouteContract<P, Q, B, A>,
      "id" | "method" | "path" | "summary" | "tag" | "params" | "answer" | "scope"
    >
  >;

/** Fills in what most routes share. A body is read only where one is named. */
export function route<
  P extends z.ZodType,
  A extends z.ZodType,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
>(given: Given<P, Q, B, A>): RouteContract<P, Q, B, A> {
  return {
    // Defaults stand in for Q and B exactly when the caller left them out, which is what their default types say.
    query: nothing as unknown as Q,
    body: z.undefined() as unknown as B,
    status: 200,
    needsIfMatch: false,
    bodyLimit: 1_000_000,
    secret: false,
    ...given,
  };
}

/** Entity tag of anything that has a content revision. */
export const revisionTag = (answer: { revision: number }) => `"r${answer.revision}"`;
export const empty = z.null();
