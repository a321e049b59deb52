import { distribute } from "#core/assignment/distribute.ts";
import type { Assignee } from "#lib/contracts/articles.ts";
import type { AssignInput, Worker } from "#lib/contracts/assignments.ts";
import { endOfDay } from "./due.ts";

export type Kind = AssignInput["kind"];
export type Way = "everybody" | "round_robin" | "load" | "pairs";
export type AssignForm = {
  readonly kind: Kind;
  readonly people: readonly string[];
  readonly way: Way;
  /** As it was typed. */
  readonly each: string;
  /** One check for every so many articles, as it was typed; empty for none. */
  readonly checkEvery: string;
  readonly due: string;
  readonly note: string;
};
export type Given = { readonly id: string; readonly assignees: readonly Assignee[] };

export const emptyForm: AssignForm = {
  kind: "annotate",
  people: [],
  way: "everybody",
  each: "1",
  checkEvery: "",
  due: "",
  note: "",
};

/** As it is opened: in a blind project by the project's own rule. */
export function formFor(coders: number | undefined): AssignForm {
  return coders === undefined ? emptyForm : { ...emptyForm, way: "pairs", each: String(coders) };
}

export type Problems = { readonly [field in "people" | "each" | "checkEvery" | "due"]?: string };

/** What keeps the form from being sent, by field, in words. */
export function problemsOf(form: AssignForm, now: Date): Problems {
  const dueAt = endOfDay(form.due);
  const each = Number(form.each);
  const isChosen = form.way === "round_robin" || form.way === "load";
  const isNumber = /^\d+$/u.test(form.each.trim()) && each >= 1 && each <= 20;
  return {
    ...(form.people.length === 0 ? { people: "Choose at least one person." } : {}),
    ...(isChosen && !isNumber ? { each: "Write a whole number from 1 to 20." } : {}),
    ...(isChosen && isNumber && form.people.length > 0 && each > form.people.length
      ? { each: `Only ${peopleWords(form.people.length)} chosen: write ${form.people.length} or less.` }
      : {}),
    ...(/^(?:|[1-9]\d?|100)$/u.test(form.checkEvery.trim())
      ? {}
      : { checkEvery: "Write a whole number from 1 to 100, or nothing." }),
    ...(dueAt !== null && dueAt < now.toISOString()
      ? { due: "This day is over. Choose today or later." }
      : {}),
  };
}

export function inputOf(
  articles: readonly Given[],
  form: AssignForm,
): Omit<AssignInput, "rule"> & {
  rule?: { by: "round_robin" | "load" | "pairs"; each: number };
  checkEvery?: number;
} {
  const { kind, people, way, note } = form;
  const rule = way === "everybody" ? {} : { rule: { by: way, each: Number(form.each) } };
  const articleIds = articles.map(({ id }) => id);
  const checks =
    form.checkEvery.trim() === "" || kind !== "annotate" ? {} : { checkEvery: Number(form.checkEvery) };
  const rest = { kind, dueAt: endOfDay(form.due), note: note.trim() };
  return { articleIds, userIds: [...people], ...rest, ...rule, ...checks };
}

/** What will be given out, before it is: the same rule as the server's, on what this page knows. */
export function planOf(
  articles: readonly Given[],
  form: AssignForm,
  workers: readonly Worker[],
): { given: number; people: number; already: number } {
  const taken = articles.flatMap(({ id: articleId, assignees }) =>
    assignees.filter(({ kind }) => kind === form.kind).map(({ userId }) => ({ articleId, userId })),
  );
  const loads = new Map(workers.map(({ userId, inHand }) => [userId, inHand]));
  const hands = form.people.map((id) => ({ id, load: loads.get(id) ?? 0 }));
  const isEverybody = form.way === "everybody";
  const ids = articles.map(({ id }) => id);
  const shares = isEverybody
    ? distribute(ids, hands, "round_robin", hands.length, chosenOnly(taken, form.people))
    : distribute(ids, hands, form.way === "load" ? "load" : "round_robin", Number(form.each), taken);
  const touched = new Set(shares.map(({ articleId }) => articleId));
  const already = isEverybody
    ? chosenOnly(taken, form.people).length
    : ids.filter((id) => !touched.has(id)).length;
  return { given: shares.length, people: new Set(shares.map(({ userId }) => userId)).size, already };
}

const chosenOnly = (taken: readonly { articleId: string; userId: string }[], people: readonly string[]) =>
  taken.filter(({ userId }) => people.includes(userId));

/** "12 assignments to 3 people; 2 of them have it already." */
export function planWords(plan: ReturnType<typeof planOf>, way: Way): string {
  const { given, people, already } = plan;
  const rest =
    already === 0
      ? "."
      : way === "everybody"
        ? `; ${already} ${already === 1 ? "is" : "are"} given already.`
        : `; ${already} ${already === 1 ? "article has" : "articles have"} enough people already.`;
  if (given === 0) return `Nothing to give out${rest}`;
  return `${given} ${given === 1 ? "assignment" : "assignments"} to ${peopleWords(people, "")}${rest}`;
}

function peopleWords(count: number, verb = count === 1 ? " is" : " are"): string {
  return `${count} ${count === 1 ? "person" : "people"}${verb}`;
}
