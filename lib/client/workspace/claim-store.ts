import type { Claim, ClaimCreate } from "#lib/contracts/claims.ts";
import type { ApiResult } from "../api.ts";
import { isLater } from "./answers.ts";
import {
  type Change,
  type ClaimView,
  currentOf,
  effective,
  type Field,
  isEmpty,
  sameValue,
} from "./change.ts";
import { edited } from "./edit.ts";
import { draftOf, type Entry } from "./entry.ts";
import type { Feed } from "./feed.ts";
import { Ledger } from "./ledger.ts";
import { newId } from "./new-id.ts";
import { savingOf } from "./saving.ts";
import { initialStatus, type Status, type StoreOptions } from "./store-types.ts";
import {
  emptyStack,
  forget,
  type Part,
  record,
  type Step,
  takeRedo,
  takeUndo,
  turn,
  type UndoEntry,
  undoing,
  without,
  withoutFields,
} from "./undo.ts";
import { ValueStore } from "./value-store.ts";
import { type Action, isCreate, pick, type Write } from "./write.ts";

/**
 * The claims of one article as one person edits them: shown at once, sent in order and once, merged when somebody
 * else was quicker (rules.md 7), undone by writing the opposite. What changed is told by `feed`, claim by claim.
 */
export class ClaimStore {
  readonly status: ValueStore<Status>;
  readonly #options: StoreOptions;
  readonly #ledger: Ledger;
  #stack = emptyStack;
  #batch: Part[] | null = null;
  #activity: string | null = null;
  #mayRefreshAt = 0;

