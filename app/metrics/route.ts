import { metrics } from "#lib/web/metrics.ts";

export const dynamic = "force-dynamic";

export function GET(): Response {
  const headers = { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" };
  return new Response(metrics(), { headers });
}
