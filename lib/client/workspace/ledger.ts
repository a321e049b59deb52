import type { Claim } from "#lib/contracts/claims.ts";
import type { ApiFailure } from "../api.ts";
import { actionsIn, differing, isLater, isOlder } from "./answers.ts";
import type { ClaimView, Field } from "./change.ts";
import { ClaimSet } from "./claim-set.ts";
import { currentIn, draftOf, type Entry, entryOf, type Place, withWrites } from "./entry.ts";
import { Outbox } from "./outbox.ts";
import { rebase } from "./rebase.ts";
import { Sender } from "./sender.ts";
import type { StoreOptions } from "./store-types.ts";
import type { Step } from "./undo.ts";
import { isChange, isCreate, type Write } from "./write.ts";

/** What becomes of steps that might be undone. */
type Events = {
  readonly onChange: () => void;
  /** Somebody else wrote these fields since. */
  readonly onTheirs: (id: string, fields: readonly Field[]) => void;
  readonly onNever: (steps: readonly Step[]) => void;
  readonly onGone: (id: string) => void;
};

/** Claims and unsent writes in one hand: whatever one becomes, the other is told, and the device keeps it. */
export class Ledger {
  readonly set = new ClaimSet();
  readonly outbox: Outbox;
  waitReason = "";
  readonly #stuck = new Set<string>();
  readonly #options: StoreOptions;
  readonly #events: Events;

  constructor(options: StoreOptions, events: Events) {
    this.#options = options;
    this.#events = events;
    const sender = new Sender({
      api: options.api,
      entry: this.entry,
      nextOrder: this.nextOrder,
      put: (id, server, writes, answer) => this.put(id, server, writes, answer),
      takeTheirs: (claim) => this.takeTheirs(claim),
      giveUp: (write, failure) => this.#giveUp(write, failure),
      takeBack: (id) => this.takeBack(id),
      readBelow: (id) => this.#readBelow(id),
      wait: (reason) => {
        this.waitReason = reason;
      },
      tell: (title) => options.onNotice?.({ title, tone: "info" }),
    });
    this.outbox = new Outbox({ send: sender.send, onChange: events.onChange, drafts: options.drafts });
  }

