import { readiness } from "#lib/services/health/ready.ts";

export const dynamic = "force-dynamic";

/** 200 when requests can be served, 503 when they must not be: nothing is told but which check failed. */
export async function GET(): Promise<Response> {
  const checks = await readiness();
  const isReady = checks.every(({ isWell }) => isWell);
  const body = Object.fromEntries(checks.map(({ name, isWell }) => [name, isWell ? "ok" : "failed"]));
  const init = { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } };
  return Response.json({ status: isReady ? "ready" : "not ready", checks: body }, init);
}
