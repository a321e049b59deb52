import { type Change, type ClaimView, currentOf, fieldsOf, isEmpty } from "./change.ts";
import { type Conflict, joined, mergeChange } from "./merge.ts";
import { newId } from "./new-id.ts";
import { type ChangeWrite, isChange, pick, type Write } from "./write.ts";

export type Rebased = { readonly writes: readonly Write[]; readonly hasConflict: boolean };

/**
 * One's unsent writes to a claim, put over what somebody else saved meanwhile (rules.md 7): each change is compared
 * with what stood there when it was made, one after another, as they will be sent. What both changed is in conflict.
 */
export function rebase(writes: readonly Write[], theirs: ClaimView): Rebased {
  let now: ClaimView = theirs;
  const conflicts: Conflict[] = [];
  const kept = writes.flatMap((write): Write[] => {
    if (!isChange(write)) return [write];
    if (write.stuck?.kind === "conflict") {
      conflicts.push(write.stuck.conflict);
      return [];
    }
    const { change, before } = write.action;
    const merged = mergeChange({ ...now, ...before }, change, now);
    conflicts.push(...merged.conflicts);
    if (!write.stuck) now = { ...now, ...merged.rest };
    return isEmpty(merged.rest) ? [] : [narrowed(write, merged.rest)];
  });
  if (conflicts.length === 0) return { writes: kept, hasConflict: false };
  return { writes: [...kept, conflictWrite(writes, one(conflicts, now))], hasConflict: true };
}

/** The writes after one of them was acknowledged: what it left behind is what the next ones stand on. */
export function restand(writes: readonly Write[], sent: Change, answer: ClaimView): readonly Write[] {
  const left = new Set(fieldsOf(sent));
  return writes.map((write) => {
    if (!isChange(write)) return write;
    const { change, before } = write.action;
    const stood = pick(before, [...left]);
    for (const field of fieldsOf(change)) left.delete(field);
    if (isEmpty(stood)) return write;
    return { ...write, action: { ...write.action, before: { ...before, ...currentOf(answer, stood) } } };
  });
}

/** Other content must not go under a key that may have been used. */
function narrowed(write: ChangeWrite, rest: Change): Write {
  if (fieldsOf(rest).length === fieldsOf(write.action.change).length) return write;
  return { ...write, key: newId(), action: { ...write.action, change: rest } };
}

/** Before: the oldest; mine: the newest; theirs: what stands there now. */
function one(conflicts: readonly Conflict[], now: ClaimView): Conflict {
  const { before } = joined(conflicts.toReversed());
  const { mine } = joined(conflicts);
  return { fields: fieldsOf(mine), before, mine, theirs: currentOf(now, mine) };
}

function conflictWrite(writes: readonly Write[], conflict: Conflict): Write {
  const known = writes.find(({ stuck }) => stuck?.kind === "conflict") ?? writes.find(isChange);
  const action = { kind: "change", change: conflict.mine, before: conflict.before } as const;
  return {
    key: newId(),
    order: known?.order ?? 0,
    id: known?.id ?? "",
    action,
    stuck: { kind: "conflict", conflict },
    because: writes.filter(isChange).flatMap(({ because }) => because),
  };
}
