import { type Change, type ContentFields, currentOf, type Field, fieldsOf, sameValue } from "./change.ts";

/** A field that two people changed at once, with all three versions of it. */
export type Conflict = {
  readonly fields: readonly Field[];
  readonly before: Change;
  readonly mine: Change;
  readonly theirs: Change;
};

export type Merged = {
  /** What is still to be sent over theirs. */
  readonly rest: Change;
  readonly conflicts: readonly Conflict[];
};

/** Fields that mean something only together: merging one's chain under another's provenance would break both. */
const together: readonly (readonly Field[])[] = [["provenance", "ownChain", "parentId"]];

/**
 * Three-way merge of my unsaved change into what somebody else saved meanwhile (rules.md 7). Disjoint fields merge;
 * a field both changed, to different values, is a conflict and is in `rest` no more.
 */
export function mergeChange(before: ContentFields, mine: Change, theirs: ContentFields): Merged {
  const rest: Record<string, unknown> = {};
  const conflicts: Conflict[] = [];
  for (const fields of groupsOf(mine)) {
    const own = fields.filter((field) => field in mine && !sameValue(mine[field], theirs[field]));
    if (own.length === 0) continue;
    if (fields.every((field) => sameValue(before[field], theirs[field]))) {
      for (const field of own) rest[field] = mine[field];
    } else {
      const part = Object.fromEntries(own.map((field) => [field, mine[field]]));
      conflicts.push({
        fields: own,
        before: currentOf(before, part),
        mine: part,
        theirs: currentOf(theirs, part),
      });
    }
  }
  return { rest, conflicts };
}

function groupsOf(mine: Change): readonly (readonly Field[])[] {
  const groups = fieldsOf(mine).map((field) => together.find((group) => group.includes(field)) ?? [field]);
  return groups.filter((group, at) => groups.findIndex((other) => other[0] === group[0]) === at);
}

/** Several conflicts of one claim as one; where two name a field, the later stands. */
export function joined(conflicts: readonly Conflict[]): Conflict {
  return {
    fields: conflicts.flatMap(({ fields }) => fields),
    before: Object.assign({}, ...conflicts.map(({ before }) => before)),
    mine: Object.assign({}, ...conflicts.map(({ mine }) => mine)),
    theirs: Object.assign({}, ...conflicts.map(({ theirs }) => theirs)),
  };
}

/** The fields of a change, those that are chosen together in one part. */
export function partsOf(change: Change): readonly (readonly Field[])[] {
  return groupsOf(change).map((fields) => fields.filter((field) => field in change));
}

/** What a change stands on: its fields as they are now, and those that mean something only together with them. */
export function standOf(claim: ContentFields, change: Change): Change {
  const groups = groupsOf(change).flatMap((fields) => fields.map((field) => [field, claim[field]]));
  return Object.fromEntries(groups);
}
