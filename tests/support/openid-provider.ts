import { generateKeyPairSync, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type Configuration, Provider } from "oidc-provider";

export type Claims = { readonly email: string; readonly email_verified: boolean; readonly name: string };

export type OpenIdProvider = {
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string };
  stop(): Promise<void>;
};

const clientId = "sourceline";

/** A certified OpenID provider on loopback, which asks for nothing but the name of one of its accounts. */
export async function startOpenIdProvider(
  accounts: Readonly<Record<string, Claims>>,
  redirectUri: string,
): Promise<OpenIdProvider> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the provider has no port");
  const issuer = `http://127.0.0.1:${address.port}`;
  const secret = randomBytes(24).toString("base64url");
  const provider = new Provider(issuer, settings(accounts, redirectUri, secret));
  const answer = provider.callback();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith("/interaction/")) void interact(provider, request, response);
    else void answer(request, response);
  });
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((stopped) => server.close(stopped));
  };
  return { issuer, client: { id: clientId, secret }, stop };
}

// What is not named here is as the specifications have it: e-mail and name come from the userinfo endpoint only.
function settings(
  accounts: Readonly<Record<string, Claims>>,
  redirectUri: string,
  secret: string,
): Configuration {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    clients: [{ client_id: clientId, client_secret: secret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
    cookies: { keys: [randomBytes(24).toString("base64url")] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
    findAccount: (_, accountId) => {
      const claims = accounts[accountId];
      return claims && { accountId, claims: () => ({ sub: accountId, ...claims }) };
    },
    async loadExistingGrant(ctx) {
      const { client, params, session } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(String(params?.scope));
      await grant.save();
      return grant;
    },
  };
}

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  if (request.method === "POST") {
    const accountId = new URLSearchParams(await text(request)).get("account") ?? "";
    return provider.interactionFinished(request, response, { login: { accountId } });
  }
  response.setHeader("content-type", "text/html");
  response.end(
    `<!doctype html><html lang="en"><title>Elsewhere</title><main><h1>Elsewhere</h1><form method="post">
    <label>Account <input name="account"></label><button>Log in</button></form></main></html>`,
  );
}
