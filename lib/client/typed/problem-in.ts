import type { ApiProblem } from "#lib/contracts/call-types.ts";
import type { RouteContract } from "#lib/contracts/route.ts";

/** What stands for an answer that never came whole. */
export const unreachable = {
  slug: "unreachable",
  status: 0,
  title: "The server did not answer",
  detail: "What was sent may not have been saved. Check the connection and try again.",
} as const;

/** The problem (RFC 9457) in an answer; where there is none of ours in it, something else answered. */
export async function problemIn<C extends RouteContract>(response: Response): Promise<ApiProblem<C>> {
  const said: unknown = await response.json().catch(() => null);
  const slug = slugIn(said);
  const { status } = response;
  if (slug === null) return { ...unreachable, status, title: "Something else answered" };
  // Its members are those of its type, as the description of the API has them.
  return { ...(said as object), slug } as ApiProblem<C>;
}

function slugIn(said: unknown): string | null {
  if (typeof said !== "object" || said === null || !("type" in said)) return null;
  return /^\/docs\/problems\/([\w-]+)$/u.exec(String(said.type))?.[1] ?? null;
}