  constructor(options: StoreOptions) {
    this.#options = options;
    this.status = new ValueStore<Status>(initialStatus);
    this.#ledger = new Ledger(options, {
      onChange: () => this.#tell(),
      onTheirs: (id, fields) => {
        if (fields.length > 0) this.#stack = withoutFields(this.#stack, id, fields);
      },
      onNever: (steps) => {
        this.#stack = without(this.#stack, steps);
      },
      onGone: (id) => {
        this.#stack = forget(this.#stack, id);
      },
    });
  }

  /** Alive: the claims as they are shown now. */
  get claims(): ReadonlyMap<string, ClaimView> {
    return this.#ledger.set.views;
  }
  get feed(): Feed {
    return this.#ledger.set.feed;
  }
  readonly get = (id: string): ClaimView | null => this.claims.get(id) ?? null;
  readonly entry = (id: string): Entry | undefined => this.#ledger.entry(id);
  /** Those nested directly in it that are shown. */
  readonly childrenOf = (id: string): readonly ClaimView[] =>
    this.#ledger.set.childrenOf(id).flatMap((child) => this.get(child) ?? []);
  /** Something unsent would be gone with the page. */
  readonly wouldLose = (): boolean => !this.#ledger.outbox.isKept;

  /** Fetches the claims, then takes up what an earlier page could not send, and sends it. */
  async load(): Promise<void> {
    this.status.set({ loading: "loading" });
    const result = await this.#options.api.read();
    if (!result.ok) return this.status.set({ loading: "failed" });
    this.#activity = result.value.lastActivityAt;
    this.#options.onRead?.(result.value);
    this.#ledger.set.fill(result.value.claims.filter(({ id }) => !this.entry(id)));
    await this.#ledger.takeUpDrafts();
    this.status.set({ loading: "loaded" });
    this.#tell();
  }

  /** Shows the claim at once and returns its id; the server hears of it next. */
  create(body: Omit<ClaimCreate, "id" | "layerId">): string {
    const id = newId(this.#ledger.now());
    const { layerId } = this.#options;
    const redo: Step = { kind: "restore", id, body: { ...body, id, ...(layerId ? { layerId } : {}) } };
    this.#perform("Mark the claim", { redo, undo: [{ kind: "remove", id, children: "keep" }] });
    return id;
  }

  /** Changes content and saves it; nothing happens where nothing differs. */
  change(id: string, change: Change, label: string): void {
    const view = this.get(id);
    const real = view ? effective(view, change) : {};
    if (!view || isEmpty(real)) return;
    const undo: Step = { kind: "change", id, change: currentOf(view, real) };
    this.#perform(label, { redo: { kind: "change", id, change: real }, undo: [undo] });
  }

  /** Undone, it comes back with what was nested in it and with what waited in it. */
  remove(id: string, children?: "keep" | "remove"): void {
    const backUnder = (children === "keep" ? this.childrenOf(id) : []).map(
      (child): Step => ({
        kind: "change",
        id: child.id,
        change: pick(child, ["parentId", "ownChain", "provenance"]),
      }),
    );
    const { held = {}, create = null } = this.entry(id) ?? {};
    const mended: Step[] = isEmpty(held) ? [] : [{ kind: "change", id, change: held }];
    const undo: Step[] = [
      { kind: "restore", id, ...(create ? { body: create } : {}) },
      ...backUnder,
      ...mended,
    ];
    this.#perform("Remove the claim", { redo: { kind: "remove", id, children }, undo });
  }

  submit(id: string): void {
    this.#perform("Submit", { redo: turn(id, "submit"), undo: [turn(id, "withdraw")] });
  }

  withdraw(id: string): void {
    this.#perform("Withdraw", { redo: turn(id, "withdraw"), undo: [turn(id, "submit")] });
  }

  /** Everything done inside is one entry of undo and redo, and is shown as one change. */
  batch<T>(label: string, run: () => T): T {
    if (this.#batch) return run();
    const parts: Part[] = [];
    this.#batch = parts;
    try {
      return this.#ledger.set.run(run);
    } finally {
      this.#batch = null;
      if (parts.length > 0) this.#record(label, parts);
    }
  }

  /** Any other write about a claim, after everything before it is sent; the answer replaces what is shown. */
  perform(id: string, run: (revision: number) => ApiResult<Claim>): Promise<boolean> {
    return new Promise((resolve) => {
      const errand = async () => {
        const entry = this.entry(id);
        const result = entry ? await run(entry.server.revision) : null;
        if (result?.ok) this.#ledger.takeTheirs(result.value);
        else if (result) this.#ledger.explain(result.failure);
        resolve(result?.ok ?? false);
        return "done" as const;
      };
      this.#ledger.outbox.ask({ key: newId(), id, run: errand });
    });
  }

  /** Undoes the latest of one's own actions; answers its label and the claim it was about. */
  undo(): { label: string; id: string } | null {
    const taken = takeUndo(this.#stack);
    if (!taken) return null;
    this.#stack = taken.stack;
    return this.#follow(taken.entry, undoing(taken.entry));
  }

  redo(): { label: string; id: string } | null {
    const taken = takeRedo(this.#stack);
    if (!taken) return null;
    this.#stack = taken.stack;
    return this.#follow(
      taken.entry,
      taken.entry.parts.map(({ redo }) => redo),
    );
  }

  /** Ends a conflict: of these fields mine is saved over theirs, of the others theirs stays. */
  choose(id: string, mine: readonly Field[]): void {
    const entry = this.entry(id);
    const conflict = entry?.conflict;
    if (!entry || !conflict) return;
    const rest = entry.writes.filter(({ stuck }) => stuck?.kind !== "conflict");
    this.#ledger.put(id, entry.server, rest);
    this.change(id, pick(conflict.mine, mine), "Save mine");
  }

  /** Gives up what the server would not take. */
  discard(id: string): void {
    this.#ledger.discard(id);
    this.#tell();
  }

  /** Tries at once what waits for the network, and again what was refused. */
  retry(): void {
    this.#ledger.retry();
  }

  /** The network or the person is back: what waits is tried, and left by pages since closed is taken up. */
  async resume(): Promise<void> {
    if (this.status.get().loading !== "loaded") return;
    this.#ledger.outbox.retry();
    await this.#ledger.takeUpDrafts();
  }

  setActions(id: string, actions: readonly string[]): void {
    const entry = this.entry(id);
    if (entry) this.#ledger.set.put(id, { ...entry, actions });
  }

  /**
   * What somebody made of a claim, as it was told. One's own writes are left to their answers: what this page has sent
   * and not heard of yet is no colleague's work. One that is removed before it was ever known is remembered as removed:
   * what was told of it earlier may come later.
   */
  hear(claim: Claim, by: string | null): void {
    const entry = this.entry(claim.id);
    const isOnItsWay = (entry?.writes ?? []).some(({ stuck }) => stuck === null);
    const isOwn = by === this.#options.me && isOnItsWay;
    if (isOwn || (entry && !isLater(claim, entry.server))) return;
    this.#ledger.takeTheirs(claim);
  }

  /**
   * Reads what others did meanwhile, where anything was done; what is unsent stays over it. False when that could not
   * be now: something is being sent, or it was read a moment ago.
   */
  async refresh(): Promise<boolean> {
    const { api } = this.#options;
    const start = this.#ledger.now();
    const { outbox } = this.#ledger;
    if (this.status.get().loading !== "loaded" || !outbox.isIdle || start < this.#mayRefreshAt) return false;
    const activity = await api.activity();
    if (!activity.ok) return false;
    if (activity.value === this.#activity) return true;
    const { version } = this.#ledger.set;
    const result = await api.read();
    // The larger the article, the rarer: reading it takes a small share of the time at most.
    this.#mayRefreshAt = this.#ledger.now() + 20 * (this.#ledger.now() - start);
    // What was made or heard of while it was read is not in it.
    const isStale = !outbox.isIdle || this.#ledger.set.version !== version;
    if (!result.ok || isStale) return false;
    this.#activity = result.value.lastActivityAt;
    this.#options.onRead?.(result.value);
    this.#ledger.takeAll(result.value.claims);
    return true;
  }

  #perform(label: string, part: Part): void {
    if (this.#batch) this.#batch.push(part);
    else this.#record(label, [part]);
    this.#apply(part.redo);
  }

  #record(label: string, parts: readonly Part[]): void {
    this.#stack = record(this.#stack, { label, parts, at: this.#ledger.now() });
    this.#tell();
  }

  #follow({ label, parts }: UndoEntry, steps: readonly Step[]): { label: string; id: string } {
    this.#ledger.set.run(() => {
      for (const step of steps) this.#apply(step);
    });
    this.#tell();
    return { label, id: parts[0]?.redo.id ?? "" };
  }

  #apply(step: Step): void {
    if (step.kind === "change") this.#change(step);
    else if (step.kind === "remove") this.#remove(step);
    else if (step.kind === "restore") this.#restore(step);
    else this.#append(step, { kind: "transition", event: step.event });
  }

  #change(step: Extract<Step, { kind: "change" }>): void {
    const view = this.get(step.id);
    const entry = this.entry(step.id);
    const change = view ? effective(view, step.change) : {};
    if (!entry || isEmpty(change)) return;
    const { outbox, nextOrder, place } = this.#ledger;
    const means = { isSent: (key: string) => outbox.isSent(key), order: nextOrder, place: place() };
    const { server, writes } = edited(entry, step, means);
    this.#ledger.put(step.id, server, writes);
  }

  /** What never left is simply taken back; and what waited in a claim goes with it. */
  #remove(step: Extract<Step, { kind: "remove" }>): void {
    const entry = this.entry(step.id);
    if (!entry) return;
    const create = entry.writes.find(isCreate);
    const hasLeft = !create || (!create.stuck && this.#ledger.outbox.isSent(create.key));
    if (hasLeft) this.#append(step, { kind: "remove", children: step.children });
    else this.#ledger.takeBack(step.id);
  }

  #restore(step: Extract<Step, { kind: "restore" }>): void {
    const entry = this.entry(step.id);
    if (!entry && step.body) {
      const server = draftOf(step.body, step.id, this.#ledger.place());
      this.#ledger.put(step.id, server, [this.#write(step, { kind: "create", body: step.body })]);
    }
    const last = entry?.writes.at(-1);
    if (!entry) return;
    if (last?.action.kind !== "remove" || this.#ledger.outbox.isSent(last.key)) {
      this.#append(step, { kind: "restore" });
    } else this.#ledger.put(step.id, entry.server, entry.writes.slice(0, -1));
  }

  #append(step: Step, action: Action): void {
    const entry = this.entry(step.id);
    if (!entry) return;
    const isGoing = action.kind === "remove";
    const kept = entry.writes.filter(({ stuck }) => !(isGoing && stuck));
    this.#ledger.put(step.id, entry.server, [...kept, this.#write(step, action)]);
  }

  #write(step: Step, action: Action): Write {
    const order = this.#ledger.nextOrder();
    return { key: newId(), order, id: step.id, action, stuck: null, because: [step] };
  }

  #tell(): void {
    if (this.#batch) return;
    const { outbox, stuck, waitReason } = this.#ledger;
    const saving = savingOf(outbox, stuck, waitReason);
    const known = this.status.get();
    this.status.set({
      saving: sameValue(saving, known.saving) ? known.saving : saving,
      undoLabel: this.#stack.done.at(-1)?.label ?? null,
      redoLabel: this.#stack.undone.at(-1)?.label ?? null,
    });
  }
}
