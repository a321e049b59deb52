import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { sendTo } from "./api-client.ts";

export type ApiServer = { readonly address: string; stop(): Promise<void> };

/** The API's route handlers behind a real port on loopback: for what speaks HTTP itself. */
export async function startApiServer(): Promise<ApiServer> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((stopped) => server.close(stopped));
  };
  return { address: `http://127.0.0.1:${address.port}`, stop };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    ),
  );
  const body = new Uint8Array(await buffer(request));
  const target = (request.url ?? "").replace(/^\/api\/v1/u, "");
  const { method = "GET" } = request;
  const answered = await sendTo({ method, target, headers, body: body.length > 0 ? body : null });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  if (!answered.body) return void response.end();
  // The same stream by two names: TypeScript's DOM and Node each have their own.
  await pipeline(Readable.fromWeb(answered.body as ReadableStream), response);
}
