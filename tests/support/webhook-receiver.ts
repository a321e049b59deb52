import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";

export type Received = {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body as JSON. */
  readonly event: Readonly<Record<string, unknown>>;
};

export type WebhookReceiver = {
  readonly url: string;
  /** Everything it was sent, oldest first. */
  readonly received: Received[];
  /** How it answers from now on: a status, or a function that answers itself, or never. */
  answerWith(how: number | ((response: ServerResponse, received: Received) => void)): void;
  stop(): Promise<void>;
};

/** Somebody else's program on loopback, which keeps what it is sent. */
export async function startReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let answer = (response: ServerResponse, _: Received): void => void response.writeHead(204).end();
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const one = { headers: request.headers, body, event: JSON.parse(body) };
    received.push(one);
    answer(response, one);
  });
  server.on("connection", (socket) => sockets.add(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the receiver has no port");
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    received,
    answerWith: (how) => {
      answer = typeof how === "number" ? (response) => void response.writeHead(how).end("said so") : how;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((stopped) => server.close(() => stopped()));
    },
  };
}
