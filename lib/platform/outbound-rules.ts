import { networkInterfaces } from "node:os";
import ipaddr from "ipaddr.js";

/** One thing named by whoever runs the installation, that is reached although it lies inside; null is any port. */
export type AllowEntry = { readonly port: number | null } & (
  | { readonly host: string }
  | { readonly range: readonly [address: string, prefix: number] }
);

/** What may be reached besides public addresses. `ports`: those open everywhere. */
export type OutboundRules = { readonly allow: readonly AllowEntry[]; readonly ports: readonly number[] };

/** Public addresses on the two ports of the web, and nothing else. */
export const strictRules: OutboundRules = { allow: [], ports: [80, 443] };

const HOST = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/u;
/** Global unicast (RFC 4291): what lies outside it carries an IPv4 address in disguise, or is nobody's. */
const GLOBAL_UNICAST = ["2000::", 3] as const;
/** Public by its number, but answered inside a cloud by the machine's own host: it hands out credentials. */
const METADATA = "168.63.129.16";

/**
 * Reads a list such as `10.2.0.0/16, hooks.desk.internal:8080, [fd00::/8]:443`: addresses, blocks of them, and names,
 * each on any port unless it names one. Throws an `Error` that names what cannot be read.
 */
export function readAllowList(list: string): AllowEntry[] {
  return list
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== "")
    .map(readEntry);
}

function readEntry(text: string): AllowEntry {
  const { target, port } = splitPort(text);
  const range = readRange(target);
  if (range) return { range, port };
  // Digits and dots that are no address are a slip, not a name.
  if (!HOST.test(target) || /^[\d.]+$/u.test(target)) {
    throw new Error(`“${text}” is no address, block of addresses or host name`);
  }
  return { host: target, port };
}

function splitPort(text: string): { target: string; port: number | null } {
  const [, bracketed, plain, digits] =
    /^(?:\[([^\]]*)\]|([^:]*))(?::(\d{1,5}))?$/u.exec(text) ?? ([text, text] as const);
  const port = digits === undefined ? null : Number(digits);
  if (port !== null && (port < 1 || port > 65_535)) throw new Error(`“${text}” names no port`);
  return { target: bracketed ?? plain ?? text, port };
}

function readRange(text: string): readonly [string, number] | null {
  const [address = "", prefix, ...rest] = text.split("/");
  if (!isAddress(address) || rest.length > 0) return null;
  const most = ipaddr.parse(address).kind() === "ipv4" ? 32 : 128;
  if (prefix === undefined) return [address, most];
  return /^\d{1,3}$/u.test(prefix) && Number(prefix) <= most ? [address, Number(prefix)] : null;
}

/** Whether a text is an address in the one spelling that WHATWG's URL gives: four decimals, or IPv6 without a zone. */
export function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || (ipaddr.IPv6.isValid(text) && !text.includes("%"));
}

/** Why this place is not connected to, or null. `host` is the name asked for, `address` one that it stands for. */
export function refusalOf(
  rules: OutboundRules,
  { host, address, port }: { readonly host: string; readonly address: string; readonly port: number },
): string | null {
  if (rules.allow.some((entry) => opens(entry, port) && holds(entry, host, address))) return null;
  if (!rules.ports.includes(port)) return closed(port);
  const kind = kindOf(address);
  return kind === null ? null : `${address} is ${kind}, not a public address`;
}

/** The same of a name that nobody has asked for yet: only its port can be judged. */
export function portProblem({ allow, ports }: OutboundRules, host: string, port: number): string | null {
  const isOpen = allow.some((entry) => opens(entry, port) && ("range" in entry || holds(entry, host, null)));
  return ports.includes(port) || isOpen ? null : closed(port);
}

const closed = (port: number) => `port ${port} is not open to it`;
const opens = (entry: AllowEntry, port: number) => entry.port === null || entry.port === port;

function holds(entry: AllowEntry, host: string, address: string | null): boolean {
  if ("host" in entry) return entry.host === host.toLowerCase().replace(/\.$/u, "");
  return address !== null && isWithin(address, ...entry.range);
}

function isWithin(address: string, base: string, prefix: number): boolean {
  const one = ipaddr.parse(address);
  const block = ipaddr.parse(base);
  return one.kind() === block.kind() && one.match(block, prefix);
}

const words: Readonly<Record<string, string>> = {
  unspecified: "the machine itself",
  loopback: "the machine itself",
  linkLocal: "of the local link",
  private: "private",
  uniqueLocal: "private",
  carrierGradeNat: "a carrier's own",
  multicast: "multicast",
  broadcast: "broadcast",
};

/** What an address is where it is not simply somebody's public one; null where it is. */
function kindOf(address: string): string | null {
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (range !== "unicast") return words[range] ?? "reserved";
  if (parsed.kind() === "ipv6" && !isWithin(address, ...GLOBAL_UNICAST)) return "reserved";
  if (address === METADATA) return "a cloud's own";
  return isOwn(parsed.toString()) ? "the machine itself" : null;
}

/** A public address of this very machine leads to what listens here, past whatever shields it from outside. */
function isOwn(address: string): boolean {
  return Object.values(networkInterfaces()).some((all) =>
    all?.some((one) => isAddress(one.address) && ipaddr.parse(one.address).toString() === address),
  );
}
