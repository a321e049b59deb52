import { type ProblemSlug, problemTypes } from "./problems.ts";
import type { RouteContract } from "./route.ts";

/** Whatever is asked, it may be too often, at the wrong moment, or meet a fault of ours. */
const ALWAYS: readonly ProblemSlug[] = ["unknown-parameter", "too-many", "unexpected", "unavailable"];

/** Every problem an operation may answer, by its status: what its contract implies and what it names itself. */
export function problemsOf(route: RouteContract): ReadonlyMap<number, readonly ProblemSlug[]> {
  const slugs = new Set<ProblemSlug>([...ALWAYS, ...implied(route), ...(route.problems ?? [])]);
  const byStatus = new Map<number, ProblemSlug[]>();
  for (const slug of slugs) {
    const { status } = problemTypes[slug];
    byStatus.set(status, [...(byStatus.get(status) ?? []), slug]);
  }
  return new Map([...byStatus].toSorted(([one], [other]) => one - other));
}

function implied(route: RouteContract): ProblemSlug[] {
  const isWrite = route.method !== "GET";
  const when = (condition: boolean, ...slugs: ProblemSlug[]) => (condition ? slugs : []);
  return [
    // Of what anybody may call, too: who sends it for another person than the one signed in is nobody.
    "unauthenticated",
    ...when(route.scope !== null, "token-expired"),
    ...when(route.scope !== null && route.scope !== "read", "out-of-scope"),
    ...when(isWrite, "own-origin-only", "broken-off", "too-large", "unsupported-media"),
    ...when(route.path.includes("{"), "not-found"),
    ...when(isWrite || !isEmpty(route.query), "invalid"),
    ...when(route.needsIfMatch, "stale", "precondition-required"),
    ...when(keepsAnswers(route), "idempotency-mismatch"),
  ];
}

/** Whether an `Idempotency-Key` is kept for it: not where a secret is answered, and not outside workspaces. */
export function keepsAnswers({ method, secret, path, scope }: RouteContract): boolean {
  return method !== "GET" && !secret && path.startsWith("/workspaces") && scope !== null;
}

function isEmpty(schema: RouteContract["query"]): boolean {
  return "shape" in schema && Object.keys(schema.shape ?? {}).length === 0;
}
