import { systemPermit } from "#lib/authz/system.ts";
import { allWorkspaces } from "#lib/db/jobs.ts";
import { eventBus } from "#lib/platform/event-bus.ts";
import { log } from "#lib/platform/log.ts";
import { beginSending, nextSending } from "./sender.ts";

/** What happens in one go is looked through once. */
const GATHER_MS = 200;
/** What a lost word costs at most, and what another process died with. */
const LOOK_EVERY_MS = 20_000;
/** What is due and not to be had, since somebody is at it, is asked for again so soon. */
const AGAIN_MS = 1_000;

/** Sends webhooks for as long as the process lives: woken by what is committed, and when something is to be tried again. */
export function startWebhooks(): { stop(): void } {
  const sender = new WebhookSender();
  return { stop: sender.start() };
}

class WebhookSender {
  readonly #wakings = new Map<string, { readonly timer: NodeJS.Timeout; readonly at: number }>();
  readonly #busy = new Set<string>();
  readonly #looking = new Set<string>();
  #isLookingEverywhere = false;

  /** Answers what ends it: what is being sent goes on. */
  start(): () => void {
    const silence = eventBus().subscribe((message) => {
      if (message.kind === "committed") this.#wake(message.workspaceId, GATHER_MS);
    });
    const looks = setInterval(() => void this.#lookEverywhere(), LOOK_EVERY_MS).unref();
    void this.#lookEverywhere();
    return () => {
      silence();
      clearInterval(looks);
      for (const { timer } of this.#wakings.values()) clearTimeout(timer);
    };
  }

  /** One workspace after the other: a large installation is looked through, not overrun. */
  async #lookEverywhere(): Promise<void> {
    if (this.#isLookingEverywhere) return;
    this.#isLookingEverywhere = true;
    try {
      for (const id of await allWorkspaces(systemPermit("webhooks"))) await this.#look(id);
    } catch (error) {
      log().warn({ err: error }, "webhooks could not be looked for; it is tried again");
    } finally {
      this.#isLookingEverywhere = false;
    }
  }

  /** Of two wakings of one workspace the sooner stands. */
  #wake(workspaceId: string, wait: number): void {
    const at = Date.now() + wait;
    const known = this.#wakings.get(workspaceId);
    if (known && known.at <= at) return;
    clearTimeout(known?.timer);
    const timer = setTimeout(() => {
      this.#wakings.delete(workspaceId);
      void this.#look(workspaceId);
    }, wait).unref();
    this.#wakings.set(workspaceId, { timer, at });
  }

  /** Does not wait for what it sends: a receiver that hangs would hold up all that happens meanwhile. */
  async #look(workspaceId: string): Promise<void> {
    if (this.#looking.has(workspaceId)) return this.#wake(workspaceId, GATHER_MS);
    this.#looking.add(workspaceId);
    try {
      const begun = await beginSending(workspaceId, this.#busy);
      for (const sent of begun) void sent.then(() => this.#wakeForNext(workspaceId));
      if (begun.length === 0) await this.#wakeForNext(workspaceId);
    } catch (error) {
      log().error({ err: error, workspaceId }, "webhooks could not be sent; it is tried again");
    } finally {
      this.#looking.delete(workspaceId);
    }
  }

  async #wakeForNext(workspaceId: string): Promise<void> {
    const next = await nextSending(workspaceId).catch(() => null);
    // What is later is found by the look that comes anyway.
    if (next === null || next.getTime() - Date.now() > LOOK_EVERY_MS) return;
    this.#wake(workspaceId, Math.max(next.getTime() - Date.now(), AGAIN_MS));
  }
}
