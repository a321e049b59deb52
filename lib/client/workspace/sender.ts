import type { Claim } from "#lib/contracts/claims.ts";
import type { ApiFailure, ApiResult } from "../api.ts";
import { isOlder, isUnreachable, problemOf, waitReason } from "./answers.ts";
import { type Change, type ClaimView, currentOf, isEmpty } from "./change.ts";
import type { ClaimApi } from "./claim-api.ts";
import { currentIn, type Entry } from "./entry.ts";
import { lackingSource } from "./lacking-source.ts";
import { standOf } from "./merge.ts";
import { newId } from "./new-id.ts";
import type { Outcome } from "./outbox.ts";
import { rebase, restand } from "./rebase.ts";
import {
  type ChangeWrite,
  type CreateWrite,
  isChange,
  isCreate,
  partChain,
  partCreate,
  type SaveProblem,
  touches,
  type Write,
} from "./write.ts";

/** What the sending of writes does to the claims they are about. */
export type Desk = {
  readonly api: ClaimApi;
  readonly entry: (id: string) => Entry | undefined;
  readonly nextOrder: () => number;
  readonly put: (id: string, server: ClaimView, writes: readonly Write[], answer?: Claim) => void;
  /** What somebody else made of the claim; answers whether both changed the same. */
  readonly takeTheirs: (claim: Claim) => { readonly hasConflict: boolean };
  /** The write never comes to be. */
  readonly giveUp: (write: Write, failure: ApiFailure) => void;
  /** A claim that was made and removed here, and that the server would not have. */
  readonly takeBack: (id: string) => void;
  /** Claims nested in this one, which a write to it has changed as well. */
  readonly readBelow: (id: string) => Promise<void>;
  readonly wait: (reason: string) => void;
  readonly tell: (title: string) => void;
};

/** A server that fails at one write again and again must not hold up all others. */
const MOST_FAILURES = 5;

