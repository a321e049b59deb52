import { wholeChain } from "#core/attribution/chain.ts";
import type { Claim, ClaimCreate } from "#lib/contracts/claims.ts";
import { type Change, type ClaimView, type Field, fieldsOf } from "./change.ts";
import type { Conflict } from "./merge.ts";

/** Why something is not saved, in words for a person. */
export type SaveProblem = { readonly title: string; readonly detail: string };

/** All that is known of one claim on this screen. */
export type Entry = {
  /** What the server last answered; for a claim not yet created, what it will be. */
  readonly server: ClaimView;
  /** Set until the server has the claim. */
  readonly create: ClaimCreate | null;
  /** On its way. */
  readonly sent: Change;
  /** Not yet sent. */
  readonly pending: Change;
  /** Refused by the server, kept here until it is mended or given up. */
  readonly held: Change;
  readonly problem: SaveProblem | null;
  readonly conflict: Conflict | null;
  readonly isRemoved: boolean;
  /** What the person may do, once the server has said so. */
  readonly actions: readonly string[] | null;
};

export function entryOf(server: ClaimView, create: ClaimCreate | null = null): Entry {
  return {
    server,
    create,
    sent: {},
    pending: {},
    held: {},
    problem: null,
    conflict: null,
    isRemoved: false,
    actions: null,
  };
}

/** The claim with one's own unsaved changes over it, and the whole chain that follows from its parent's. */
export function viewOf(entry: Entry, parent: ClaimView | null): ClaimView {
  const own = { ...entry.server, ...entry.held, ...entry.sent, ...entry.pending };
  const chain = wholeChain(parent?.chain ?? inheritedOf(entry), own.ownChain);
  const provenance = chain[0]?.category ?? own.provenance;
  const originProvenance = chain.at(-1)?.category ?? provenance;
  return { ...own, chain, provenance, originProvenance, depth: chain.length };
}

/** Where the parent is not on this screen: the links the server put before the claim's own. */
function inheritedOf({ server, held, pending, sent }: Entry): ClaimView["chain"] {
  const { parentId } = { ...server, ...held, ...sent, ...pending };
  return parentId === null ? [] : server.chain.slice(0, server.chain.length - server.ownChain.length);
}

/** The view of a claim that is about to be created. */
export function draftOf(
  create: ClaimCreate & { id: string },
  more: { articleId: string; layerId: string; createdBy: string; now: string },
): ClaimView {
  const ownChain = create.ownChain ?? [];
  const provenance = create.provenance ?? ownChain[0]?.category ?? "unclear";
  return {
    id: create.id,
    articleId: more.articleId,
    versionId: create.versionId,
    layerId: more.layerId,
    lineageId: create.id,
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
    createdBy: more.createdBy,
    createdAt: more.now,
    updatedAt: more.now,
    submittedAt: null,
    removedAt: null,
  };
}

/** The claim inside a stale answer, where there is one. */
export function currentIn(failure: object): Claim | null {
  if (!("current" in failure) || typeof failure.current !== "object" || !failure.current) return null;
  return "spans" in failure.current ? (failure.current as Claim) : null; // The contract of a 412 on a claim.
}

/**
 * A refused creation without its chain, which a claim can be made without: the words marked are kept, and the chain
 * waits on this screen until it is right. Null where there is no chain to blame.
 */
export function withoutChain(entry: Entry): Entry | null {
  const { create } = entry;
  if (!create?.ownChain || create.ownChain.length === 0) return null;
  const { ownChain, parentId, provenance, ...rest } = create;
  const held: Change = { ownChain, ...(parentId ? { parentId } : {}), ...(provenance ? { provenance } : {}) };
  return { ...entry, create: { ...rest, provenance: "unclear" }, held: { ...entry.held, ...held } };
}

/** A refused change parted: the chain waits, the rest goes again; a rest that is refused alone waits too. */
export function holdRefused(entry: Entry, refused: Change): Entry {
  const isChain = (field: Field) => chainFields.includes(field);
  const chain = fieldsOf(refused).filter(isChain);
  const rest = fieldsOf(refused).filter((field) => !isChain(field));
  if (chain.length === 0 || rest.length === 0) return { ...entry, held: { ...entry.held, ...refused } };
  return {
    ...entry,
    held: { ...entry.held, ...pick(refused, chain) },
    pending: { ...pick(refused, rest), ...entry.pending },
  };
}

/** A new change over an entry; what was refused goes again when the change touches it. */
export function withChange(entry: Entry, change: Change): Entry {
  const touched = fieldsOf(change).some(
    (field) =>
      field in entry.held ||
      (chainFields.includes(field) && chainFields.some((other) => other in entry.held)),
  );
  const again = touched ? entry.held : {};
  return {
    ...entry,
    held: touched ? {} : entry.held,
    problem: touched ? null : entry.problem,
    pending: { ...again, ...entry.pending, ...change },
  };
}

/** Fields that only make sense together: what says how the article knows. */
export const chainFields: readonly Field[] = ["ownChain", "provenance", "parentId"];

function pick(change: Change, fields: readonly Field[]): Change {
  return Object.fromEntries(fields.map((field) => [field, change[field]]));
}
