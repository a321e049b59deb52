import type { RouteContract } from "#lib/contracts/route.ts";

/** Bytes written as they come; for contracts with `stream`. */
export type StreamAnswer = {
  readonly chunks: AsyncIterable<string | Uint8Array>;
  readonly mediaType: string;
  /** What a browser saves it as; null for what is not saved. */
  readonly fileName: string | null;
  /** The reader has gone. */
  readonly stop?: () => void;
};

/** A success by its contract: status, entity tag, the way to the next page. */
export function respond(contract: RouteContract, request: Request, answer: unknown): Response {
  if (contract.stream) return streamed(answer as StreamAnswer); // Handler's type says so for contracts with `stream`.
  const headers = new Headers({ "cache-control": "no-store" });
  if (contract.status === 204) return new Response(null, { status: 204, headers });
  if (contract.etag) headers.set("etag", contract.etag(answer));
  const next = nextOf(answer);
  if (next) headers.set("link", `<${nextAddress(request.url, next)}>; rel="next"`);
  return Response.json(answer, { status: contract.status, headers });
}

function nextOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("next" in answer)) return null;
  return typeof answer.next === "string" ? answer.next : null;
}

function nextAddress(current: string, cursor: string): string {
  const url = new URL(current);
  url.searchParams.set("after", cursor);
  return url.pathname + url.search;
}

function streamed(answer: StreamAnswer): Response {
  const encoder = new TextEncoder();
  const chunks = answer.chunks[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    async cancel() {
      answer.stop?.();
      await chunks.return?.();
    },
  });
  const saved = answer.fileName === null ? null : encodeURIComponent(answer.fileName);
  return new Response(body, {
    headers: {
      "content-type": answer.mediaType,
      ...(saved === null ? {} : { "content-disposition": `attachment; filename*=UTF-8''${saved}` }),
      // A proxy that gathers or compresses what is streamed would hold it back.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
      "x-content-type-options": "nosniff",
    },
  });
}