/** Sends one write, and makes of the answer what it means for the claim. */
export class Sender {
  readonly #desk: Desk;
  readonly #failures = new Map<string, number>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  readonly send = async (write: Write): Promise<Outcome> => {
    const entry = this.#desk.entry(write.id);
    if (!entry) return "done";
    const { kind } = write.action;
    if (kind === "create") return this.#create(write as CreateWrite, entry); // By its kind, just compared.
    if (kind === "change") return this.#change(write as ChangeWrite, entry);
    return this.#step(write, entry);
  };

  async #create(write: CreateWrite, entry: Entry): Promise<Outcome> {
    const { body } = write.action;
    const parts = partCreate(body);
    const lacking = lackingSource(body.ownChain);
    if (parts && lacking) return this.#part(write, entry, parts, lacking);
    const result = await this.#desk.api.create(body, write.key);
    if (result.ok) return this.#acknowledge(write, result.value, currentOf(entry.server, body as Change));
    if (isDone(result.failure)) {
      // Under its own id: asked for by another key, the server answers with the claim that it made.
      this.#renew(write);
      return "done";
    }
    if (this.#mustWait(write, result.failure)) return "again";
    const problem = problemOf(result.failure);
    const latest = this.#desk.entry(write.id) ?? entry;
    if (parts && result.failure.status === 422) return this.#part(write, latest, parts, problem);
    return this.#hold(write, problem);
  }

  /** The marked words are saved, and the chain waits here until it is right. */
  #part(
    write: CreateWrite,
    entry: Entry,
    parts: NonNullable<ReturnType<typeof partCreate>>,
    problem: SaveProblem,
  ): Outcome {
    const { nextOrder, put } = this.#desk;
    const server: ClaimView = {
      ...entry.server,
      ownChain: [],
      chain: [],
      parentId: null,
      provenance: parts.body.provenance ?? "unclear",
      originProvenance: parts.body.provenance ?? "unclear",
      depth: 0,
    };
    const create = { ...write, key: newId(), action: { kind: "create", body: parts.body } as const };
    const rest = entry.writes.filter(({ key }) => key !== write.key);
    const before = standOf(server, parts.chain);
    const mending = rest.find((other) => isChange(other) && touches(other.action.change, parts.chain));
    if (mending && isChange(mending)) {
      const { change } = mending.action;
      const action = { kind: "change", change: { ...parts.chain, ...change }, before } as const;
      const mended = { ...mending, key: newId(), action };
      put(write.id, server, [create, ...rest.map((other) => (other === mending ? mended : other))]);
    } else {
      const action = { kind: "change", change: parts.chain, before } as const;
      const chain: Write = { ...write, key: newId(), order: nextOrder(), action, stuck: refusal(problem) };
      put(write.id, server, [create, ...rest, chain]);
    }
    return "done";
  }

  async #change(write: ChangeWrite, entry: Entry): Promise<Outcome> {
    const { change } = write.action;
    const lacking = lackingSource(change.ownChain);
    if (lacking) return this.#hold(write, lacking);
    const once = { key: write.key, revision: entry.server.revision };
    const result = await this.#desk.api.change(write.id, change, once);
    if (result.ok || isDone(result.failure)) {
      if ("ownChain" in change || "parentId" in change) await this.#desk.readBelow(write.id);
      return this.#acknowledge(write, result.ok ? result.value : null, change);
    }
    if (this.#mustWait(write, result.failure)) return "again";
    const theirs = result.failure.status === 412 ? currentIn(result.failure) : null;
    if (!theirs) return this.#hold(write, problemOf(result.failure));
    this.#renew(write);
    const { hasConflict } = this.#desk.takeTheirs(theirs);
    this.#desk.tell(
      hasConflict ? "Somebody else changed the same thing" : "Merged with a colleague's change",
    );
    return "done";
  }

  async #step(write: Write, entry: Entry): Promise<Outcome> {
    const result = await this.#request(write, { key: write.key, revision: entry.server.revision });
    if (result.ok || isDone(result.failure)) {
      await this.#desk.readBelow(write.id);
      return this.#acknowledge(write, result.ok ? result.value : null, {});
    }
    if (this.#mustWait(write, result.failure)) return "again";
    this.#desk.giveUp(write, result.failure);
    return "done";
  }

  #request({ id, action }: Write, once: { key: string; revision: number }): ApiResult<Claim> {
    const { api } = this.#desk;
    if (action.kind === "remove") return api.remove(id, once, action.children);
    if (action.kind === "transition") return api.transition(id, action.event, once);
    return api.restore(id, once);
  }

  /** A key stands for one request: on another revision it is another. */
  #renew(write: Write): void {
    const latest = this.#desk.entry(write.id);
    const renewed = { ...write, key: newId() };
    if (latest) this.#desk.put(write.id, latest.server, replaced(latest.writes, write.key, [renewed]));
  }

  /** `claim`: what was answered; null where that was lost, and what is known by now was made after it. */
  #acknowledge(write: Write, claim: Claim | null, sent: Change): Outcome {
    const { entry, put } = this.#desk;
    const latest = entry(write.id);
    this.#failures.delete(write.key);
    if (!latest) return "done";
    // With a claim that one removes goes what waited in it.
    const isGone = write.action.kind === "remove";
    const rest = latest.writes.filter(({ key, stuck }) => key !== write.key && !(isGone && stuck));
    // A repeated answer can be older than what is known by now.
    const isOld = claim === null || (write.action.kind !== "create" && isOlder(claim, latest.server));
    if (isOld) put(write.id, latest.server, rebase(rest, latest.server).writes);
    else put(write.id, claim, restand(rest, sent, claim), claim);
    return "done";
  }

  /** Keeps here what the server will not take, and sends what it may. */
  #hold(write: Write, problem: SaveProblem): Outcome {
    const { entry, nextOrder, put, takeBack } = this.#desk;
    const latest = entry(write.id);
    if (!latest) return "done";
    if (isCreate(write) && latest.isRemoved) {
      takeBack(write.id);
      return "done";
    }
    const stuck = refusal(problem);
    const parts = isChange(write) ? partChain(write.action.change) : null;
    if (!isChange(write) || !parts || isEmpty(parts.chain) || isEmpty(parts.rest)) {
      put(write.id, latest.server, replaced(latest.writes, write.key, [{ ...write, key: newId(), stuck }]));
      return "done";
    }
    const { before } = write.action;
    const rest: Write = { ...write, key: newId(), action: { kind: "change", change: parts.rest, before } };
    const action = { kind: "change", change: parts.chain, before } as const;
    const chain: Write = { ...write, key: newId(), order: nextOrder(), action, stuck };
    put(write.id, latest.server, [...replaced(latest.writes, write.key, [rest]), chain]);
    return "done";
  }

  #mustWait({ key }: Write, failure: ApiFailure): boolean {
    if (!isUnreachable(failure)) return false;
    const failures = failure.status === 500 ? (this.#failures.get(key) ?? 0) + 1 : 0;
    this.#failures.set(key, failures);
    if (failures >= MOST_FAILURES) return false;
    this.#desk.wait(waitReason(failure));
    return true;
  }
}

/**
 * The server keeps a key only with a write that took effect, and here a key only ever goes with one content: it was
 * saved on an earlier revision, and the answer never came.
 */
function isDone(failure: ApiFailure): boolean {
  return "type" in failure && failure.type === "/docs/problems/idempotency-mismatch";
}

export function refusal(problem: SaveProblem): Write["stuck"] {
  return { kind: "refused", problem };
}

function replaced(writes: readonly Write[], key: string, by: readonly Write[]): Write[] {
  return writes.flatMap((write) => (write.key === key ? by : [write]));
}
