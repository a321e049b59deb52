import { undescribed } from "../../tests/support/described.ts";
import type { Shot } from "./requests.ts";

export type Heard = { readonly status: number; readonly headers: Headers; readonly text: string };

export type Fault = { readonly what: string; readonly shot: Shot; readonly heard: Heard };

/** What tells of the inside: of the driver, of the code, of the database. */
const INSIDE = /prisma|postgres|\bat .+\.[tj]s:\d|\bselect\b.+\bfrom\b|node_modules/iu;

/** What an answer does wrong; null when nothing. */
export function fault(shot: Shot, heard: Heard): Fault | null {
  const what = wrong(shot, heard);
  return what === null ? null : { what, shot, heard };
}

function wrong({ method, path }: Shot, { status, headers, text }: Heard): string | null {
  if (status >= 500) return `answers ${status}`;
  if (status >= 400 && INSIDE.test(text)) return "tells of its inside";
  const type = headers.get("content-type") ?? "";
  const json = /json/u.test(type) ? parsed(text) : null;
  if (json === undefined) return "answers JSON that is none";
  return undescribed(method, path, { status, type, headers, json })[0] ?? null;
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
