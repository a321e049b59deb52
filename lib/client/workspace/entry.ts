import { wholeChain } from "#core/attribution/chain.ts";
import type { Claim, ClaimCreate } from "#lib/contracts/claims.ts";
import type { Change, ClaimView } from "./change.ts";
import type { Conflict } from "./merge.ts";
import { isChange, isCreate, type SaveProblem, type Write } from "./write.ts";

/** All that is known of one claim on this screen. */
export type Entry = {
  /** What the server last answered; for a claim not yet created, what it will be. */
  readonly server: ClaimView;
  /** One's own writes about it that the server has not acknowledged, in order. */
  readonly writes: readonly Write[];
  /** What the person may do, once the server has said so. */
  readonly actions: readonly string[] | null;
  // From here on what follows from the above.
  /** Set until the server has the claim. */
  readonly create: ClaimCreate | null;
  /** Refused by the server, kept here until it is mended or given up. */
  readonly held: Change;
  readonly problem: SaveProblem | null;
  readonly conflict: Conflict | null;
  readonly isRemoved: boolean;
};

const NONE: readonly Write[] = [];
const NOTHING: Change = {};

/** Of a claim that nothing waits for: what nearly all are, thousands at once. */
export function entryOf(server: ClaimView): Entry {
  return {
    server,
    writes: NONE,
    actions: null,
    create: null,
    held: NOTHING,
    problem: null,
    conflict: null,
    isRemoved: server.removedAt !== null,
  };
}

export function withWrites(
  { server, actions }: Pick<Entry, "server" | "actions">,
  writes: readonly Write[],
): Entry {
  const create = writes.find(isCreate)?.action.body ?? null;
  const refused = writes.filter(({ stuck }) => stuck?.kind === "refused");
  const [first] = refused.flatMap(({ stuck }) => (stuck?.kind === "refused" ? [stuck.problem] : []));
  const [conflict] = writes.flatMap(({ stuck }) => (stuck?.kind === "conflict" ? [stuck.conflict] : []));
  return {
    server,
    writes,
    actions,
    create,
    held: Object.assign({}, ...refused.filter(isChange).map(({ action }) => action.change)),
    problem: first ?? null,
    conflict: conflict ?? null,
    isRemoved: removedAfter(server, writes),
  };
}

/** A claim that a colleague removed stays in sight while something of one's own for it is unsent. */
function removedAfter(server: ClaimView, writes: readonly Write[]): boolean {
  const last = writes.findLast(({ action: { kind } }) => kind === "remove" || kind === "restore");
  if (last) return last.action.kind === "remove";
  return server.removedAt !== null && writes.length === 0;
}

/** The claims nested in it go with it: said, and not yet acknowledged. */
export function takesChildren({ writes }: Entry): boolean {
  const last = writes.findLast(({ action: { kind } }) => kind === "remove" || kind === "restore");
  return last?.action.kind === "remove" && last.action.children === "remove";
}

/** The claim's content with one's own unsent changes over it; what is in conflict shows as theirs. */
export function contentOf({ server, writes }: Pick<Entry, "server" | "writes">): ClaimView {
  const changes = writes.filter(isChange).filter(({ stuck }) => stuck?.kind !== "conflict");
  return changes.length === 0
    ? server
    : Object.assign({}, server, ...changes.map(({ action }) => action.change));
}

/** True while the server does not have all of it. */
export function isUnsaved({ writes }: Entry): boolean {
  return writes.length > 0;
}

/** That content, and the whole chain that follows from its parent's. */
export function viewOf(entry: Entry, parent: ClaimView | null): ClaimView {
  const own = contentOf(entry);
  const { server } = entry;
  const [first] = server.ownChain;
  // Nothing of one's own over it, and nothing above it: it shows as the server has it.
  if (own === server && own.parentId === null && (!first || first.category === own.provenance)) return server;
  const inherited =
    own.parentId === null ? [] : server.chain.slice(0, server.chain.length - server.ownChain.length);
  const chain = wholeChain(parent?.chain ?? inherited, own.ownChain);
  const provenance = chain[0]?.category ?? own.provenance;
  const originProvenance = chain.at(-1)?.category ?? provenance;
  return { ...own, chain, provenance, originProvenance, depth: chain.length };
}

export type Place = {
  readonly articleId: string;
  readonly layerId: string;
  readonly createdBy: string;
  readonly now: string;
};

/** The view of a claim that is about to be created. */
export function draftOf(create: ClaimCreate, id: string, place: Place): ClaimView {
  const ownChain = create.ownChain ?? [];
  const provenance = create.provenance ?? ownChain[0]?.category ?? "unclear";
  return {
    id,
    articleId: place.articleId,
    versionId: create.versionId,
    layerId: place.layerId,
    lineageId: id,
    parentId: create.parentId ?? null,
    sameClaimAs: create.sameClaimAs ?? null,
    groupId: create.groupId ?? null,
    state: "draft",
    revision: 1,
    approvedRevision: null,
    approvals: 0,
    statement: create.statement ?? "",
    kind: create.kind ?? null,
    provenance,
    originProvenance: ownChain.at(-1)?.category ?? provenance,
    depth: ownChain.length,
    spans: create.spans,
    chain: ownChain,
    ownChain,
    hedges: create.hedges ?? [],
    flags: create.flags ?? [],
    createdBy: place.createdBy,
    createdAt: place.now,
    updatedAt: place.now,
    submittedAt: null,
    removedAt: null,
  };
}

/** The claim inside a stale answer, where there is one. */
export function currentIn(failure: object): Claim | null {
  if (!("current" in failure) || typeof failure.current !== "object" || !failure.current) return null;
  return "spans" in failure.current ? (failure.current as Claim) : null; // The contract of a 412 on a claim.
}
