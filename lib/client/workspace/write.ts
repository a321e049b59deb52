import type { ClaimCreate } from "#lib/contracts/claims.ts";
import { type Change, type Field, fieldsOf } from "./change.ts";
import type { Conflict } from "./merge.ts";
import type { Step } from "./undo.ts";

/** Why something is not saved, in words for a person. */
export type SaveProblem = { readonly title: string; readonly detail: string };

export type Action =
  | { readonly kind: "create"; readonly body: ClaimCreate }
  /** `before`: the same fields as they stood when the change was made; what a later merge compares with. */
  | { readonly kind: "change"; readonly change: Change; readonly before: Change }
  | { readonly kind: "remove"; readonly children?: "keep" | "remove" | undefined }
  | { readonly kind: "restore" }
  | { readonly kind: "transition"; readonly event: "submit" | "withdraw" };

/** Why a write waits for a person and not for the network. */
export type Stuck =
  | { readonly kind: "refused"; readonly problem: SaveProblem }
  | { readonly kind: "conflict"; readonly conflict: Conflict };

/** One write to the server, from the moment it is made until the server has acknowledged it. */
export type Write = {
  /** Its idempotency key: sent again, it takes effect once. */
  readonly key: string;
  /** Its place among all writes of this person to this article. */
  readonly order: number;
  /** The claim it is about. */
  readonly id: string;
  readonly action: Action;
  readonly stuck: Stuck | null;
  /** The steps of the undo stack it carries out: when it never comes to be, they cannot be undone. */
  readonly because: readonly Step[];
};
export type ChangeWrite = Write & { readonly action: Extract<Action, { kind: "change" }> };
export type CreateWrite = Write & { readonly action: Extract<Action, { kind: "create" }> };

export const isChange = (write: Write): write is ChangeWrite => write.action.kind === "change";
export const isCreate = (write: Write): write is CreateWrite => write.action.kind === "create";

/** Fields that only make sense together: what says how the article knows. */
export const chainFields: readonly Field[] = ["ownChain", "provenance", "parentId"];
const isOfChain = (field: Field) => chainFields.includes(field);

/** A change that names another claim cannot be sent before that claim is made, so it keeps its own place. */
export function namesAnother(change: Change): boolean {
  return Boolean(change.parentId ?? change.sameClaimAs);
}

/** True where two changes are about the same thing: a field, or how the article knows. */
export function touches(one: Change, other: Change): boolean {
  const theirs = fieldsOf(other);
  const hasChain = theirs.some(isOfChain);
  return fieldsOf(one).some((field) => theirs.includes(field) || (hasChain && isOfChain(field)));
}

/** A refused change parted: what says how the article knows waits, the rest may go. A part can be empty. */
export function partChain(change: Change): { readonly chain: Change; readonly rest: Change } {
  return {
    chain: pick(change, fieldsOf(change).filter(isOfChain)),
    rest: pick(
      change,
      fieldsOf(change).filter((field) => !isOfChain(field)),
    ),
  };
}

/** A creation without its chain, which a claim can be made without. Null where there is no chain to blame. */
export function partCreate(body: ClaimCreate): { readonly body: ClaimCreate; readonly chain: Change } | null {
  if (!body.ownChain || body.ownChain.length === 0) return null;
  const { ownChain, parentId, provenance, ...rest } = body;
  const chain: Change = {
    ownChain,
    ...(parentId ? { parentId } : {}),
    ...(provenance ? { provenance } : {}),
  };
  return { body: { ...rest, provenance: "unclear" }, chain };
}

export function pick(change: Change, fields: readonly Field[]): Change {
  const known = fields.filter((field) => field in change);
  return Object.fromEntries(known.map((field) => [field, change[field]]));
}
