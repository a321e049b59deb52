import type { Claim, ClaimCreate } from "#lib/contracts/claims.ts";
import type { ApiFailure, ApiResult } from "../api.ts";
import { type Change, type ClaimView, currentOf, effective, isEmpty } from "./change.ts";
import type { ClaimApi } from "./claim-api.ts";
import {
  currentIn,
  draftOf,
  type Entry,
  entryOf,
  holdRefused,
  viewOf,
  withChange,
  withoutChain,
} from "./entry.ts";
import { mergeChange } from "./merge.ts";
import { newId } from "./new-id.ts";
import { type JobOutcome, SaveQueue } from "./save-queue.ts";
import { emptyStack, forget, record, type Step, takeRedo, takeUndo, type UndoStack } from "./undo.ts";

export type StoreOptions = {
  readonly api: ClaimApi;
  readonly articleId: string;
  readonly layerId: string;
  readonly me: string;
  readonly now?: () => number;
  /** Said aloud and shown: what happened that the person did not ask for. */
  readonly onNotice?: (notice: StoreNotice) => void;
};
export type StoreNotice = {
  readonly title: string;
  readonly detail?: string;
  readonly tone: "info" | "danger";
};

export type Saving =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | { readonly kind: "waiting"; readonly reason: string }
  | { readonly kind: "refused"; readonly ids: readonly string[]; readonly reason: string };

export type Snapshot = {
  readonly claims: ReadonlyMap<string, ClaimView>;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly saving: Saving;
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
};

/**
 * The claims of one article as one person edits them: shown at once, saved in order, merged when somebody else was
 * quicker (rules.md 7), undone by writing the opposite.
 */
export class ClaimStore {
  readonly #options: StoreOptions;
  readonly #queue: SaveQueue;
  readonly #listeners = new Set<() => void>();
  #entries = new Map<string, Entry>();
  #views = new Map<string, ClaimView>();
  #stack: UndoStack = emptyStack;
  #waitReason = "";
  #snapshot: Snapshot;

