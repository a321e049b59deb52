import { type ApiResult, call, queryString } from "#lib/client/api.ts";
import type { Source, SourceCreate, SourcesPage } from "#lib/contracts/sources.ts";
import { newId } from "./new-id.ts";

type Listener = () => void;

/** Sources this screen has met: those of the article's claims, those searched for, those made here. */
export class SourceStore {
  #known: ReadonlyMap<string, Source>;
  readonly #listeners = new Set<Listener>();
  readonly #base: string;
  readonly #articleId: string;

  constructor(workspace: string, articleId: string, sources: readonly Source[]) {
    this.#base = `/workspaces/${workspace}/sources`;
    this.#articleId = articleId;
    this.#known = new Map(sources.map((source) => [source.id, source]));
  }

  readonly snapshot = (): ReadonlyMap<string, Source> => this.#known;
  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(sources: readonly Source[]): void {
    const fresh = sources.filter((source) => this.#known.get(source.id)?.revision !== source.revision);
    if (fresh.length === 0) return;
    this.#known = new Map([...this.#known, ...fresh.map((source) => [source.id, source] as const)]);
    for (const listener of this.#listeners) listener();
  }

  /** Sources whose name holds the words; of anonymous ones only this article's (rules.md 1). */
  async search(q: string, signal?: AbortSignal): ApiResult<SourcesPage> {
    const query = queryString({ q: q.trim(), article: this.#articleId, limit: 20 });
    const result = await call<SourcesPage>(
      "GET",
      `${this.#base}${query}`,
      undefined,
      signal ? { signal } : {},
    );
    if (result.ok) this.add(result.value.items);
    return result;
  }

  /** A source made or changed by somebody else. */
  async fetch(id: string): Promise<void> {
    const result = await call<Source>("GET", `${this.#base}/${id}`);
    if (result.ok) this.add([result.value]);
  }

  async create(body: Omit<SourceCreate, "id" | "articleId"> & { isOfArticle: boolean }): ApiResult<Source> {
    const { isOfArticle, ...fields } = body;
    const articleId = isOfArticle ? this.#articleId : null;
    const result = await call<Source>("POST", this.#base, { ...fields, id: newId(), articleId });
    if (result.ok) this.add([result.value]);
    return result;
  }
}
