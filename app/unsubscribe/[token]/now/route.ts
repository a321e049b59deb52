import { unsubscribe } from "#lib/services/notifications/unsubscribe.ts";

type Context = { params: Promise<{ token: string }> };

/** What a mail program asks for when its reader presses "unsubscribe" (RFC 8058): the same answer to every token. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  await unsubscribe((await params).token);
  return new Response("These letters have stopped.\n", { headers: { "cache-control": "no-store" } });
}

/** Looking at the address changes nothing: a page asks first. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const location = `/unsubscribe/${encodeURIComponent((await params).token)}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
