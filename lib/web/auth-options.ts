import type { Account, AuthOptions, Profile } from "next-auth";
import { environment } from "#lib/platform/environment.ts";
import { log } from "#lib/platform/log.ts";
import { userOfExternal, signIn as withExternal } from "#lib/services/identity/external.ts";
import * as sessions from "#lib/services/identity/sessions.ts";
import { authCookies } from "./auth-cookies.ts";
import { safePath } from "./auth-paths.ts";
import { answered, externalProfile, providersOf } from "./auth-providers.ts";
import { sessionSecret } from "./auth-secret.ts";
import { authenticate } from "./authenticate.ts";

const DAY = 86_400;

/** NextAuth for one request: who it is decided by services, the cookie holds nothing but a session's random id. */
export function authOptions(request: Request): AuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: sessions.SESSION_DAYS * DAY },
    cookies: authCookies(),
    useSecureCookies: environment().isSecure,
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: providersOf(request),
    callbacks: {
      signIn: ({ account, profile }) => answered(() => mayEnter(request, account, profile)),
      async jwt({ token, user, account }) {
        if (!user || !account) return token;
        const isOurs = account.type === "credentials";
        const userId = isOurs ? user.id : await userOfExternal(account);
        if (!userId) throw new Error("an external account without a person was let in");
        return { sid: await openInstead(request, userId) };
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

/** A new session in the place of the one this browser had, which would otherwise go on unseen. */
async function openInstead(request: Request, userId: string): Promise<string> {
  const before = await authenticate(request);
  if (before?.sessionId) await sessions.revoke({ principal: before }, before.sessionId);
  return sessions.open(userId, request.headers.get("user-agent"));
}

/** True, or the page that says what to do. Passwords and links were judged by their providers. */
async function mayEnter(
  request: Request,
  account: Account | null,
  profile: Profile | undefined,
): Promise<true | string> {
  if (!account || account.type === "credentials") return true;
  const outcome = await withExternal(await externalProfile(account, profile), await authenticate(request));
  return outcome.ok || `/sign-in?error=${outcome.failure}`;
}
