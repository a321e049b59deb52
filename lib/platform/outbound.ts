import { lookup, Resolver } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isAddress, type OutboundRules, portProblem, refusalOf } from "./outbound-rules.ts";

/** A request to an address that somebody typed. */
export type Outbound = {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For all of it: name, connection, and the last byte of the answer. */
  readonly timeoutMs: number;
  /** Bytes of the answer that are read; what is beyond is left unread. */
  readonly maxBytes: number;
  readonly rules: OutboundRules;
  /** Every address a name stands for; the system's resolver unless a test brings its own. */
  readonly resolve?: Resolve;
};

export type Resolve = (host: string) => Promise<readonly string[]>;

export type OutboundAnswer =
  /** Whatever it said. `isWhole` is false where more was said than was read. A redirect is an answer: none is followed. */
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly headers: http.IncomingHttpHeaders;
      readonly body: Buffer;
      readonly isWhole: boolean;
    }
  /** Nothing was connected to: the address is one that may not be reached. */
  | { readonly kind: "refused"; readonly reason: string }
  /** No answer came: no such name, nobody there, a broken certificate, or too late. */
  | { readonly kind: "failed"; readonly reason: string };

type Target = { readonly url: URL; readonly host: string; readonly port: number };

/** Why an address may not be sent to, as far as can be told without asking for its name; or null. */
export function addressProblem(text: string, rules: OutboundRules): string | null {
  const target = targetOf(text);
  if (typeof target === "string") return target;
  const { host, port } = target;
  return isAddress(host) ? refusalOf(rules, { host, address: host, port }) : portProblem(rules, host, port);
}

function targetOf(text: string): Target | string {
  if (!URL.canParse(text)) return "it is no address of the web";
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return "only http and https are spoken";
  if (url.username !== "" || url.password !== "") return "it holds a name or a password";
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  if (host === "") return "it names no host";
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  return { url, host, port };
}

/**
 * Sends one request to an address that cannot be trusted. Its name is asked for once, every address that it stands for
 * is judged, and the connection goes to one of those judged: a name that stands for another address a moment later
 * changes nothing. Certificates are checked against the name. Never throws; answers within `timeoutMs`.
 */
export async function send(outbound: Outbound): Promise<OutboundAnswer> {
  const target = targetOf(outbound.url);
  if (typeof target === "string") return { kind: "refused", reason: target };
  const deadline = new AbortController();
  const seconds = Math.round(outbound.timeoutMs / 100) / 10;
  const late: OutboundAnswer = { kind: "failed", reason: `no whole answer within ${seconds} seconds` };
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<OutboundAnswer>((resume) => {
    timer = setTimeout(() => {
      resume(late);
      deadline.abort();
    }, outbound.timeoutMs);
  });
  try {
    return await Promise.race([attempt(outbound, target, deadline.signal), timeout]);
  } finally {
    clearTimeout(timer);
    // Whatever of it still runs is over with its answer.
    deadline.abort();
  }
}

async function attempt(outbound: Outbound, target: Target, signal: AbortSignal): Promise<OutboundAnswer> {
  try {
    const pinned = await pin(outbound, target);
    if ("kind" in pinned) return pinned;
    return signal.aborted
      ? failed("it was too late")
      : await request(outbound, target, pinned.address, signal);
  } catch (error) {
    return failed(reasonOf(error));
  }
}

/** One address to connect to, when every one that the name stands for may be. */
async function pin(
  { rules, resolve = systemResolve }: Outbound,
  { host, port }: Target,
): Promise<{ address: string } | OutboundAnswer> {
  const addresses = isAddress(host) ? [host] : await resolve(host);
  const [address] = addresses;
  if (address === undefined) return failed(`${host} has no address`);
  for (const one of addresses) {
    const reason = isAddress(one)
      ? refusalOf(rules, { host, address: one, port })
      : `${one} is an address of one link only`;
    if (reason !== null) return { kind: "refused", reason };
  }
  return { address };
}

/**
 * By DNS itself, which gives up in time. The system's own way knows names that DNS does not, but holds one of the few
 * threads of the process until it is done: it is asked only where DNS has quickly said that it knows nothing.
 */
async function systemResolve(host: string): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
  if (found.length > 0) return found;
  for (const answer of answers) {
    if (answer.status === "rejected" && codeOf(answer.reason) === "ETIMEOUT") throw answer.reason;
  }
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

function request(
  { method, headers, body, maxBytes }: Outbound,
  { url }: Target,
  address: string,
  signal: AbortSignal,
): Promise<OutboundAnswer> {
  return new Promise((resume) => {
    const { request: open } = url.protocol === "https:" ? https : http;
    const sent = open(url, {
      method,
      headers: body === undefined ? headers : { ...headers, "content-length": Buffer.byteLength(body) },
      lookup: pinnedTo(address),
      // A connection kept for later would be one that nobody judged for what follows.
      agent: false,
      signal,
    });
    sent.on("error", (error) => resume(failed(reasonOf(error))));
    sent.on("response", (response) => resume(readAnswer(response, maxBytes)));
    sent.end(body);
  });
}

/** Node asks for one address, or, where it may try several, for a list of them. */
function pinnedTo(address: string): NonNullable<http.RequestOptions["lookup"]> {
  const family = address.includes(":") ? 6 : 4;
  return (_host, { all }, answer) => {
    if (all) answer(null, [{ address, family }]);
    else answer(null, address, family);
  };
}

async function readAnswer(response: http.IncomingMessage, maxBytes: number): Promise<OutboundAnswer> {
  const { statusCode: status = 0, headers } = response;
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response) {
      // Without an encoding set, Node's streams give buffers.
      const part = chunk as Buffer;
      chunks.push(part);
      bytes += part.length;
      // Leaving the loop ends the connection.
      if (bytes > maxBytes) break;
    }
  } catch (error) {
    return failed(`its answer broke off: ${reasonOf(error)}`);
  }
  const body = Buffer.concat(chunks).subarray(0, maxBytes);
  return { kind: "answered", status, headers, body, isWhole: bytes <= maxBytes };
}

const failed = (reason: string): OutboundAnswer => ({ kind: "failed", reason });

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: "its name is not known",
  EAI_AGAIN: "its name cannot be asked for at the moment",
  ETIMEOUT: "its name cannot be asked for at the moment",
  ECONNREFUSED: "nobody listens there",
  ECONNRESET: "it broke the connection off",
  EPIPE: "it broke the connection off",
  EHOSTUNREACH: "it cannot be reached",
  ENETUNREACH: "it cannot be reached",
  ETIMEDOUT: "it cannot be reached",
  CERT_HAS_EXPIRED: "its certificate has run out",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by nobody who is trusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by nobody who is trusted",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
};

/** In words for whoever typed the address; never more of the error than its code. */
function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return reasons[code] ?? `it cannot be spoken to (${code})`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
