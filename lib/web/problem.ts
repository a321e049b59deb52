import type { BatchFailure, Failure } from "#lib/services/failure.ts";

type Answer = {
  status: number;
  slug: string;
  title: string;
  detail?: string;
  more?: Record<string, unknown>;
  headers?: Record<string, string>;
};

/** Maps every failure to its answer; a new kind does not compile until it has one. */
function answerOf(failure: Failure): Answer {
  switch (failure.kind) {
    case "unauthenticated":
      return {
        status: 401,
        slug: "unauthenticated",
        title: "Sign in first",
        detail: "Sign in, or send a valid token as `Authorization: Bearer …`.",
        headers: { "www-authenticate": "Bearer" },
      };
    case "token-expired":
      return {
        status: 401,
        slug: "token-expired",
        title: "This token's time is over",
        detail: "Make a new token in the settings.",
        headers: {
          "www-authenticate": 'Bearer error="invalid_token", error_description="The token has expired"',
        },
      };
    case "not-found":
      return {
        status: 404,
        slug: "not-found",
        title: `No such ${failure.what}`,
        detail: `There is no such ${failure.what}, or you may not see or change it.`,
      };
    case "invalid":
      return {
        status: 422,
        slug: "invalid",
        title: "Something in the request is not right",
        detail: failure.detail ?? failure.errors.map((error) => error.message).join("; "),
        more: { errors: failure.errors },
      };
    case "stale":
      return {
        status: 412,
        slug: "stale",
        title: "It has changed since you read it",
        detail: "Nothing was saved. `current` is what it is now.",
        more: { current: failure.current },
      };
    case "precondition-required":
      return {
        status: 428,
        slug: "precondition-required",
        title: "Say which revision you are changing",
        detail: "Send the ETag you read as `If-Match`.",
      };
    default:
      return answerOfRefusal(failure);
  }
}

type Basic =
  | "unauthenticated"
  | "token-expired"
  | "not-found"
  | "invalid"
  | "stale"
  | "precondition-required";

function answerOfRefusal(failure: Exclude<Failure, { kind: Basic }>): Answer {
  switch (failure.kind) {
    case "unknown-parameter":
      return {
        status: 400,
        slug: "unknown-parameter",
        title: "There is no such parameter",
        detail: `Unknown here: ${failure.names.join(", ")}.`,
        more: {
          errors: failure.names.map((name) => ({ pointer: `/${name}`, message: "is not known here" })),
        },
      };
    case "conflict":
      return {
        status: 409,
        slug: failure.code,
        title: "The state of things does not allow this",
        detail: failure.detail,
        more: failure.current === undefined ? {} : { current: failure.current },
      };
    case "own-work":
      return {
        status: 403,
        slug: "own-work",
        title: "Somebody else decides on your work",
        detail: failure.detail,
      };
    case "own-origin-only":
      return {
        status: 403,
        slug: "own-origin-only",
        title: "Writes with a session come from this site's own pages",
        detail: "Use a token to write from elsewhere.",
      };
    case "out-of-scope":
      return outOfScope(failure.scope);
    case "idempotency-mismatch":
      return {
        status: 422,
        slug: "idempotency-mismatch",
        title: "This Idempotency-Key was used for another request",
        detail: "Use a new key for a new request. Nothing was changed.",
      };
    case "too-large":
      return {
        status: 413,
        slug: "too-large",
        title: "That is too large",
        detail: `At most ${failure.limit.toLocaleString("en")} ${failure.unit}. Nothing was stored.`,
      };
    case "unsupported-media":
      return {
        status: 415,
        slug: "unsupported-media",
        title: "That kind of content is not read here",
        detail: failure.detail,
      };
    case "batch-refused":
      return {
        status: 422,
        slug: "batch-refused",
        title: "Not every operation can be done, so none was",
        detail: `${failure.failures.length} cannot. \`results\` says which and why.`,
        more: { results: failure.failures.map(failedResult) },
      };
    default:
      return answerForNow(failure);
  }
}

function outOfScope(scope: string | null): Answer {
  const refusal = { status: 403, slug: "out-of-scope", title: "This token may not do that" };
  if (scope === null) return { ...refusal, detail: "No token may. Sign in with a browser." };
  return {
    ...refusal,
    detail: `It needs the scope \`${scope}\`.`,
    more: { scope },
    headers: { "www-authenticate": `Bearer error="insufficient_scope", scope="${scope}"` },
  };
}

/** What may well be answered when it is asked again. */
function answerForNow(
  failure: Extract<Failure, { kind: "broken-off" | "unavailable" | "too-many" | "too-many-streams" }>,
): Answer {
  switch (failure.kind) {
    case "broken-off":
      return {
        status: 400,
        slug: "broken-off",
        title: "The request broke off",
        detail: "It ended before it was complete. Nothing was saved.",
      };
    case "unavailable":
      return {
        status: 503,
        slug: "unavailable",
        title: "Too busy at the moment",
        detail: `The database cannot take the request now. Nothing was saved. Try again in ${failure.retryAfterSeconds} seconds.`,
        headers: { "retry-after": String(failure.retryAfterSeconds) },
      };
    case "too-many":
      return {
        status: 429,
        slug: "too-many",
        title: "Too many requests",
        detail: `Try again in ${failure.retryAfterSeconds} seconds.`,
        headers: { "retry-after": String(failure.retryAfterSeconds) },
      };
    case "too-many-streams":
      return {
        status: 429,
        slug: "too-many-streams",
        title: "Too many event streams are open",
        detail: `You have ${failure.limit} open, as many as one person may. Close one, or try again in ${failure.retryAfterSeconds} seconds.`,
        headers: { "retry-after": String(failure.retryAfterSeconds) },
      };
    default:
      return failure satisfies never;
  }
}

/** One failed operation of a batch, as the problem it would have been alone. */
export function failedResult({ index, failure }: BatchFailure) {
  const { status, slug, title, detail, more } = answerOf(failure);
  return { index, status, problem: { type: typeOf(slug), title, status, detail, ...more } };
}

const typeOf = (slug: string) => `/docs/problems/${slug}`;

/** A failure as an RFC 9457 response. */
export function problemResponse(failure: Failure): Response {
  const { status, slug, title, detail, more, headers } = answerOf(failure);
  return problem(status, slug, title, detail, more, headers);
}

/** A problem that no use case knows: a malformed request, an unexpected error. */
export function problem(
  status: number,
  slug: string,
  title: string,
  detail?: string,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Response {
  return Response.json(
    { type: typeOf(slug), title, status, detail, ...more },
    {
      status,
      headers: { ...headers, "content-type": "application/problem+json", "cache-control": "no-store" },
    },
  );
}