  constructor(options: StoreOptions, claims: readonly Claim[]) {
    this.#options = options;
    this.#queue = new SaveQueue(() => this.#publish());
    for (const claim of claims) this.#entries.set(claim.id, entryOf(claim));
    this.#computeViews();
    this.#snapshot = this.#take();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): Snapshot => this.#snapshot;
  get = (id: string): ClaimView | null => this.#views.get(id) ?? null;

  /** Shows the claim at once and returns its id; the server hears of it next. */
  create(body: Omit<ClaimCreate, "id" | "layerId">): string {
    const id = newId(this.#now());
    const create = { ...body, id, layerId: this.#options.layerId };
    const { articleId, layerId, me } = this.#options;
    const now = new Date(this.#now()).toISOString();
    this.#put(id, entryOf(draftOf(create, { articleId, layerId, createdBy: me, now }), create));
    this.#record("Mark the claim", { kind: "remove", id, children: "keep" }, { kind: "restore", id });
    this.#queue.push({ key: `create:${id}`, run: () => this.#sendCreate(id) });
    return id;
  }

  /** Changes content and saves it; nothing happens where nothing differs. */
  change(id: string, change: Change, label: string): void {
    const view = this.get(id);
    const real = view ? effective(view, change) : {};
    if (!view || isEmpty(real)) return;
    const before = currentOf(view, real);
    this.#record(label, { kind: "change", id, change: before }, { kind: "change", id, change: real });
    this.#write(id, real);
  }

  remove(id: string, children?: "keep" | "remove"): void {
    this.#record("Remove the claim", { kind: "restore", id }, { kind: "remove", id, children });
    this.#apply({ kind: "remove", id, children });
  }

  submit(id: string): void {
    this.#record(
      "Submit",
      { kind: "transition", id, event: "withdraw" },
      { kind: "transition", id, event: "submit" },
    );
    this.#apply({ kind: "transition", id, event: "submit" });
  }

  withdraw(id: string): void {
    this.#record(
      "Withdraw",
      { kind: "transition", id, event: "submit" },
      { kind: "transition", id, event: "withdraw" },
    );
    this.#apply({ kind: "transition", id, event: "withdraw" });
  }

  /** Any other write about a claim, after everything before it is saved; the answer replaces what is shown. */
  perform(id: string, run: (revision: number) => ApiResult<Claim>): Promise<boolean> {
    return new Promise((resolve) => {
      const job = async (): Promise<JobOutcome> => {
        const entry = this.#entries.get(id);
        if (!entry) return "done";
        const result = await run(entry.server.revision);
        if (result.ok) this.#accept(id, result.value);
        else this.#explain(id, result.failure);
        resolve(result.ok);
        return "done";
      };
      this.#queue.push({ key: `perform:${newId()}`, run: job });
    });
  }

  /** Undoes the latest of one's own actions; answers its label and the claim it was about. */
  undo(): { label: string; id: string } | null {
    const taken = takeUndo(this.#stack);
    if (!taken) return null;
    this.#stack = taken.stack;
    this.#apply(taken.entry.undo);
    return { label: taken.entry.label, id: taken.entry.undo.id };
  }

  redo(): { label: string; id: string } | null {
    const taken = takeRedo(this.#stack);
    if (!taken) return null;
    this.#stack = taken.stack;
    this.#apply(taken.entry.redo);
    return { label: taken.entry.label, id: taken.entry.redo.id };
  }

  keepMine(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry?.conflict) return;
    const { mine } = entry.conflict;
    this.#put(id, { ...entry, conflict: null });
    this.#write(id, mine);
  }

  keepTheirs(id: string): void {
    const entry = this.#entries.get(id);
    if (entry) this.#put(id, { ...entry, conflict: null });
  }

  /** Gives up changes the server would not take. */
  discard(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    if (entry.create) this.#drop(id);
    else this.#put(id, { ...entry, pending: {}, held: {}, problem: null });
  }

  retry(): void {
    for (const [id, entry] of this.#entries) {
      if (!entry.problem) continue;
      this.#put(id, { ...entry, pending: { ...entry.held, ...entry.pending }, held: {}, problem: null });
      this.#enqueue(id);
    }
    this.#queue.retry();
  }

  setActions(id: string, actions: readonly string[]): void {
    const entry = this.#entries.get(id);
    if (entry) this.#put(id, { ...entry, actions });
  }

  /** What the server has now, from a list or one's own request elsewhere; unsaved changes stay over it. */
  accept(claim: Claim): void {
    this.#accept(claim.id, claim);
  }

  /** Reads all claims again; what others removed goes, what is unsaved stays. */
  async refresh(): Promise<void> {
    if (!this.#queue.isIdle) return;
    const result = await this.#options.api.read();
    if (!result.ok || !this.#queue.isIdle || !result.value.claims) return;
    const now = new Map(result.value.claims.map((claim) => [claim.id, claim]));
    for (const [id, entry] of this.#entries) {
      if (!now.has(id) && !entry.create && isEmpty(entry.pending)) this.#entries.delete(id);
    }
    for (const claim of now.values()) {
      const entry = this.#entries.get(claim.id);
      if (!entry) this.#entries.set(claim.id, entryOf(claim));
      else if (isNewer(claim, entry.server)) this.#entries.set(claim.id, refreshed(entry, claim));
    }
    this.#computeViews();
    this.#publish();
  }

  #write(id: string, change: Change): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#put(id, withChange(entry, change));
    this.#enqueue(id);
  }

  #enqueue(id: string): void {
    const entry = this.#entries.get(id);
    if (entry?.create) this.#queue.push({ key: `create:${id}`, run: () => this.#sendCreate(id) });
    this.#queue.push({ key: `change:${id}`, run: () => this.#sendChange(id) });
  }

  #apply(step: Step): void {
    const { api } = this.#options;
    switch (step.kind) {
      case "change":
        return this.#write(step.id, step.change);
      case "remove":
        this.#mark(step.id, { isRemoved: true });
        return this.#call(step.id, (revision) => api.remove(step.id, revision, step.children), "gone");
      case "restore":
        this.#mark(step.id, { isRemoved: false });
        return this.#call(step.id, (revision) => api.restore(step.id, revision), "back");
      case "transition":
        return this.#call(step.id, (revision) => api.transition(step.id, step.event, revision), "same");
      default:
        return step satisfies never;
    }
  }

  #call(id: string, run: (revision: number) => ApiResult<unknown>, after: "gone" | "back" | "same"): void {
    const job = async (): Promise<JobOutcome> => {
      const entry = this.#entries.get(id);
      if (!entry || entry.create) return "done";
      const result = await run(entry.server.revision);
      if (!result.ok) {
        if (isUnreachable(result.failure)) return this.#wait(result.failure);
        if (after !== "same") this.#mark(id, { isRemoved: after === "back" });
        this.#explain(id, result.failure);
        return "done";
      }
      // Removing answers nothing; the others answer the claim.
      if (result.value && after !== "gone") this.#accept(id, result.value as Claim);
      await this.#readRelatives(id);
      return "done";
    };
    this.#queue.push({ key: `call:${newId()}`, run: job });
  }

  async #sendCreate(id: string): Promise<JobOutcome> {
    const entry = this.#entries.get(id);
    if (!entry?.create) return "done";
    const result = await this.#options.api.create(entry.create);
    const latest = this.#entries.get(id) ?? entry;
    if (result.ok) {
      this.#put(id, { ...latest, server: result.value, create: null, actions: actionsIn(result.value) });
      if (!isEmpty(latest.pending)) this.#enqueue(id);
      return "done";
    }
    if (isUnreachable(result.failure)) return this.#wait(result.failure);
    const split = result.failure.status === 422 ? withoutChain(latest) : null;
    this.#put(id, { ...(split ?? latest), problem: problemOf(result.failure) });
    if (split) this.#queue.push({ key: `create-rest:${id}`, run: () => this.#sendCreate(id) });
    return "done";
  }

