import { fail, ok, type Result } from "#core/result.ts";
import type { Principal } from "#lib/authz/principal.ts";
import type { RouteContract } from "#lib/contracts/route.ts";
import type { Failure } from "#lib/services/failure.ts";
import { clientAddress } from "./auth-address.ts";
import { identify } from "./authenticate.ts";
import { isSameOrigin } from "./origin.ts";
import { type Allowance, takeRequests } from "./rate-limit.ts";

/** What was found out about a request before it failed or went through. */
export type Ledger = { allowance: Allowance | null };

/** Nobody: what a public operation is called by. It is a member of nothing. */
const nobody: Principal = { userId: "00000000-0000-0000-0000-000000000000", via: "session", scopes: [] };

/** Who asks, whether they may ask so, and whether they have not asked too often. */
export async function admit(
  contract: RouteContract,
  request: Request,
  ledger: Ledger,
): Promise<Result<Principal, Failure>> {
  const found = await identify(request);
  const principal = found === "expired" ? null : found;
  if (principal && !isMeant(request, principal)) return fail({ kind: "unauthenticated" });
  if (!principal && contract.scope !== null) {
    return fail({ kind: found === "expired" ? "token-expired" : "unauthenticated" });
  }
  const sender = principal ?? { userId: clientAddress(request.headers) };
  const mayAsk = principal ? mayUse(contract, request, principal) : ok(true as const);
  if (!mayAsk.ok) return mayAsk;
  const taken = charge(contract, sender, 1, ledger);
  return taken.ok ? ok(principal ?? nobody) : taken;
}

/** What an operation costs beyond the one request that was counted when it came. */
export function chargeMore(
  contract: RouteContract,
  sender: Pick<Principal, "userId">,
  body: unknown,
  ledger: Ledger,
): Result<true, Failure> {
  const count = contract.cost?.(body) ?? 1;
  return count > 1 ? charge(contract, sender, count - 1, ledger) : ok(true);
}

function charge(
  contract: RouteContract,
  sender: Pick<Principal, "userId">,
  count: number,
  ledger: Ledger,
): Result<true, Failure> {
  const kind = contract.rate ?? (contract.method === "GET" ? "read" : "write");
  const allowance = takeRequests(sender, kind, { count });
  ledger.allowance = allowance;
  const { waitSeconds: retryAfterSeconds } = allowance;
  return retryAfterSeconds === 0 ? ok(true) : fail({ kind: "too-many", retryAfterSeconds });
}

function mayUse(
  { method, scope }: RouteContract,
  request: Request,
  { via, scopes }: Principal,
): Result<true, Failure> {
  if (method !== "GET" && via === "session" && !isSameOrigin(request)) {
    return fail({ kind: "own-origin-only" });
  }
  const isAllowed = !scope || !scopes || isCovered(scopes, scope);
  return isAllowed ? ok(true) : fail({ kind: "out-of-scope", scope });
}

/** A page that outlived a change of person says whose writing it sends; it is not taken for the newcomer's. */
function isMeant(request: Request, { userId }: Principal): boolean {
  const person = request.headers.get("sourceline-person");
  return person === null || person === userId;
}

/** Reading comes with any scope: who may write must see what. */
function isCovered(scopes: readonly string[], needed: string): boolean {
  return needed === "read" ? scopes.length > 0 : scopes.includes(needed);
}
