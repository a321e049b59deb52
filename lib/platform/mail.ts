import { createTransport } from "nodemailer";

export type Letter = {
  to: string;
  subject: string;
  text: string;
  /** Where a POST stops letters like this one (RFC 8058). */
  unsubscribe?: string;
};
export type Mailer = { send(letter: Letter): Promise<void> };

/** One plain address. Lists, names, quotes and comments are how letters reach somebody else. */
const ONE_ADDRESS = /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+$/u;

/** A mailer, or null when no server is set: then links are shown to be copied instead. */
export function createMailer(settings: {
  smtpUrl: string | undefined;
  from: string | undefined;
}): Mailer | null {
  if (settings.smtpUrl === undefined || settings.from === undefined) return null;
  const { from } = settings;
  const transport = createTransport({
    url: settings.smtpUrl,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, unsubscribe }) {
      if (!ONE_ADDRESS.test(to)) throw new Error("A letter goes to one plain e-mail address");
      await transport.sendMail({
        from,
        to: { name: "", address: to },
        subject: oneLine(subject),
        text,
        ...(unsubscribe === undefined ? {} : { headers: oneClick(unsubscribe) }),
      });
    },
  };
}

function oneClick(address: string): Record<string, string> {
  return { "List-Unsubscribe": `<${address}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

function oneLine(subject: string): string {
  return subject.replace(/[\r\n]+/gu, " ");
}
