import { type Change, type ClaimView, fieldsOf, sameValue } from "./change.ts";
import { contentOf, draftOf, type Entry, type Place } from "./entry.ts";
import { standOf } from "./merge.ts";
import { newId } from "./new-id.ts";
import type { Step } from "./undo.ts";
import { type CreateWrite, isChange, isCreate, namesAnother, touches, type Write } from "./write.ts";

export type Edited = { readonly server: ClaimView; readonly writes: readonly Write[] };

type Means = {
  readonly isSent: (key: string) => boolean;
  readonly order: () => number;
  readonly place: Place;
};
type ChangeStep = Extract<Step, { kind: "change" }>;

/**
 * The writes of a claim once it is changed: into what has not left yet where that is one with it, else a write of its
 * own. What was refused goes again when the change touches it.
 */
export function edited(entry: Entry, step: ChangeStep, means: Means): Edited {
  const { server, writes } = entry;
  const create = writes.find(isCreate);
  if (create && !namesAnother(step.change) && (create.stuck || !means.isSent(create.key))) {
    return intoCreate(entry, create, step, means.place);
  }
  const held = writes.find(
    (write) =>
      isChange(write) && write.stuck?.kind === "refused" && touches(step.change, write.action.change),
  );
  const last = writes.at(-1);
  const joined = held ?? (last && canJoin(last, step, means) ? last : undefined);
  const before = standOf(contentOf(entry), step.change);
  if (!joined || !isChange(joined)) {
    const action = { kind: "change", change: step.change, before } as const;
    const write = { key: newId(), order: means.order(), id: step.id, action, stuck: null, because: [step] };
    return { server, writes: [...writes, write] };
  }
  const action = {
    kind: "change",
    change: { ...joined.action.change, ...step.change },
    before: { ...before, ...joined.action.before },
  } as const;
  const because = [...joined.because, step];
  const rest = writes.filter((write) => write !== joined);
  if (isBack(action.change, action.before)) return { server, writes: rest };
  const again = held ? { key: newId(), order: means.order(), stuck: null } : {};
  return { server, writes: [...rest, { ...joined, ...again, action, because }] };
}

function canJoin(write: Write, { change }: ChangeStep, { isSent }: Means): boolean {
  if (!isChange(write) || write.stuck || isSent(write.key)) return false;
  return !namesAnother(change) && !namesAnother(write.action.change);
}

function intoCreate({ writes }: Entry, create: CreateWrite, step: ChangeStep, place: Place): Edited {
  // Reason for `as`: the contract's arrays are mutable, ours are not.
  const body = { ...create.action.body, ...step.change } as CreateWrite["action"]["body"];
  const because = [...create.because, step];
  const next = { ...create, key: newId(), action: { kind: "create", body } as const, stuck: null, because };
  return {
    server: draftOf(body, create.id, place),
    writes: writes.map((write) => (write === create ? next : write)),
  };
}

/** Everything stands as it did: there is nothing left to send. */
function isBack(change: Change, before: Change): boolean {
  return fieldsOf(change).every((field) => sameValue(change[field], before[field]));
}
