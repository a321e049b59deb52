import type { Claim, ClaimCreate } from "#lib/contracts/claims.ts";
import type { ApiFailure, ApiResult } from "../api.ts";
import { actionsIn, isNewer, isUnreachable, joined, problemOf, refreshed } from "./answers.ts";
import { type Change, type ClaimView, currentOf, effective, isEmpty } from "./change.ts";
import {
  currentIn,
  draftOf,
  type Entry,
  entryOf,
  holdRefused,
  type SaveProblem,
  withChange,
  withoutChain,
} from "./entry.ts";
import { lackingSource } from "./lacking-source.ts";
import { mergeChange } from "./merge.ts";
import { newId } from "./new-id.ts";
import { type JobOutcome, SaveQueue } from "./save-queue.ts";
import { savingOf } from "./saving.ts";
import type { Snapshot, StoreOptions } from "./store-types.ts";
import { emptyStack, forget, record, type Step, takeRedo, takeUndo, turn, without } from "./undo.ts";
import { keepUnsaved, withUnsaved } from "./unsaved.ts";
import { allViews, viewsAfter } from "./views.ts";

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
  #stack = emptyStack;
  #waitReason = "";
  #isKeeping = false;
  #snapshot: Snapshot;

  constructor(options: StoreOptions, claims: readonly Claim[]) {
    this.#options = options;
    this.#queue = new SaveQueue(() => this.#publish());
    for (const claim of claims) this.#entries.set(claim.id, entryOf(claim));
    this.#views = allViews(this.#entries);
    this.#snapshot = this.#take();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): Snapshot => this.#snapshot;
  get = (id: string): ClaimView | null => this.#views.get(id) ?? null;

  /** Takes up what an earlier page could not save; from here on what is not saved is kept. */
  recover(): void {
    const { keep } = this.#options;
    if (!keep || this.#isKeeping) return;
    this.#isKeeping = true;
    this.#entries = withUnsaved(keep, this.#entries, this.#place());
    this.#views = allViews(this.#entries);
    this.#publish();
  }

  /** Shows the claim at once and returns its id; the server hears of it next. */
  create(body: Omit<ClaimCreate, "id" | "layerId">): string {
    const id = newId(this.#now());
    const { layerId } = this.#options;
    const create = { ...body, id, ...(layerId ? { layerId } : {}) };
    this.#put(id, entryOf(draftOf(create, this.#place()), create));
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
    this.#perform("Remove the claim", { kind: "restore", id }, { kind: "remove", id, children });
  }

  submit(id: string): void {
    this.#perform("Submit", turn(id, "withdraw"), turn(id, "submit"));
  }

  withdraw(id: string): void {
    this.#perform("Withdraw", turn(id, "submit"), turn(id, "withdraw"));
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
    this.#views = allViews(this.#entries);
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

  #perform(label: string, undo: Step, redo: Step): void {
    this.#record(label, undo, redo);
    this.#apply(redo);
  }

  #apply(step: Step): void {
    if (step.kind === "change") this.#write(step.id, step.change);
    else {
      if (step.kind !== "transition") this.#mark(step.id, { isRemoved: step.kind === "remove" });
      this.#queue.push({ key: `step:${newId()}`, run: () => this.#sendStep(step) });
    }
    this.#publish();
  }

  async #sendStep(step: Exclude<Step, { kind: "change" }>): Promise<JobOutcome> {
    const { id } = step;
    const entry = this.#entries.get(id);
    if (entry?.create && step.kind === "remove") this.#drop(id);
    if (!entry || entry.create) return "done";
    const result = await this.#send(step, entry.server.revision);
    if (result.ok) {
      this.#accept(id, result.value);
      await this.#readRelatives(id);
      return "done";
    }
    if (isUnreachable(result.failure)) return this.#wait(result.failure);
    if (step.kind !== "transition") this.#mark(id, { isRemoved: step.kind === "restore" });
    this.#stack = without(this.#stack, step);
    this.#explain(id, result.failure);
    return "done";
  }

  #send(step: Exclude<Step, { kind: "change" }>, revision: number): ApiResult<Claim> {
    const { api } = this.#options;
    if (step.kind === "remove") return api.remove(step.id, revision, step.children);
    if (step.kind === "restore") return api.restore(step.id, revision);
    return api.transition(step.id, step.event, revision);
  }

  async #sendCreate(id: string): Promise<JobOutcome> {
    const entry = this.#entries.get(id);
    if (!entry?.create) return "done";
    const early = withoutChain(entry);
    const lacking = early && lackingSource(entry.create.ownChain);
    if (lacking) return this.#sendWithoutChain(id, { ...early, problem: lacking });
    const result = await this.#options.api.create(entry.create);
    const latest = this.#entries.get(id) ?? entry;
    if (result.ok) {
      this.#put(id, { ...latest, server: result.value, create: null, actions: actionsIn(result.value) });
      if (!isEmpty(latest.pending)) this.#enqueue(id);
      return "done";
    }
    if (isUnreachable(result.failure)) return this.#wait(result.failure);
    const split = result.failure.status === 422 ? withoutChain(latest) : null;
    const refused = { ...(split ?? latest), problem: problemOf(result.failure) };
    if (split) return this.#sendWithoutChain(id, refused);
    this.#put(id, refused);
    return "done";
  }

  #sendWithoutChain(id: string, entry: Entry): JobOutcome {
    this.#put(id, entry);
    this.#queue.push({ key: `create-rest:${id}`, run: () => this.#sendCreate(id) });
    return "done";
  }

  async #sendChange(id: string): Promise<JobOutcome> {
    const entry = this.#entries.get(id);
    if (!entry || entry.create || isEmpty(entry.pending)) return "done";
    const sent = entry.pending;
    const lacking = lackingSource(sent.ownChain);
    if (lacking) return this.#hold(id, { ...entry, pending: {} }, sent, lacking);
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
    if (!theirs) return this.#hold(id, latest, sent, problemOf(failure));
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

  /** Keeps here what the server will not take, and sends what it may. */
  #hold(id: string, entry: Entry, refused: Change, problem: SaveProblem): JobOutcome {
    const parted = holdRefused(entry, refused);
    this.#put(id, { ...parted, problem });
    if (!isEmpty(parted.pending)) this.#queue.push({ key: `change:${id}`, run: () => this.#sendChange(id) });
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
    this.#views = allViews(this.#entries);
    this.#publish();
  }

  #record(label: string, undo: Step, redo: Step): void {
    this.#stack = record(this.#stack, { label, undo, redo, at: this.#now() });
  }

  #place() {
    const { articleId, layerId, me } = this.#options;
    return { articleId, layerId: layerId ?? "", createdBy: me, now: new Date(this.#now()).toISOString() };
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  #put(id: string, entry: Entry): void {
    this.#entries = new Map(this.#entries).set(id, entry);
    this.#views = viewsAfter(this.#views, this.#entries, id);
    this.#publish();
  }

  #take(): Snapshot {
    return {
      claims: this.#views,
      entries: this.#entries,
      saving: savingOf(this.#queue, this.#entries, this.#waitReason),
      undoLabel: this.#stack.done.at(-1)?.label ?? null,
      redoLabel: this.#stack.undone.at(-1)?.label ?? null,
    };
  }

  #publish(): void {
    this.#snapshot = this.#take();
    if (this.#options.keep && this.#isKeeping) keepUnsaved(this.#options.keep, this.#entries);
    for (const listener of this.#listeners) listener();
  }
}
