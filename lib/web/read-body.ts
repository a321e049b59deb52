import { fail, ok, type Result } from "#core/result.ts";
import { log } from "#lib/platform/log.ts";
import type { Failure } from "#lib/services/failure.ts";

/** Reads at most `limit` bytes; more is refused without reading on, whatever Content-Length said. */
export async function readBytes(
  request: Request,
  limit: number,
): Promise<Result<Uint8Array<ArrayBuffer>, Failure>> {
  const tooLarge: Failure = { kind: "too-large", limit, unit: "bytes" };
  if (Number(request.headers.get("content-length") ?? 0) > limit) return fail(tooLarge);
  if (!request.body) return ok(new Uint8Array());
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > limit) return fail(tooLarge);
      chunks.push(chunk);
    }
  } catch (error) {
    // Nothing of ours: whoever was sending has gone.
    log().debug({ err: error }, "a request broke off in its body");
    return fail({ kind: "broken-off" });
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return ok(bytes);
}

/** A JSON body in UTF-8; an empty one is `undefined`. */
export async function readJson(
  request: Request,
  limit: number,
): Promise<Result<{ raw: string; value: unknown }, Failure>> {
  const bytes = await readBytes(request, limit);
  if (!bytes.ok) return bytes;
  if (bytes.value.length === 0) return ok({ raw: "", value: undefined });
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(?:[\w.+-]+\+)?json\b/u.test(type)) {
    return fail({ kind: "unsupported-media", detail: "Send `Content-Type: application/json`." });
  }
  try {
    const raw = new TextDecoder("utf-8", { fatal: true }).decode(bytes.value);
    return ok({ raw, value: JSON.parse(raw) });
  } catch {
    return fail({ kind: "invalid", errors: [{ pointer: "", message: "the body is not JSON in UTF-8" }] });
  }
}
