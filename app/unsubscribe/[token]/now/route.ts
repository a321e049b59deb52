import { unsubscribe } from "#lib/services/notifications/unsubscribe.ts";
import { clientAddress } from "#lib/web/auth-address.ts";
import { problemResponse } from "#lib/web/problem.ts";
import { allowRequest } from "#lib/web/rate-limit.ts";

type Context = { params: Promise<{ token: string }> };

/** What a mail program asks for when its reader presses "unsubscribe" (RFC 8058): the same answer to every token. */
export async function POST({ headers }: Request, { params }: Context): Promise<Response> {
  const wait = allowRequest({ userId: clientAddress(headers) }, "write");
  if (wait > 0) return problemResponse({ kind: "too-many", retryAfterSeconds: wait });
  await unsubscribe((await params).token);
  return new Response("These letters have stopped.\n", { headers: { "cache-control": "no-store" } });
}

/** Looking at the address changes nothing: a page asks first. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const location = `/unsubscribe/${encodeURIComponent((await params).token)}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
