import type { z } from "zod";
import { ok, type Result } from "#core/result.ts";
import type { RouteContract } from "#lib/contracts/route.ts";
import { log } from "#lib/platform/log.ts";
import type { Caller } from "#lib/services/caller.ts";
import type { Failure } from "#lib/services/failure.ts";
import { unavailable } from "#lib/services/unavailable.ts";
import { admit, chargeMore, type Ledger } from "./admit.ts";
import { problem, problemResponse } from "./problem.ts";
import { limitHeaders } from "./rate-limit.ts";
import { callerOf, readContent, readIfMatch, readParams, readQuery } from "./read-request.ts";
import { respond, type StreamAnswer } from "./respond.ts";
import { asData } from "./security-headers.ts";

type AnyContract = RouteContract;

/** What a handler is given: everything validated, nothing raw. */
export type RouteRequest<C extends AnyContract> = {
  readonly caller: Caller;
  readonly params: z.output<C["params"]>;
  readonly query: z.output<C["query"]>;
  readonly body: z.output<C["body"]>;
  /** Revision named by `If-Match: "r7"`; always there when the contract needs it. */
  readonly ifMatch: number;
  /** The parts of a multipart body; only with `multipart`. */
  readonly form: FormData;
  /** Ends when the client goes away. */
  readonly signal: AbortSignal;
  /** Where a stream of events broke off. */
  readonly lastEventId: string | null;
};

type AnswerOf<C extends AnyContract> = C["stream"] extends readonly string[]
  ? StreamAnswer
  : z.input<C["answer"]>;
type Handler<C extends AnyContract> = (request: RouteRequest<C>) => Promise<Result<AnswerOf<C>, Failure>>;
type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

/** Turns a contract and a use case into a route handler: who asks, whether they may ask so, what they sent. */
export function defineRoute<C extends AnyContract>(contract: C, handler: Handler<C>) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const ledger: Ledger = { allowance: null };
    const answer = asData(await answerTo(contract, handler, { request, context, ledger }));
    for (const [name, value] of ledger.allowance ? limitHeaders(ledger.allowance) : []) {
      answer.headers.set(name, value);
    }
    if (request.method !== "HEAD") return answer;
    // Next asks GET for it, and reads nothing: what would be streamed is not begun, and gives its place back.
    await answer.body?.cancel();
    return new Response(null, answer);
  };
}

type Asked = { readonly request: Request; readonly context: RouteContext; readonly ledger: Ledger };

async function answerTo<C extends AnyContract>(
  contract: C,
  handler: Handler<C>,
  asked: Asked,
): Promise<Response> {
  try {
    const prepared = await prepare(contract, asked);
    if (!prepared.ok) return problemResponse(prepared.failure);
    const answer = await handler(prepared.value);
    return answer.ok ? respond(contract, asked.request, answer.value) : problemResponse(answer.failure);
  } catch (error) {
    const failure = unavailable(error);
    if (failure) {
      log().warn({ err: error, route: contract.id }, "a request was put off: the database cannot be asked");
      return problemResponse(failure);
    }
    log().error({ err: error, route: contract.id }, "a request failed unexpectedly");
    return problem(
      500,
      "unexpected",
      "Something went wrong here",
      "Nothing was saved. It has been logged; try again.",
    );
  }
}

async function prepare<C extends AnyContract>(
  contract: C,
  { request, context, ledger }: Asked,
): Promise<Result<RouteRequest<C>, Failure>> {
  const admitted = await admit(contract, request, ledger);
  if (!admitted.ok) return admitted;
  // Next gives a route without parameters none at all.
  const params = readParams(contract, (await context.params) ?? {});
  if (!params.ok) return params;
  const query = readQuery(contract, request);
  if (!query.ok) return query;
  const content = await readContent(contract, request);
  if (!content.ok) return content;
  const ifMatch = readIfMatch(contract, request);
  if (!ifMatch.ok) return ifMatch;
  const caller = callerOf(contract, request, admitted.value, content.value.raw);
  if (!caller.ok) return caller;
  const charged = chargeMore(contract, admitted.value, content.value.body, ledger);
  if (!charged.ok) return charged;
  return ok({
    caller: caller.value,
    // Each was parsed by the contract's own schema just above.
    params: params.value as z.output<C["params"]>,
    query: query.value as z.output<C["query"]>,
    body: content.value.body as z.output<C["body"]>,
    form: content.value.form,
    ifMatch: ifMatch.value,
    signal: request.signal,
    lastEventId: request.headers.get("last-event-id"),
  });
}
