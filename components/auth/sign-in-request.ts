export type SignInOutcome =
  | { readonly kind: "done" }
  | { readonly kind: "no-match" | "unreachable" | "unexpected" | "used-up" }
  | { readonly kind: "too-many"; readonly retryAfterSeconds: number };

/** Signs in through NextAuth; the answer says what a person can do about a refusal. */
export async function signIn(provider: string, fields: Record<string, string>): Promise<SignInOutcome> {
  try {
    const answer = await post(`/api/auth/callback/${provider}`, fields);
    if (answer.status === 429) return { kind: "too-many", retryAfterSeconds: 60 };
    const code = await errorCode(answer);
    return code === null ? { kind: "done" } : outcomeOf(code);
  } catch {
    return { kind: "unreachable" };
  }
}

/** Where to send the browser for an external account, or null when that cannot be had now. */
export async function externalAddress(provider: string, next: string): Promise<string | null> {
  try {
    const answer = await post(`/api/auth/signin/${provider}`, { callbackUrl: next });
    return await addressOf(answer);
  } catch {
    return null;
  }
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const csrf = await fetch("/api/auth/csrf", { headers: { accept: "application/json" } });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }; // What NextAuth answers there.
  const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
  return fetch(path, { method: "POST", body });
}

async function addressOf(answer: Response): Promise<string | null> {
  const content: unknown = await answer.json().catch(() => null);
  if (typeof content !== "object" || content === null || !("url" in content)) return null;
  return typeof content.url === "string" ? content.url : null;
}

async function errorCode(answer: Response): Promise<string | null> {
  const address = await addressOf(answer);
  if (address === null) return "unexpected";
  return new URL(address, location.origin).searchParams.get("error");
}

function outcomeOf(code: string): SignInOutcome {
  const wait = /^too-many:(\d+)$/u.exec(code)?.[1];
  if (wait) return { kind: "too-many", retryAfterSeconds: Number(wait) };
  if (code === "no-match" || code === "used-up") return { kind: code };
  return { kind: "unexpected" };
}
