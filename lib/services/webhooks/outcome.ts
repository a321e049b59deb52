import type { Settled } from "#lib/db/webhook-deliveries.ts";
import type { OutboundAnswer } from "#lib/platform/outbound.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** So long without anything arriving, and a webhook is switched off. */
export const PATIENCE = 24 * HOUR;
/** What a receiver may ask to be left alone for, at most. */
const LONGEST_WAIT = 12 * HOUR;
/** After each attempt but the last. Together more than a day, so that whoever is away for a day misses nothing. */
const WAITS = [5 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 9.5 * HOUR, 12 * HOUR] as const;
/** What failed together is not tried again together: up to so much later. */
const JITTER = 0.1;
const MOST_RESPONSE = 1_000;

type Tried = {
  /** This one included. */
  readonly attempts: number;
  readonly isTest: boolean;
  readonly at: Date;
  /** From 0 to 1. */
  readonly random: number;
};
/** `isGone`: the receiver said that it wants nothing any more. */
export type Outcome = Settled & { readonly isGone: boolean };

/** What an answer means for the delivery: delivered, to be tried again and when, or given up. */
export function outcomeOf(answer: OutboundAnswer, tried: Tried): Outcome {
  const status = answer.kind === "answered" ? answer.status : null;
  const response = answer.kind === "answered" ? excerptOf(answer.body) : null;
  const error = errorOf(answer);
  const told = { status, response, error };
  if (error === null) return { ...told, state: "delivered", nextAt: null, isGone: false };
  const isGone = status === 410;
  const wait = isGone || tried.isTest ? null : waitAfter(tried, askedFor(answer, tried.at));
  if (wait === null) return { ...told, state: "given_up", nextAt: null, isGone };
  return { ...told, state: "failed", nextAt: new Date(tried.at.getTime() + wait), isGone };
}

function waitAfter({ attempts, random }: Tried, asked: number): number | null {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? null : Math.max(Math.round(wait * (1 + JITTER * random)), asked);
}

/** What went wrong, in words; null where nothing did. */
function errorOf(answer: OutboundAnswer): string | null {
  if (answer.kind === "refused") return `Not sent: ${answer.reason}.`;
  if (answer.kind === "failed") return `No answer: ${answer.reason}.`;
  const { status } = answer;
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400)
    return `It answered ${status}: redirects are not followed. Name the address it leads to.`;
  return status === 410 ? "It answered 410: it is gone." : `It answered ${status}.`;
}

/** Milliseconds that `Retry-After` asks for, in seconds or as a date; 0 where it asks for nothing that can be read. */
function askedFor(answer: OutboundAnswer, at: Date): number {
  const given = answer.kind === "answered" ? answer.headers["retry-after"]?.trim() : undefined;
  if (given === undefined || given === "") return 0;
  const wait = /^\d{1,9}$/u.test(given) ? Number(given) * SECOND : Date.parse(given) - at.getTime();
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_WAIT) : 0;
}

/** The beginning of what was answered, as text that can be stored and shown. */
function excerptOf(body: Uint8Array): string {
  const text = new TextDecoder().decode(body).replaceAll("\0", "\u{fffd}");
  // Cut between two halves of a pair, a text could not be stored.
  return text.slice(0, MOST_RESPONSE).toWellFormed();
}
