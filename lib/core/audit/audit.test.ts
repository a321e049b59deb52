import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, type Json } from "./canonical.ts";
import {
  type AuditRow,
  type ChainedRow,
  chainHash,
  chainStart,
  matchesCheckpoint,
  verifyChain,
  verifyNext,
} from "./chain.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

const jsonArbitrary = fc.jsonValue({ maxDepth: 4 }).filter((value) => JSON.stringify(value).isWellFormed());

describe("canonical JSON", () => {
  it.each<readonly [string, Json, string]>([
    [
      "sorts keys by UTF-16 code units",
      { "€": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\u0080": 6, ö: 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
    ["sorts inner objects, keeps lists", [{ b: 1, a: [3, 1, 2] }], '[{"a":[3,1,2],"b":1}]'],
    [
      "writes numbers as ECMAScript does",
      [1e21, 1e-7, 4.5, 0.002, -0, 333333333.3333333],
      "[1e+21,1e-7,4.5,0.002,0,333333333.3333333]",
    ],
    ["writes literals bare", [null, true, false], "[null,true,false]"],
    ["escapes only what must be", '€$\u000f\nA\'B"\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\"/"'],
    ["leaves nothing between", {}, "{}"],
    ["keeps an empty key", { "": [] }, '{"":[]}'],
  ])("%s", (_name, value, expected) => {
    expect(canonicalJson(value)).toBe(expected);
  });

  it.each([
    ["NaN", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["a lone surrogate", "\ud800"],
    ["a lone surrogate in a key", { "\udc00": 1 }],
    ["undefined", { a: undefined }],
    ["a function", [() => 1]],
  ])("refuses %s", (_name, value) => {
    // Not JSON by type either; the check guards rows built from unknown values.
    expect(() => canonicalJson(value as Json)).toThrow(TypeError);
  });

  it("tells apart what differs, and only that", () => {
    fc.assert(
      fc.property(jsonArbitrary, jsonArbitrary, (one, other) => {
        const [a, b] = [one, other].map((value) => JSON.stringify(sorted(value)));
        expect(canonicalJson(one as Json) === canonicalJson(other as Json)).toBe(a === b);
      }),
    );
  });

  it("is its own canonical form when read and written again", () => {
    fc.assert(
      fc.property(jsonArbitrary, (value) => {
        const text = canonicalJson(value as Json);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it("says the same thing JSON says", () => {
    fc.assert(
      fc.property(jsonArbitrary, (value) => {
        expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.integer()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
      }),
    );
  });
});

/** The value with every object's keys in one order, found without the code under test. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { members: members.map(([key, member]) => [key, sorted(member)]) };
}

function rowOf(number: number, detail: Json = { revision: number }): AuditRow {
  return {
    number: String(number),
    at: "2026-01-05T10:00:00.000Z",
    actorId: number % 2 === 0 ? null : "emil",
    action: "claim.revise",
    objectType: "claim",
    objectId: "c1",
    detail,
  };
}

function chainOf(length: number): readonly ChainedRow[] {
  let previousHash = chainStart.hash;
  return Array.from({ length }, (_, index) => {
    const row = rowOf(index + 1);
    const stored = { row, previousHash, hash: chainHash(sha256, previousHash, row) };
    previousHash = stored.hash;
    return stored;
  });
}

/** The chain written anew from a row on, as somebody with the database but no checkpoint could. */
function rewritten(rows: readonly ChainedRow[], at: number, detail: Json): readonly ChainedRow[] {
  let previousHash = rows[at - 1]?.hash ?? chainStart.hash;
  return rows.map((stored, index) => {
    if (index < at) return stored;
    const row = index === at ? { ...stored.row, detail } : stored.row;
    const next = { row, previousHash, hash: chainHash(sha256, previousHash, row) };
    previousHash = next.hash;
    return next;
  });
}

const rows = chainOf(8);
const last = { number: "8", hash: rows.at(-1)?.hash ?? "" };
const failure = (broken: object) => ({ ok: false, failure: broken });

describe("the audit chain", () => {
  it("is whole from row 1 to its end", () => {
    expect(verifyChain(sha256, rows)).toEqual({ ok: true, value: last });
    expect(verifyChain(sha256, [])).toEqual({ ok: true, value: chainStart });
    expect(verifyChain(sha256, rows, last).ok).toBe(true);
  });

  it("hashes the previous hash and the row's canonical form, nothing else", () => {
    const row = rowOf(1);
    const text = `abc${canonicalJson({ ...row })}`;
    expect(chainHash(sha256, "abc", row)).toBe(sha256(text));
    expect(chainHash(sha256, "abc", { ...row, ...{ workspaceId: "x" } })).toBe(sha256(text));
  });

  it("is the same however a database orders the keys of the detail", () => {
    const one = chainHash(sha256, "", rowOf(1, { a: 1, b: { c: 2, d: 3 } }));
    expect(chainHash(sha256, "", rowOf(1, { b: { d: 3, c: 2 }, a: 1 }))).toBe(one);
  });

  it("can be checked in pieces, from any position", () => {
    const half = verifyChain(sha256, rows.slice(0, 4));
    if (!half.ok) throw new Error(half.failure.kind);
    expect(verifyChain(sha256, rows.slice(4), last, half.value)).toEqual({ ok: true, value: last });
    const [first] = rows;
    expect(first && verifyNext(sha256, chainStart, first)).toEqual({
      ok: true,
      value: { number: "1", hash: first?.hash },
    });
  });

  it.each<readonly [keyof AuditRow, Partial<AuditRow>]>([
    ["at", { at: "2026-01-05T10:00:00.001Z" }],
    ["actorId", { actorId: "vera" }],
    ["action", { action: "claim.remove" }],
    ["objectType", { objectType: "source" }],
    ["objectId", { objectId: null }],
    ["detail", { detail: {} }],
  ])("shows an edited %s", (_field, change) => {
    const edited = rows.map((stored, index) =>
      index === 3 ? { ...stored, row: { ...stored.row, ...change } } : stored,
    );
    expect(verifyChain(sha256, edited)).toEqual(failure({ kind: "altered", number: "4" }));
  });

  it("shows a missing row, exchanged rows and a row put in", () => {
    expect(verifyChain(sha256, rows.toSpliced(2, 1))).toEqual(
      failure({ kind: "gap", expected: "3", found: "4" }),
    );
    expect(verifyChain(sha256, rows.toReversed())).toEqual(
      failure({ kind: "gap", expected: "1", found: "8" }),
    );
    const [second] = rows.slice(1);
    expect(second && verifyChain(sha256, rows.toSpliced(2, 0, second))).toMatchObject(
      failure({ kind: "gap" }),
    );
  });

  it("shows a previous hash that is not the previous row's", () => {
    const unlinked = rows.map((stored, index) => (index === 5 ? { ...stored, previousHash: "0" } : stored));
    expect(verifyChain(sha256, unlinked)).toEqual(failure({ kind: "unlinked", number: "6" }));
  });

  it("cannot by itself show truncation or rewriting: that is what the checkpoint is for", () => {
    const cut = rows.slice(0, 6);
    expect(verifyChain(sha256, cut).ok).toBe(true);
    expect(verifyChain(sha256, cut, last)).toEqual(failure({ kind: "truncated", number: "6" }));
    const forged = rewritten(rows, 2, { revision: 99 });
    expect(verifyChain(sha256, forged).ok).toBe(true);
    expect(verifyChain(sha256, forged, last)).toEqual(failure({ kind: "checkpoint-differs", number: "8" }));
  });

  it("compares a checkpoint with the position of its own number only", () => {
    expect(matchesCheckpoint(last, { number: "7", hash: "other" })).toBe(true);
    expect(matchesCheckpoint(last, { number: "8", hash: "other" })).toBe(false);
  });

  it.each(everyMutation())("shows $name against its checkpoint", ({ mutated }) => {
    expect(verifyChain(sha256, mutated, last).ok).toBe(false);
  });

  it.each(everyMutation().filter(({ isSilent }) => !isSilent))("shows $name by itself", ({ mutated }) => {
    expect(verifyChain(sha256, mutated).ok).toBe(false);
  });

  it("law: rows checked in any number of pieces come to the same as at once", () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 0, max: rows.length }), { maxLength: 4 });
    fc.assert(
      fc.property(cuts, (places) => {
        let position = chainStart;
        const edges = [0, ...places.toSorted((a, b) => a - b), rows.length];
        for (const [index, edge] of edges.slice(0, -1).entries()) {
          const piece = verifyChain(sha256, rows.slice(edge, edges[index + 1]), last, position);
          const isLast = edges[index + 1] === rows.length;
          if (piece.ok) position = piece.value;
          // Before the end the checkpoint is still ahead, which is what truncation looks like.
          else expect([piece.failure.kind, isLast]).toEqual(["truncated", false]);
          if (!piece.ok) position = positionAt(edges[index + 1] ?? 0);
        }
        expect(position).toEqual(last);
      }),
    );
  });

  it("does not look at a checkpoint older than where it starts", () => {
    const older = { number: "2", hash: "of another chain" };
    expect(verifyChain(sha256, rows.slice(4), older, positionAt(4))).toEqual({ ok: true, value: last });
    expect(verifyChain(sha256, rows, older)).toEqual(failure({ kind: "checkpoint-differs", number: "2" }));
  });

  it("counts beyond what a number can hold", () => {
    const start = { number: "9007199254740993", hash: "h" };
    const row = { ...rowOf(1), number: "9007199254740994" };
    const stored = { row, previousHash: "h", hash: chainHash(sha256, "h", row) };
    expect(verifyNext(sha256, start, stored)).toEqual({
      ok: true,
      value: { number: row.number, hash: stored.hash },
    });
  });
});

function positionAt(length: number) {
  const row = rows[length - 1];
  return row ? { number: row.row.number, hash: row.hash } : chainStart;
}

type Mutation = {
  readonly name: string;
  readonly mutated: readonly ChainedRow[];
  /** True where the rest still fits together, so that only a checkpoint kept elsewhere tells. */
  readonly isSilent: boolean;
};

/** Everything that can be done to one row, at every row. */
function everyMutation(): readonly Mutation[] {
  return rows.flatMap((stored, at): readonly Mutation[] => {
    const { row } = stored;
    const loud = (what: string, mutated: readonly ChainedRow[]) => ({
      name: `row ${at + 1} ${what}`,
      mutated,
      isSilent: false,
    });
    const put = (changed: ChainedRow) => rows.with(at, changed);
    const edited = (change: Partial<AuditRow>) => put({ ...stored, row: { ...row, ...change } });
    const neighbour = rows[(at + 1) % rows.length] ?? stored;
    return [
      loud("renumbered", edited({ number: String(at + 20) })),
      loud("numbered with a zero in front", edited({ number: `0${row.number}` })),
      loud("at another time", edited({ at: "2026-01-05T10:00:00.001Z" })),
      loud("by somebody else", edited({ actorId: "vera" })),
      loud("of another action", edited({ action: "claim.remove" })),
      loud("about another type", edited({ objectType: "source" })),
      loud("about another object", edited({ objectId: "c2" })),
      loud("about no object", edited({ objectId: null })),
      loud("with another detail", edited({ detail: { revision: at } })),
      loud("with no detail", edited({ detail: null })),
      loud("with another hash", put({ ...stored, hash: neighbour.hash })),
      loud("with its hash in capitals", put({ ...stored, hash: stored.hash.toUpperCase() })),
      loud("after another hash", put({ ...stored, previousHash: stored.hash })),
      loud("twice", rows.toSpliced(at, 0, stored)),
      loud("with a stranger's row before it", rows.toSpliced(at, 0, { ...neighbour, row: rowOf(99) })),
      loud("exchanged with the next", rows.with(at, neighbour).with((at + 1) % rows.length, stored)),
      { name: `row ${at + 1} gone`, mutated: rows.toSpliced(at, 1), isSilent: at === rows.length - 1 },
      { name: `row ${at + 1} and all after it gone`, mutated: rows.slice(0, at), isSilent: true },
      {
        name: `row ${at + 1} and all after it written anew`,
        mutated: rewritten(rows, at, { revision: -1 }),
        isSilent: true,
      },
    ];
  });
}
