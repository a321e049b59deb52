import type { Account, AuthOptions, Profile } from "next-auth";
import CredentialsImport from "next-auth/providers/credentials";
import GitHubImport from "next-auth/providers/github";
import GoogleImport from "next-auth/providers/google";
import type { UserinfoEndpointHandler } from "next-auth/providers/oauth";
import { environment } from "#lib/platform/environment.ts";
import { log } from "#lib/platform/log.ts";
import * as emailLinks from "#lib/services/identity/email-links.ts";
import type { ExternalProfile } from "#lib/services/identity/external.ts";
import * as signIn from "#lib/services/identity/sign-in.ts";
import { clientAddress } from "./auth-address.ts";
import { commonJsDefault } from "./auth-interop.ts";
import { mergeClaims, verifiedEmail } from "./openid-claims.ts";

type Provider = AuthOptions["providers"][number];
type UserinfoContext = Parameters<NonNullable<UserinfoEndpointHandler["request"]>>[0];

const Credentials = commonJsDefault(CredentialsImport);
const GitHub = commonJsDefault(GitHubImport);
const Google = commonJsDefault(GoogleImport);

/** What the sign-in page offers beside the password. */
export function externalProviders(): { id: string; name: string }[] {
  const { GITHUB_CLIENT_ID, GOOGLE_CLIENT_ID, OIDC_CLIENT_ID, OIDC_ISSUER } = environment();
  return [
    ...(GITHUB_CLIENT_ID ? [{ id: "github", name: "GitHub" }] : []),
    ...(GOOGLE_CLIENT_ID ? [{ id: "google", name: "Google" }] : []),
    ...(OIDC_CLIENT_ID && OIDC_ISSUER ? [{ id: "oidc", name: new URL(OIDC_ISSUER).hostname }] : []),
  ];
}

/** Every way in that is configured. */
export function providersOf(request: Request): Provider[] {
  return [passwordProvider(request), linkProvider(), ...github(), ...google(), ...oidc()];
}

function passwordProvider(request: Request): Provider {
  return Credentials({
    id: "password",
    name: "E-mail and password",
    credentials: { email: {}, password: {} },
    authorize: (given) =>
      answered(async () => {
        const { email, password } = given ?? {};
        const address = clientAddress(request.headers);
        const result = await signIn.withPassword(
          { email: textOf(email), password: textOf(password) },
          address,
        );
        if (result.ok) return { id: result.value.id };
        const { failure } = result;
        throw new SignInRefused(
          failure.kind === "too-many" ? `too-many:${failure.retryAfterSeconds}` : failure.kind,
        );
      }),
  });
}

/** The link of a letter: the page sends what stood after its `#`. */
function linkProvider(): Provider {
  return Credentials({
    id: "link",
    name: "A link sent by e-mail",
    credentials: { token: {} },
    authorize: (given) =>
      answered(async () => {
        const result = await emailLinks.use(textOf(given?.token));
        if (result.ok) return { id: result.value.userId };
        throw new SignInRefused("used-up");
      }),
  });
}

function github(): Provider[] {
  const { GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret } = environment();
  return clientId && clientSecret ? [GitHub({ clientId, clientSecret })] : [];
}

function google(): Provider[] {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = environment();
  return clientId && clientSecret ? [Google({ clientId, clientSecret })] : [];
}

function oidc(): Provider[] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = environment();
  if (!issuer || !clientId || !clientSecret) return [];
  return [
    {
      id: "oidc",
      name: "OpenID Connect",
      type: "oauth",
      wellKnown: `${issuer}/.well-known/openid-configuration`,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      userinfo: { request: everyClaim },
      checks: ["pkce", "state", "nonce"],
      clientId,
      clientSecret,
      profile: (profile: { sub: string }) => ({ id: profile.sub }),
    },
  ];
}

/**
 * Many providers put e-mail and name into the answer of the userinfo endpoint only, as OpenID Connect Core 5.4 has it.
 * The library refuses an answer about another `sub` than the ID token's.
 */
async function everyClaim({ client, tokens }: UserinfoContext): Promise<Profile> {
  // NextAuth's type hides that these are openid-client's own, whose claims come from the verified ID token.
  const verified = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>;
  const claims = verified.claims();
  return client.issuer.metadata.userinfo_endpoint
    ? mergeClaims(claims, await client.userinfo(verified))
    : claims;
}

/** What a provider vouches for. An address that it does not call verified counts for nothing. */
export async function externalProfile(
  account: Account,
  profile: Profile | undefined,
): Promise<ExternalProfile> {
  const email =
    account.provider === "github" ? await githubEmail(account.access_token) : verifiedEmail(profile);
  const { provider, providerAccountId } = account;
  return { provider, providerAccountId, verifiedEmail: email, name: profile?.name ?? "" };
}

async function githubEmail(token: string | undefined): Promise<string | null> {
  if (!token) return null;
  const answer = await fetch("https://api.github.com/user/emails", {
    headers: { authorization: `Bearer ${token}`, accept: "application/vnd.github+json" },
    redirect: "error",
    signal: AbortSignal.timeout(10_000),
  });
  const list: unknown = answer.ok ? await answer.json() : [];
  const primary =
    Array.isArray(list) && list.find((entry) => entry?.primary === true && entry.verified === true);
  return typeof primary?.email === "string" ? primary.email : null;
}

/** Its message is a code for the page; any other error's message stays here. */
export class SignInRefused extends Error {}

export async function answered<T>(work: () => Promise<T>): Promise<T> {
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
