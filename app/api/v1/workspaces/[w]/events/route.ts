import { ok } from "#core/result.ts";
import { watchEvents } from "#lib/contracts/routes/events.ts";
import { watch } from "#lib/services/events/watch.ts";
import { defineRoute } from "#lib/web/define-route.ts";
import { frames } from "#lib/web/event-stream.ts";

export const dynamic = "force-dynamic";

export const GET = defineRoute(watchEvents, async ({ caller, params, query, lastEventId, signal }) => {
  const gone = new AbortController();
  const until = AbortSignal.any([signal, gone.signal]);
  const watched = await watch(caller, params.w, lastEventId ?? query.after ?? null, until);
  if (!watched.ok) return watched;
  const stop = () => gone.abort();
  return ok({ chunks: frames(watched.value), mediaType: "text/event-stream", fileName: null, stop });
});

export * from "#lib/web/other-methods.ts";
