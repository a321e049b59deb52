import type { z } from "zod";
import type { ProblemSlug } from "./problems.ts";
import type { RouteContract } from "./route.ts";

/** A part of a call: left out where the contract has none of it, or where all of it may be left out. */
type Part<Name extends string, S extends z.ZodType> =
  z.input<S> extends undefined
    ? { readonly [N in Name]?: undefined }
    : Record<never, never> extends z.input<S>
      ? { readonly [N in Name]?: z.input<S> }
      : { readonly [N in Name]: z.input<S> };

/** What a call of this contract takes. */
export type CallOptions<C extends RouteContract> = Part<"params", C["params"]> &
  Part<"query", C["query"]> &
  Part<"body", C["body"]> & {
    /** The revision that was read: `r7` of its ETag is 7. */
    readonly ifMatch?: number;
    /** So that a repeated call takes effect once; a POST without one gets one. */
    readonly idempotencyKey?: string;
    /** Instead of a body, for what takes files. */
    readonly form?: FormData;
    readonly signal?: AbortSignal;
  };

export type AnswerOf<C extends RouteContract> = z.output<C["answer"]>;

type Page = { readonly items: readonly unknown[]; readonly next: string | null };
/** What a list holds; never for what is none. */
export type ItemOf<C extends RouteContract> = AnswerOf<C> extends Page ? AnswerOf<C>["items"][number] : never;

type Said = {
  /** 0 where no answer came. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
};
type FieldError = { readonly pointer: string; readonly message: string };
type CurrentOf<C extends RouteContract> = C["current"] extends z.ZodType
  ? z.output<C["current"]>
  : AnswerOf<C>;

/** Why a call came to nothing, told apart by `slug`: a problem of the server's, or no answer of its kind at all. */
export type ApiProblem<C extends RouteContract = RouteContract> = Said &
  (
    | { readonly slug: "stale"; readonly current: CurrentOf<C> }
    | { readonly slug: "invalid" | "unknown-parameter"; readonly errors: readonly FieldError[] }
    | { readonly slug: "version-moved"; readonly current: { readonly versionId: string } }
    | {
        readonly slug: "duplicate-article";
        readonly current: { readonly id: string; readonly title: string };
      }
    | { readonly slug: "out-of-scope"; readonly scope?: string }
    | {
        readonly slug: "batch-refused";
        readonly results: readonly {
          readonly index: number;
          readonly status: number;
          readonly problem: Said & { readonly type: string };
        }[];
      }
    | { readonly slug: Exclude<ProblemSlug, Told> }
    /** The network did not answer, or a proxy did instead. */
    | { readonly slug: "unreachable" }
  );
type Told =
  | "stale"
  | "invalid"
  | "unknown-parameter"
  | "version-moved"
  | "duplicate-article"
  | "out-of-scope"
  | "batch-refused";
