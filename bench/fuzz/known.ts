import type { Random } from "./random.ts";

/** What ids stand for: the names of path parameters, and `version`. */
export type Kind = "w" | "p" | "a" | "c" | "s" | "r" | "m" | "x" | "i" | "u" | "id" | "version" | "layer";

/** Fields of bodies and queries that name something. */
const FIELDS: Readonly<Record<string, Kind>> = {
  article: "a",
  articleIds: "a",
  claim: "c",
  parentId: "c",
  sameClaimAs: "c",
  versionId: "version",
  layerId: "layer",
  source: "s",
  sources: "s",
  into: "s",
  issuedBy: "s",
  userIds: "u",
  handTo: "u",
  mentions: "u",
  memberIds: "u",
  user: "u",
  author: "u",
  reviewer: "u",
  projectId: "p",
  project: "p",
};

/** Whose answers hold ids of which kind. */
const MADE: Readonly<Record<string, Kind>> = {
  importArticle: "a",
  createClaim: "c",
  createSource: "s",
  createProject: "p",
  addComment: "m",
  addArticleComment: "m",
  createInvitation: "i",
  createToken: "id",
};

const MOST_KEPT = 60;

/** Ids that requests may name, of here and of elsewhere, and the revision each was last seen with. */
export class Known {
  readonly #ids = new Map<Kind, string[]>();
  readonly #revisions = new Map<string, number>();

  add(kind: Kind, ...ids: readonly string[]): void {
    this.#ids.set(kind, [...(this.#ids.get(kind) ?? []), ...ids].slice(-MOST_KEPT));
  }

  /** An id for a path parameter or field of this name; null when none of that kind is known. */
  id(random: Random, name: string): string | null {
    const kind = FIELDS[name] ?? (name as Kind); // an unknown name finds nothing
    const ids = this.#ids.get(kind) ?? [];
    return ids.length === 0 ? null : random.pick(ids);
  }

  revision(id: string | undefined): number {
    return this.#revisions.get(id ?? "") ?? 1;
  }

  /** Learns from an answer what was made, and which revision it has now. */
  learn(operation: string, json: unknown): void {
    if (typeof json !== "object" || json === null) return;
    if ("claim" in json) this.learn("", json.claim);
    if ("review" in json && hasId(json.review)) this.add("r", json.review.id);
    if (!hasId(json)) return;
    const kind = MADE[operation];
    if (kind) this.add(kind, json.id);
    if ("revision" in json && typeof json.revision === "number") this.#revisions.set(json.id, json.revision);
    if (this.#revisions.size > 5_000) this.#revisions.clear();
  }
}

function hasId(value: unknown): value is { id: string } {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string";
}
