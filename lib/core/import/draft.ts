import type {
  ImportedArticle,
  ImportedClaim,
  ImportedDataset,
  ImportedSource,
  ImportProblem,
} from "./dataset.ts";
import { type Graph, readGraph } from "./graph.ts";

/** A dataset while a reader gathers it. */
export class DatasetDraft {
  readonly #articles: ImportedArticle[] = [];
  readonly #sources = new Map<string, ImportedSource>();
  readonly #claims: ImportedClaim[] = [];
  readonly #problems: ImportProblem[] = [];

  article(article: ImportedArticle): void {
    this.#articles.push(article);
  }

  /** The first record of a source counts. */
  sources(sources: Iterable<ImportedSource>): void {
    for (const source of sources) if (!this.#sources.has(source.key)) this.#sources.set(source.key, source);
  }

  /** Takes in the claims of a graph. */
  graph(graph: Graph): void {
    const { claims, sources, problems } = readGraph(graph);
    this.sources(sources);
    this.report(problems);
    for (const claim of claims) this.#claims.push(claim);
  }

  report(problems: Iterable<ImportProblem>): void {
    for (const problem of problems) this.#problems.push(problem);
  }

  /** What was gathered, in the order it came. */
  read(): ImportedDataset {
    const sources = [...this.#sources.values()];
    return { articles: this.#articles, sources, claims: this.#claims, problems: this.#problems };
  }
}
