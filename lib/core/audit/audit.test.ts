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

  it("shows any one mutation against its checkpoint", () => {
    const mutation = fc.constantFrom("edit", "delete", "swap", "truncate", "rechain");
    fc.assert(
      fc.property(mutation, fc.integer({ min: 0, max: 6 }), (kind, at) => {
        const mutated = mutate(kind, at);
        expect(verifyChain(sha256, mutated, last).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

function mutate(kind: string, at: number): readonly ChainedRow[] {
  const stored = rows[at];
  const next = rows[at + 1];
  if (!stored || !next) throw new Error("a mutation beyond the chain");
  switch (kind) {
    case "edit":
      return rows.with(at, { ...stored, row: { ...stored.row, action: "edited" } });
    case "delete":
      return rows.toSpliced(at, 1);
    case "swap":
      return rows.with(at, next).with(at + 1, stored);
    case "truncate":
      return rows.slice(0, at);
    default:
      return rewritten(rows, at, { revision: -1 });
  }
}
