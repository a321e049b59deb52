import type { AuthOptions } from "next-auth";
import CredentialsImport from "next-auth/providers/credentials";
import { environment } from "#lib/platform/environment.ts";
import { log } from "#lib/platform/log.ts";
import * as sessions from "#lib/services/identity/sessions.ts";
import * as signIn from "#lib/services/identity/sign-in.ts";
import { clientAddress } from "./auth-address.ts";
import { authCookies } from "./auth-cookies.ts";
import { commonJsDefault } from "./auth-interop.ts";
import { safePath } from "./auth-paths.ts";
import { sessionSecret } from "./auth-secret.ts";

const Credentials = commonJsDefault(CredentialsImport);
const DAY = 86_400;

/** NextAuth for one request: who it is decided by services, the cookie holds nothing but a session's random id. */
export function authOptions(request: Request): AuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: sessions.SESSION_DAYS * DAY },
    cookies: authCookies(),
    useSecureCookies: environment().isSecure,
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: [passwordProvider(request)],
    callbacks: {
      async jwt({ token, user }) {
        if (!user) return token;
        return { sid: await sessions.open(user.id, request.headers.get("user-agent")) };
      },
      redirect: ({ url, baseUrl }) => baseUrl + safePath(url, new URL(baseUrl).origin),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === "string") await sessions.close(token.sid);
      },
    },
    logger: {
      error: (code) => log().warn({ code }, "signing in failed unexpectedly"),
      warn: (code) => log().debug({ code }, "a note of the sign-in library"),
      debug: () => undefined,
    },
  };
}

function passwordProvider(request: Request) {
  return Credentials({
    id: "password",
    name: "E-mail and password",
    credentials: { email: {}, password: {} },
    async authorize(given) {
      return answered(async () => {
        const { email, password } = given ?? {};
        const result = await signIn.withPassword(
          { email: textOf(email), password: textOf(password) },
          clientAddress(request.headers),
        );
        if (result.ok) return { id: result.value.id };
        const { failure } = result;
        throw new SignInRefused(
          failure.kind === "too-many" ? `too-many:${failure.retryAfterSeconds}` : failure.kind,
        );
      });
    },
  });
}

/** Its message is a code for the page; any other error's message stays here. */
export class SignInRefused extends Error {}

async function answered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SignInRefused) throw error;
    log().error({ err: error }, "a sign-in failed unexpectedly");
    throw new SignInRefused("unexpected");
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