  readonly entry = (id: string): Entry | undefined => this.set.entries.get(id);
  readonly now = (): number => (this.#options.now ?? Date.now)();
  readonly nextOrder = (): number => this.outbox.nextOrder(this.now());

  /** Claims of which something waits for a person. */
  get stuck(): readonly Entry[] {
    return [...this.#stuck].flatMap((id) => this.entry(id) ?? []);
  }

  readonly place = (): Place => {
    const { articleId, layerId, me } = this.#options;
    return { articleId, layerId: layerId ?? "", createdBy: me, now: new Date(this.now()).toISOString() };
  };

  /** A claim as the server has it, with one's unsent writes. `answer`: the server has just said so. */
  put(id: string, server: ClaimView, writes: readonly Write[], answer?: Claim): void {
    const known = this.entry(id);
    const actions = answer ? actionsIn(answer) : (known?.actions ?? null);
    const entry = withWrites({ server, actions }, writes);
    this.set.put(id, entry);
    const isStuck = writes.some(({ stuck }) => stuck !== null);
    if (isStuck && !entry.isRemoved) this.#stuck.add(id);
    else this.#stuck.delete(id);
    this.outbox.set(known?.writes ?? [], writes);
    this.#events.onChange();
  }

  /** What somebody else made of the claim, with one's unsent writes merged over it. */
  takeTheirs(claim: Claim): { readonly hasConflict: boolean } {
    const entry = this.entry(claim.id);
    if (entry && !entry.create) this.#events.onTheirs(claim.id, differing(entry.server, claim));
    return this.#take(claim);
  }

  #take(claim: Claim): { readonly hasConflict: boolean } {
    const { server, writes: unsent = [] } = this.entry(claim.id) ?? {};
    if (server && isOlder(claim, server)) return { hasConflict: false };
    const { writes, hasConflict } = rebase(unsent, claim);
    this.put(claim.id, claim, writes, claim);
    return { hasConflict };
  }

  /** All claims as the server has them now; what is unsent stays. */
  takeAll(claims: readonly Claim[]): void {
    this.set.run(() => {
      const now = new Set(claims.map(({ id }) => id));
      for (const [id, { writes }] of this.set.entries) if (!now.has(id) && writes.length === 0) this.drop(id);
      for (const claim of claims) {
        const known = this.entry(claim.id);
        if (!known || isLater(claim, known.server)) this.takeTheirs(claim);
      }
    });
  }

  drop(id: string): void {
    this.takeBack(id);
    this.#events.onGone(id);
  }

  /** A claim that never left this page; made again, it is the same. */
  takeBack(id: string): void {
    this.outbox.set(this.entry(id)?.writes ?? [], []);
    this.#stuck.delete(id);
    this.set.drop(id);
  }

  explain(failure: ApiFailure): void {
    const theirs = failure.status === 412 ? currentIn(failure) : null;
    if (theirs) this.takeTheirs(theirs);
    const detail = theirs ? "It has changed meanwhile. Look at it and try again." : failure.detail;
    this.#options.onNotice?.({ title: failure.title, tone: "danger", ...(detail ? { detail } : {}) });
  }

  /** Takes up what pages now gone could not send, merged over the claims as they are now. */
  async takeUpDrafts(): Promise<void> {
    const kept = (await this.#options.drafts?.adopt().catch(() => null)) ?? [];
    this.outbox.take(kept);
    const byClaim = new Map<string, Write[]>();
    for (const write of kept) byClaim.set(write.id, [...(byClaim.get(write.id) ?? []), write]);
    for (const [id, writes] of byClaim) {
      if (this.entry(id) || writes.some(isCreate)) continue;
      // Removed meanwhile: it is shown again, with what was to become of it.
      const result = await this.#options.api.claim(id);
      if (result.ok) this.set.put(id, entryOf(result.value));
      else this.#lose(writes);
    }
    this.set.run(() => {
      for (const [id, writes] of byClaim) this.#takeUp(id, writes);
    });
    void this.outbox.work();
  }

  #takeUp(id: string, kept: readonly Write[]): void {
    const entry = this.entry(id);
    const create = kept.find(isCreate);
    const known = entry && !entry.create ? entry : null;
    // The server has the claim, so it has acknowledged its creation, if not to this page.
    const unsent = known ? kept.filter((write) => write !== create) : kept;
    const server = known?.server ?? (create && draftOf(create.action.body, id, this.place()));
    if (!server) return;
    const made = entry?.writes ?? [];
    const writes = known ? rebase([...unsent, ...made], server).writes : [...unsent, ...made];
    this.outbox.set(kept, writes);
    this.put(id, server, writes);
  }

  #lose(writes: readonly Write[]): void {
    this.outbox.set(writes, []);
    const typed = writes.filter(isChange).findLast(({ action }) => action.change.statement !== undefined);
    const detail = typed
      ? `You had written: “${typed.action.change.statement}”`
      : "What you changed in it cannot be saved any more.";
    this.#options.onNotice?.({ title: "A claim you changed is gone", detail, tone: "danger" });
  }

  #giveUp(write: Write, failure: ApiFailure): void {
    const entry = this.entry(write.id);
    if (entry) {
      this.put(
        write.id,
        entry.server,
        entry.writes.filter(({ key }) => key !== write.key),
      );
    }
    this.#events.onNever(write.because);
    this.explain(failure);
  }

  /** A changed chain changes the claims below it (rules.md 1); their new revisions are fetched. */
  async #readBelow(id: string): Promise<void> {
    for (const one of this.set.below(id)) {
      if (this.entry(one)?.create) continue;
      const result = await this.#options.api.claim(one);
      if (result.ok) this.#take(result.value);
    }
  }

  /** Gives up what the server would not take. */
  discard(id: string): void {
    const entry = this.entry(id);
    if (!entry) return;
    const refused = entry.writes.filter(({ stuck }) => stuck?.kind === "refused");
    this.#events.onNever(refused.flatMap(({ because }) => because));
    if (refused.some(isCreate)) this.drop(id);
    else
      this.put(
        id,
        entry.server,
        entry.writes.filter((write) => !refused.includes(write)),
      );
  }

  retry(): void {
    this.set.run(() => {
      for (const { server, writes, problem } of this.stuck) {
        if (!problem) continue;
        const again = writes.map((one) => (one.stuck?.kind === "refused" ? { ...one, stuck: null } : one));
        this.put(server.id, server, again);
      }
    });
    this.outbox.retry();
  }
}
