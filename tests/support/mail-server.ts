import { once } from "node:events";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export type MailServer = {
  readonly url: string;
  /** Everything it has taken, oldest first. */
  readonly letters: readonly { readonly to: readonly string[]; readonly text: string }[];
  stop(): Promise<void>;
};

/** A mail server on loopback that keeps what it is given. */
export async function startMailServer(): Promise<MailServer> {
  const letters: { to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo.map(({ address }) => address);
      text(stream).then((raw) => {
        letters.push({ to, text: unquoted(raw) });
        done();
      }, done);
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("the mail server has no port");
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

/** Quoted-printable (RFC 2045, 6.7) of ASCII, which is all that links are made of. */
function unquoted(raw: string): string {
  return raw
    .replace(/=\r\n/gu, "")
    .replace(/=([\dA-F]{2})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
