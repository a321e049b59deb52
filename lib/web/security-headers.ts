import { environment } from "#lib/platform/environment.ts";
import { randomToken } from "#lib/platform/random.ts";

type Setting = { readonly isSecure: boolean; readonly isDevelopment: boolean };

export const newNonce = () => randomToken(16);

/** Only what carries this response's nonce runs, and what that loads; nothing inline, nothing evaluated. */
export function contentPolicy(nonce: string, { isSecure, isDevelopment }: Setting): string {
  // The development server evaluates its modules and adds styles of its own.
  const scripts = isDevelopment ? " 'unsafe-eval'" : "";
  const styles = isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  const rules = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${scripts}`,
    "script-src-attr 'none'",
    `style-src ${styles}`,
    // Widths and colours that are data stand in style attributes; they can run nothing.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ];
  return (isSecure ? [...rules, "upgrade-insecure-requests"] : rules).join("; ");
}

const FEATURES = [
  "camera",
  "microphone",
  "geolocation",
  "payment",
  "usb",
  "serial",
  "midi",
  "browsing-topics",
];

/** What every answer carries beside its content policy. */
export function commonHeaders({ isSecure }: Pick<Setting, "isSecure">): [string, string][] {
  const headers: [string, string][] = [
    ["x-content-type-options", "nosniff"],
    ["x-frame-options", "DENY"],
    // Not `no-referrer`: with it browsers send `Origin: null` on forms of our own.
    ["referrer-policy", "same-origin"],
    ["permissions-policy", FEATURES.map((feature) => `${feature}=()`).join(", ")],
    ["cross-origin-opener-policy", "same-origin"],
    ["cross-origin-resource-policy", "same-origin"],
  ];
  return isSecure
    ? [...headers, ["strict-transport-security", "max-age=63072000; includeSubDomains"]]
    : headers;
}

/** Data is no page: nothing in it is run, loaded or framed. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Puts on an answer of the API what the proxy puts on pages; the proxy stays out of its way, which halves its cost. */
export function asData(response: Response, setting: Pick<Setting, "isSecure"> = environment()): Response {
  response.headers.set("content-security-policy", DATA_POLICY);
  for (const [name, value] of commonHeaders(setting)) response.headers.set(name, value);
  return response;
}
