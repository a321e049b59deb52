import { type ApiFailure, type ApiResult, call } from "#lib/client/api.ts";
import type { Comment, CommentPatch } from "#lib/contracts/comments.ts";
import { withoutComment } from "./threads.ts";

export type Said = {
  /** Null until they have been read. */
  readonly items: readonly Comment[] | null;
  readonly failure: ApiFailure | null;
};

/** What is about to be said, and what about. */
export type NewComment = {
  readonly id: string;
  readonly body: string;
  readonly mentions: readonly string[];
  readonly parentId?: string | null;
  readonly claimId?: string | null;
  readonly words?: {
    readonly versionId: string;
    readonly span: { readonly start: number; readonly end: number };
  } | null;
};

type Place = { readonly articleId: string; readonly claimId?: string };

/** The comments of an article, or of one claim, kept at what the server last answered. */
export class CommentStore {
  readonly #base: string;
  readonly #place: Place;
  readonly #listeners = new Set<() => void>();
  #said: Said;
  #reading: Promise<void> | null = null;
  /** Asked for while it is being read: read once more, whatever the number of those who ask. */
  #isAskedAgain = false;
  /** Something was written while it is being read: the answer may lack it. */
  #isOutdated = false;

  /** With a `claimId` only what is said of that claim. */
  constructor(workspace: string, place: Place, items: readonly Comment[] | null = null) {
    this.#base = `/workspaces/${workspace}`;
    this.#place = place;
    this.#said = { items, failure: null };
  }

  readonly snapshot = (): Said => this.#said;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Answers once everything asked for until then is read. */
  readonly load = (): Promise<void> => {
    this.#isAskedAgain = this.#reading !== null;
    this.#reading ??= this.#readToTheEnd();
    return this.#reading;
  };

  async add({ claimId, words, parentId = null, ...said }: NewComment): ApiResult<Comment> {
    const about = claimId ?? null;
    const path = about === null ? this.#ofArticle(this.#place.articleId) : this.#ofClaim(about);
    const answer = await this.#write<Comment>("POST", path, { ...said, parentId, ...(words ?? {}) });
    if (answer.ok) this.#put(answer.value);
    return answer;
  }

  async edit(id: string, patch: CommentPatch): ApiResult<Comment> {
    const answer = await this.#write<Comment>("PATCH", `${this.#base}/comments/${id}`, patch);
    if (answer.ok) this.#put(answer.value);
    return answer;
  }

  async remove(id: string): ApiResult<null> {
    const answer = await this.#write<null>("DELETE", `${this.#base}/comments/${id}`);
    if (answer.ok) {
      const items = withoutComment(this.#said.items ?? [], id, new Date().toISOString());
      this.#set({ items, failure: null });
    }
    return answer;
  }

  historyPath(id: string): string {
    return `${this.#base}/comments/${id}/revisions`;
  }

  async #readToTheEnd(): Promise<void> {
    try {
      do {
        this.#isAskedAgain = false;
        this.#isOutdated = false;
        await this.#read();
      } while (this.#isAskedAgain || this.#isOutdated);
    } finally {
      this.#reading = null;
    }
  }

  async #read(): Promise<void> {
    const { articleId, claimId } = this.#place;
    const path = claimId === undefined ? this.#ofArticle(articleId) : this.#ofClaim(claimId);
    const answer = await call<{ items: Comment[] }>("GET", path);
    if (this.#isOutdated) return;
    if (answer.ok) this.#set({ items: answer.value.items, failure: null });
    else this.#set({ ...this.#said, failure: answer.failure });
  }

  async #write<T>(method: "POST" | "PATCH" | "DELETE", path: string, body?: unknown): ApiResult<T> {
    const answer = await call<T>(method, path, body);
    this.#isOutdated = this.#reading !== null;
    return answer;
  }

  #put(comment: Comment): void {
    const items = this.#said.items ?? [];
    const isKnown = items.some(({ id }) => id === comment.id);
    const next = isKnown ? items.map((one) => (one.id === comment.id ? comment : one)) : [...items, comment];
    this.#set({ items: next, failure: null });
  }

  #set(said: Said): void {
    this.#said = said;
    for (const listener of this.#listeners) listener();
  }

  #ofArticle(id: string): string {
    return `${this.#base}/articles/${id}/comments`;
  }

  #ofClaim(id: string): string {
    return `${this.#base}/claims/${id}/comments`;
  }
}