  async #sendChange(id: string): Promise<JobOutcome> {
    const entry = this.#entries.get(id);
    if (!entry || entry.create || isEmpty(entry.pending)) return "done";
    const sent = entry.pending;
    this.#put(id, { ...entry, sent, pending: {} });
    const result = await this.#options.api.change(id, sent, entry.server.revision);
    const latest = this.#entries.get(id) ?? entry;
    if (result.ok) {
      const problem = isEmpty(latest.held) ? null : latest.problem;
      const actions = actionsIn(result.value) ?? latest.actions;
      this.#put(id, { ...latest, server: result.value, sent: {}, problem, actions });
      if ("ownChain" in sent || "parentId" in sent) await this.#readRelatives(id);
      return "done";
    }
    return this.#unsent(id, { ...latest, sent: {} }, sent, result.failure);
  }

  #unsent(id: string, latest: Entry, sent: Change, failure: ApiFailure): JobOutcome {
    const entry = { ...latest, pending: { ...sent, ...latest.pending } };
    if (isUnreachable(failure)) {
      this.#put(id, entry);
      return this.#wait(failure);
    }
    const theirs = failure.status === 412 ? currentIn(failure) : null;
    if (!theirs) {
      const parted = holdRefused(latest, sent);
      this.#put(id, { ...parted, problem: problemOf(failure) });
      if (!isEmpty(parted.pending))
        this.#queue.push({ key: `change:${id}`, run: () => this.#sendChange(id) });
      return "done";
    }
    const { rest, conflicts } = mergeChange(entry.server, entry.pending, theirs);
    const conflict = conflicts.length > 0 ? joined(conflicts) : entry.conflict;
    this.#put(id, { ...entry, server: theirs, pending: rest, conflict, problem: null });
    const title = conflict ? "Somebody else changed the same thing" : "Merged with a colleague's change";
    this.#options.onNotice?.({ title, tone: "info" });
    if (isEmpty(rest)) return "done";
    // Its own key is being worked at, so this one waits its turn behind it.
    this.#queue.push({ key: `change:${id}`, run: () => this.#sendChange(id) });
    return "done";
  }

  /** A changed chain changes the claims below it (rules.md 1); their new revisions are fetched. */
  async #readRelatives(id: string): Promise<void> {
    const hasChildren = [...this.#entries.values()].some(({ server }) => server.parentId === id);
    if (!hasChildren) return;
    const result = await this.#options.api.read();
    for (const claim of (result.ok && result.value.claims) || []) {
      if (claim.id !== id) this.#accept(claim.id, claim);
    }
  }

  #accept(id: string, claim: Claim): void {
    const entry = this.#entries.get(id) ?? entryOf(claim);
    this.#put(id, {
      ...entry,
      server: claim,
      create: null,
      isRemoved: claim.removedAt !== null,
      actions: actionsIn(claim) ?? null,
    });
  }

  #explain(id: string, failure: ApiFailure): void {
    const theirs = failure.status === 412 ? currentIn(failure) : null;
    if (theirs) this.#accept(id, theirs);
    const detail = theirs ? "It has changed meanwhile. Look at it and try again." : failure.detail;
    this.#options.onNotice?.({ title: failure.title, tone: "danger", ...(detail ? { detail } : {}) });
  }

  #wait(failure: ApiFailure): JobOutcome {
    this.#waitReason = failure.title;
    return "again";
  }

  #mark(id: string, marks: Partial<Entry>): void {
    const entry = this.#entries.get(id);
    if (entry) this.#put(id, { ...entry, ...marks });
  }

  #drop(id: string): void {
    this.#entries.delete(id);
    this.#stack = forget(this.#stack, id);
    this.#computeViews();
    this.#publish();
  }

  #record(label: string, undo: Step, redo: Step): void {
    this.#stack = record(this.#stack, { label, undo, redo, at: this.#now() });
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  #put(id: string, entry: Entry): void {
    this.#entries = new Map(this.#entries).set(id, entry);
    this.#computeViews(id);
    this.#publish();
  }

  /** Keeps the view objects of untouched claims, so that what shows them need not be drawn again. */
  #computeViews(touched?: string): void {
    const views = touched === undefined ? new Map<string, ClaimView>() : new Map(this.#views);
    const queue = touched === undefined ? [...this.#entries.keys()] : [touched];
    const done = new Set<string>();
    const compute = (id: string): ClaimView | null => {
      const entry = this.#entries.get(id);
      if (done.has(id) || !entry) return views.get(id) ?? null;
      done.add(id);
      const parentId = { ...entry.server, ...entry.held, ...entry.sent, ...entry.pending }.parentId;
      const isKnown = touched !== undefined && parentId !== null && views.has(parentId);
      const parent = parentId === null ? null : isKnown ? (views.get(parentId) ?? null) : compute(parentId);
      const view = viewOf(entry, parent);
      if (entry.isRemoved) views.delete(id);
      else views.set(id, view);
      return view;
    };
    for (const id of queue) {
      compute(id);
      if (touched !== undefined) queue.push(...this.#childrenOf(id).filter((child) => !done.has(child)));
    }
    this.#views = views;
  }

  #childrenOf(id: string): string[] {
    return [...this.#views.values()].filter((view) => view.parentId === id).map((view) => view.id);
  }

  #take(): Snapshot {
    return {
      claims: this.#views,
      entries: this.#entries,
      saving: this.#saving(),
      undoLabel: this.#stack.done.at(-1)?.label ?? null,
      redoLabel: this.#stack.undone.at(-1)?.label ?? null,
    };
  }

  #saving(): Saving {
    if (this.#queue.isWaiting) return { kind: "waiting", reason: this.#waitReason };
    if (!this.#queue.isIdle) return { kind: "saving" };
    const refused = [...this.#entries].filter(([, { problem, conflict }]) => problem ?? conflict);
    const first = refused[0]?.[1];
    if (!first) return { kind: "saved" };
    const reason = first.problem
      ? first.problem.detail || first.problem.title
      : "choose between two versions";
    return { kind: "refused", ids: refused.map(([id]) => id), reason };
  }

  #publish(): void {
    this.#snapshot = this.#take();
    for (const listener of this.#listeners) listener();
  }
}

function isUnreachable({ status }: ApiFailure): boolean {
  return status === 0 || status === 429 || status >= 500;
}

function problemOf(failure: ApiFailure) {
  return { title: failure.title, detail: failure.detail ?? "" };
}

function actionsIn(claim: Claim): readonly string[] | null {
  return "actions" in claim && Array.isArray(claim.actions) ? claim.actions : null;
}

function isNewer(claim: Claim, known: ClaimView): boolean {
  return (
    claim.revision !== known.revision || claim.state !== known.state || claim.updatedAt !== known.updatedAt
  );
}

function refreshed(entry: Entry, claim: Claim): Entry {
  const { rest, conflicts } = mergeChange(entry.server, entry.pending, claim);
  const conflict = conflicts.length > 0 ? joined(conflicts) : entry.conflict;
  return { ...entry, server: claim, pending: rest, conflict, actions: null };
}

function joined(conflicts: readonly NonNullable<Entry["conflict"]>[]): NonNullable<Entry["conflict"]> {
  return {
    fields: conflicts.flatMap(({ fields }) => fields),
    before: Object.assign({}, ...conflicts.map(({ before }) => before)),
    mine: Object.assign({}, ...conflicts.map(({ mine }) => mine)),
    theirs: Object.assign({}, ...conflicts.map(({ theirs }) => theirs)),
  };
}
