import type { Tone } from "#components/ui/badge.tsx";
import {
  type DeliveryState,
  type DisabledReason,
  type EventSubject,
  eventSubjects,
  type Webhook,
} from "#lib/contracts/webhooks.ts";

export const subjectWords: Readonly<Record<EventSubject, string>> = {
  article: "Articles: added, changed, worked on",
  assignment: "Assignments: given, finished, given back",
  claim: "Claims: made, revised, reviewed, removed",
  comment: "Comments: added, changed",
  member: "Members: joined, changed, removed",
  project: "Projects: made, changed",
  source: "Sources: made, changed, merged",
  workspace: "The workspace itself",
};

const reasonWords: Readonly<Record<DisabledReason, string>> = {
  switched_off: "Somebody switched it off.",
  failing: "Nothing arrived for a day.",
  gone: "Its receiver answered that it is gone (410).",
  holder_left: "Whoever it is told for may not manage webhooks any more. Switch it on to take it over.",
  secret_unreadable: "Its secret cannot be read any more. Give it a new one, then switch it on.",
};

type Stand = { readonly tone: Tone; readonly label: string; readonly why: string };

/** How a webhook stands, in a word and, where it does not send, a sentence. */
export function standOf({ isActive, disabledReason, failingSince }: Webhook): Stand {
  if (!isActive) return { tone: "neutral", label: "Off", why: reasonWords[disabledReason ?? "switched_off"] };
  if (failingSince !== null)
    return { tone: "warning", label: "Failing", why: "What is sent does not arrive. It is tried again." };
  return { tone: "success", label: "On", why: "" };
}

export const deliveryWords: Readonly<Record<DeliveryState, { readonly tone: Tone; readonly label: string }>> =
  {
    pending: { tone: "info", label: "Waiting" },
    failed: { tone: "warning", label: "To be tried again" },
    delivered: { tone: "success", label: "Delivered" },
    given_up: { tone: "danger", label: "Given up" },
  };

/** Subjects that are wanted as a whole, and kinds that are wanted singly. */
export type Wanted = { readonly subjects: readonly EventSubject[]; readonly kinds: string };

const isWhole = (pattern: string) => eventSubjects.some((subject) => pattern === `${subject}.*`);

export function wantedOf(events: readonly string[]): Wanted {
  const subjects = events.includes("*")
    ? eventSubjects
    : eventSubjects.filter((subject) => events.includes(`${subject}.*`));
  return { subjects, kinds: events.filter((one) => one !== "*" && !isWhole(one)).join(", ") };
}

export function eventsOf({ subjects, kinds }: Wanted): string[] {
  if (subjects.length === eventSubjects.length) return ["*"];
  const single = kinds.split(/[\s,]+/u).filter((kind) => kind !== "");
  return [...new Set([...subjects.map((subject) => `${subject}.*`), ...single])];
}

/** "Claims, sources, article.imported". */
export function eventsInWords(events: readonly string[]): string {
  if (events.includes("*")) return "Everything";
  const words = events.map((one) =>
    isWhole(one) ? (subjectWords[subjectOf(one)].split(":")[0] ?? one) : one,
  );
  return words.join(", ");
}

function subjectOf(pattern: string): EventSubject {
  return eventSubjects.find((subject) => pattern === `${subject}.*`) ?? "workspace";
}
