import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceline1 } from "../provenance/sourceline1.ts";
import type { Span } from "../text/span.ts";
import { claimOf, courier, maria, official, readout, rumour, sources } from "./attribution-fixtures.cases.ts";
import { chainProblems, needsSource, type ProblemContext } from "./chain-problems.ts";
import type { ClaimContent, Link } from "./claim.ts";
import { claimProblems } from "./claim-problems.ts";
import { blocksSaving, problemMessage } from "./problems.ts";
import { fragmentFaults, spanFault } from "./span-problems.ts";

const LENGTH = 30;
const context: ProblemContext = { sources, textLength: LENGTH };

const offset = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: LENGTH }) },
  fc.constantFrom(-1, LENGTH + 1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1),
);
const anySpan: fc.Arbitrary<Span> = fc.record({ start: offset, end: offset });

/** As rules.md 1 puts it, in one sentence. */
function isSound(spans: readonly Span[]): boolean {
  return spans.every(
    ({ start, end }, place) =>
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      start >= 0 &&
      start < end &&
      end <= LENGTH &&
      (place === 0 || (spans[place - 1]?.end ?? Number.NaN) <= start),
  );
}

describe("faults of fragments", () => {
  it("law: there is none exactly where fragments ascend inside the text without overlap", () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 4 }), (spans) => {
        expect(fragmentFaults(spans, LENGTH).length === 0).toBe(isSound(spans));
      }),
      { numRuns: 500 },
    );
  });

  it("law: a span alone has the fault it has in a list, and each span one at most", () => {
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 4 }), (spans) => {
        const faults = fragmentFaults(spans, LENGTH);
        expect(new Set(faults.map(({ span }) => span)).size).toBe(faults.length);
        for (const [index, span] of spans.entries()) {
          const own = spanFault(span, LENGTH);
          if (own) expect(faults).toContainEqual({ span: index, fault: own });
        }
      }),
    );
  });
});

/** Any claim that may come in over the interface: some of it right, some not. */
const links = fc
  .record<Partial<Link>>({
    category: fc.constantFrom("named_statement", "hearsay", "own_analysis", "gossip", "media_report"),
    sources: fc.array(fc.constantFrom("courier", "maria", "official", "ghost"), { maxLength: 2 }),
    mention: fc.array(anySpan, { maxLength: 2 }),
    cue: fc.array(anySpan, { maxLength: 1 }),
    explicit: fc.boolean(),
    basis: fc.constantFrom(null, "carried_over"),
  })
  .map((changes): Link => ({ ...maria, ...changes }));
const claims = fc
  .record<Partial<ClaimContent>>({
    spans: fc.array(anySpan, { maxLength: 3 }),
    statement: fc.constantFrom("", " \n", "It rained."),
    parentId: fc.constantFrom(null, "p", "q"),
    provenance: fc.constantFrom("media_report", "own_analysis", "unclear", "gossip"),
    chain: fc.array(links, { maxLength: 3 }),
    hedges: fc.array(
      anySpan.map((span) => ({ type: "modal", span }) as const),
      { maxLength: 2 },
    ),
    flags: fc.array(fc.constantFrom("heading", "desk_2", "Not a slug", "_x", ""), { maxLength: 2 }),
  })
  .map((changes) => claimOf(changes.chain ?? [], changes));
const parent = { id: "p", ancestorIds: [], wholeChain: [courier, official], spans: [{ start: 0, end: 20 }] };

describe("problems of any claim", () => {
  it("law: checking never throws, and every problem can be said in words", () => {
    fc.assert(
      fc.property(claims, (claim) => {
        for (const problem of claimProblems(sourceline1, claim, { ...context, parent })) {
          const message = problemMessage(problem, sourceline1);
          expect(message).toMatch(/^[“A-Z].*[.]$/u);
          expect(message).not.toContain("undefined");
        }
      }),
    );
  });

  it("law: only an error keeps a claim from being saved", () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const problems = claimProblems(sourceline1, claim, { ...context, parent });
        const warnings = problems.filter(({ severity }) => severity === "warning");
        expect(blocksSaving(problems)).toBe(problems.length > warnings.length);
        expect(blocksSaving(warnings)).toBe(false);
      }),
    );
  });

  it("law: the chain's problems are the same inside the claim's, in the order of its own links", () => {
    fc.assert(
      fc.property(claims, (claim) => {
        const own = chainProblems(sourceline1, claim, { ...context, parent });
        const all = claimProblems(sourceline1, claim, { ...context, parent });
        expect(all.filter((problem) => "link" in problem && problem.link !== null)).toEqual(own);
        const places = own.map(({ link }) => link ?? -1);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        const inherited = claim.parentId === "p" ? parent.wholeChain.length : 0;
        for (const { link, order } of own) expect(order).toBe((link ?? Number.NaN) + inherited + 1);
      }),
    );
  });

  it("law: a registry without the source, and nothing else, makes it unknown", () => {
    const sound = [courier, official, maria, readout];
    fc.assert(
      fc.property(fc.shuffledSubarray(sound, { minLength: 1 }), (chain) => {
        const claim = claimOf(chain);
        expect(claimProblems(sourceline1, claim, context)).toEqual([]);
        const found = claimProblems(sourceline1, claim, { ...context, sources: new Map() });
        expect(found.map(({ kind }) => kind)).toEqual(chain.map(() => "unknown_source"));
      }),
    );
  });
});

describe("needing a source", () => {
  const sourceless = ["anonymous_undescribed", "hearsay", "unclear"];

  it.each(sourceline1.categories.filter(({ family }) => family !== "own_voice"))(
    "is the case for $id unless nobody is described or vouches",
    ({ id }) => {
      const isWithout = sourceless.includes(id);
      expect(needsSource(id)).toBe(!isWithout);
      const bare = claimOf([{ ...rumour, category: id, sources: [] }]);
      const kinds = claimProblems(sourceline1, bare, context).map(({ kind }) => kind);
      expect(kinds).toEqual(isWithout ? [] : ["missing_source"]);
    },
  );
});
