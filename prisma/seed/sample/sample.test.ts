import { describe, expect, it } from "vitest";
import { isCarriedOver, wholeChain } from "#core/attribution/chain.ts";
import type { ProblemContext } from "#core/attribution/chain-problems.ts";
import type { ClaimContent, Link } from "#core/attribution/claim.ts";
import { claimProblems } from "#core/attribution/claim-problems.ts";
import { categoryOf, familyIds, familyOf } from "#core/provenance/codebook.ts";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import type { ReviewEvent } from "#core/review/facts.ts";
import { rejectionReasons } from "#core/review/reasons.ts";
import { type RecordedEvent, replay } from "#core/review/record.ts";
import { claimStates } from "#core/review/state.ts";
import { canonicalise } from "#core/text/canonicalise.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import { cutsGrapheme } from "#core/text/graphemes.ts";
import type { Span } from "#core/text/span.ts";
import { readText } from "#lib/services/imports/read-text.ts";
import { sample } from "./index.ts";
import type { SampleArticle, SampleClaim, SampleStep } from "./shape.ts";

const sources = new Map(sample.sources.map((source) => [source.key, source]));
const roles = new Map(sample.accounts.map((account) => [account.key, account.role]));
const all = sample.articles.flatMap((article) => article.claims);

/** Every content a claim has had, the one it was created with first. */
function contents(claim: SampleClaim): readonly ClaimContent[] {
  return [claim.content, ...claim.steps.flatMap((step) => (step.type === "revise" ? [step.content] : []))];
}

function spansOf(content: ClaimContent): readonly Span[] {
  const ofLinks = content.chain.flatMap((hop) => [...hop.mention, ...hop.cue, ...hop.addressee]);
  return [...content.spans, ...ofLinks, ...content.hedges.map((hedge) => hedge.span)];
}

function parentOf(article: SampleArticle, claim: SampleClaim): SampleClaim | undefined {
  return article.claims.find((other) => other.key === claim.content.parentId);
}

/** From the outermost claim down to this one. */
function lineOf(article: SampleArticle, claim: SampleClaim): readonly SampleClaim[] {
  const parent = parentOf(article, claim);
  return parent ? [...lineOf(article, parent), claim] : [claim];
}

function chainOf(article: SampleArticle, claim: SampleClaim): readonly Link[] {
  return lineOf(article, claim).reduce<readonly Link[]>(
    (chain, { content }) => wholeChain(chain, content.chain),
    [],
  );
}

function contextOf(article: SampleArticle, claim: SampleClaim): ProblemContext {
  const parent = parentOf(article, claim);
  const others = article.claims.filter((other) => other !== claim).flatMap(({ content }) => content.chain);
  return {
    claimId: claim.key,
    parent: parent
      ? {
          id: parent.key,
          ancestorIds: lineOf(article, parent).map(({ key }) => key),
          wholeChain: chainOf(article, parent),
          spans: parent.content.spans,
        }
      : null,
    sources,
    textLength: new CodePointIndex(article.text).length,
    attributedElsewhere: new Set(others.filter(({ explicit }) => explicit).flatMap((hop) => hop.sources)),
  };
}

function eventOf(step: SampleStep): ReviewEvent {
  switch (step.type) {
    case "request_changes":
      return { type: step.type, reason: step.reason, hasProposal: false };
    case "reject":
    case "reopen":
      return { type: step.type, reason: step.reason };
    default:
      return { type: step.type };
  }
}

function recorded(step: SampleStep): RecordedEvent {
  const event = eventOf(step);
  const role = roles.get(step.by) ?? "viewer";
  return { event, acting: { actorId: step.by, role, mayWriteLayer: true, approvalsNeeded: 1 } };
}

function recordOf(claim: SampleClaim) {
  const outcome = replay(claim.createdBy, claim.steps.map(recorded));
  if (!outcome.ok) throw new Error(`${claim.key}: ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
}

const record = (key: string) => {
  const claim = all.find((one) => one.key === key);
  if (!claim) throw new Error(`no claim ${key}`);
  return recordOf(claim);
};

const cases = sample.articles.map((article) => [article.key, article] as const);

describe.each(cases)("the %s article", (_, article) => {
  it("is canonical text of 450 to 700 words", () => {
    const canonical = canonicalise(article.text);
    expect(canonical.ok && canonical.value.text).toBe(article.text);
    const words = article.text.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(450);
    expect(words).toBeLessThanOrEqual(700);
  });

  it("opens with its title as a heading and has one subheading", () => {
    const index = new CodePointIndex(article.text);
    const headings = article.blocks.filter(({ kind }) => kind === "heading");
    expect(headings.map(({ level }) => level)).toEqual([1, 2]);
    expect(article.blocks.slice(0, 1).map((block) => index.slice(block))).toEqual([article.title]);
  });

  it("is stored from its HTML with the same text and the same blocks", () => {
    const read = readText({ kind: "html", content: article.html }, "/html");
    expect(read).toMatchObject({ ok: true, value: { text: article.text, blocks: article.blocks } });
  });

  it("has 14 to 22 claims", () => {
    expect(article.claims.length).toBeGreaterThanOrEqual(14);
    expect(article.claims.length).toBeLessThanOrEqual(22);
  });

  it("has every span inside the text, in whole letters and within one block", () => {
    const index = new CodePointIndex(article.text);
    for (const span of article.claims.flatMap(contents).flatMap(spansOf)) {
      expect(index.slice(span)).not.toBe("");
      expect(index.slice(span)).toBe(index.slice(span).trim());
      expect(cutsGrapheme(index, span)).toBe(false);
      expect(article.blocks.some(({ start, end }) => start <= span.start && span.end <= end)).toBe(true);
    }
  });

  // `claimProblems` holds `chainProblems`; warnings are refused too, but for the draft that has no statement yet.
  it("has no problem in any claim or chain", () => {
    const problems = article.claims.flatMap((claim) =>
      contents(claim).flatMap((content) => {
        const found = claimProblems(sourceline1, content, contextOf(article, claim));
        return found.map((problem) => `${problem.severity} ${claim.key} ${problem.kind}`);
      }),
    );
    expect(problems.filter((problem) => !problem.endsWith("call.winter no_statement"))).toEqual([]);
  });

  it("refers only to claims that stand before", () => {
    const keys = article.claims.map(({ key }) => key);
    for (const [index, { content, sameClaimAs }] of article.claims.entries()) {
      for (const other of [content.parentId, sameClaimAs]) {
        if (other !== null) expect(keys.slice(0, index)).toContain(other);
      }
    }
  });

  it("quotes in curly quotes only and has an em dash", () => {
    expect(article.text).toMatch(/“[^”]+”/);
    expect(article.text).toContain("—");
    expect(article.text).not.toMatch(/["']/);
  });
});

describe("the sample's review", () => {
  it("could have happened, step by step, by these people", () => {
    expect(all.map(recordOf)).toHaveLength(all.length);
  });

  it("leaves claims in every state", () => {
    const counts = new Map(claimStates.map((state) => [state, 0]));
    for (const claim of all) {
      const { state } = recordOf(claim);
      counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({
      draft: 5,
      submitted: 28,
      changes_requested: 2,
      approved: 29,
      rejected: 2,
    });
  });

  it("gives its reasons from the list, and in words", () => {
    const known = rejectionReasons.map(({ id }) => id);
    const refusals = all
      .flatMap(({ steps }) => steps)
      .flatMap((step) => (step.type === "reject" || step.type === "request_changes" ? [step] : []));
    expect(refusals).toHaveLength(4);
    for (const refusal of refusals) {
      expect(known).toContain(refusal.reason);
      expect(refusal.comment.length).toBeGreaterThan(20);
    }
  });

  it("holds one claim revised after approval", () => {
    expect(record("call.volume")).toMatchObject({ state: "submitted", revision: 2, approvedRevision: 1 });
  });

  it("holds one claim approved and reopened", () => {
    expect(record("call.satellite")).toMatchObject({ state: "submitted", revision: 1 });
  });
});

describe("the sample's claims", () => {
  it("have keys of their own", () => {
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });

  it("use all 24 categories of the seven families, those of links included", () => {
    const used = new Set(
      all.flatMap(({ content }) => [content.provenance, ...content.chain.map(({ category }) => category)]),
    );
    for (const id of used) expect(categoryOf(sourceline1, id)).not.toBeNull();
    expect(used.size).toBe(24);
    expect(new Set([...used].map((id) => familyOf(sourceline1, id)?.id))).toEqual(new Set(familyIds));
  });

  it("are nested, discontinuous, carried over, repeated and grouped", () => {
    const count = (test: (claim: SampleClaim) => boolean) => all.filter(test).length;
    expect({
      nested: count(({ content }) => content.parentId !== null),
      discontinuous: count(({ content }) => content.spans.length > 1),
      carriedOver: count(({ content }) => isCarriedOver(content.chain)),
      repeated: count(({ sameClaimAs }) => sameClaimAs !== null),
      grouped: count(({ group }) => group !== null),
      hedged: count(({ content }) => content.hedges.length > 0),
      ownVoice: count(({ content }) => familyOf(sourceline1, content.provenance)?.id === "own_voice"),
    }).toEqual({
      nested: 7,
      discontinuous: 6,
      carriedOver: 5,
      repeated: 5,
      grouped: 14,
      hedged: 12,
      ownVoice: 8,
    });
  });

  it("reach three links deep, both by nesting and in one go", () => {
    const depths = sample.articles.flatMap((article) =>
      article.claims.map((claim) => [claim.key, chainOf(article, claim).length] as const),
    );
    expect(depths.filter(([, depth]) => depth === 3).map(([key]) => key)).toEqual([
      "pass.deployment",
      "call.satellite.shown",
    ]);
  });

  it("cross one another without nesting", () => {
    const crossing = sample.articles.flatMap(({ claims }) =>
      claims.flatMap((one) =>
        claims.filter((other) => crosses(one, other)).map((other) => [one.key, other.key]),
      ),
    );
    expect(crossing).toContainEqual(["call.neither", "call.launchers"]);
  });
});

/** Ranges that share text, of which neither holds the other; `one` begins first. */
function crosses({ content: one }: SampleClaim, { content: other }: SampleClaim): boolean {
  const [a, b] = [rangeOf(one), rangeOf(other)];
  return a.start < b.start && b.start < a.end && a.end < b.end;
}

function rangeOf({ spans }: ClaimContent): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

describe("the sample's assessments and comments", () => {
  const assessments = all.flatMap((claim) => claim.assessments);

  it("number 6 to 10, with a rationale wherever one is required", () => {
    expect(assessments.length).toBeGreaterThanOrEqual(6);
    expect(assessments.length).toBeLessThanOrEqual(10);
    const needy = assessments.filter(
      ({ sourceReliability: reliability, infoCredibility: credibility }) =>
        reliability === "A" || reliability === "E" || credibility === 1 || credibility === 5,
    );
    expect(needy.length).toBeGreaterThanOrEqual(4);
    for (const { rationale } of needy) expect(rationale.length).toBeGreaterThan(20);
  });

  it("are one per claim and editor, and two editors disagree somewhere", () => {
    for (const claim of all) {
      expect(new Set(claim.assessments.map(({ by }) => by)).size).toBe(claim.assessments.length);
    }
    const twice = all.filter((claim) => claim.assessments.length > 1);
    expect(twice.map(({ key }) => key)).toEqual(["pass.launchers"]);
  });

  it("hold a thread in every article", () => {
    for (const { claims } of sample.articles) {
      expect(claims.flatMap(({ comments }) => comments).some(({ replies }) => replies.length > 0)).toBe(true);
    }
  });
});

describe("the sample's threads in articles", () => {
  const threads = sample.articles.flatMap((article) => article.threads);

  it("show one on words, one on an article, one that is resolved, and a mention", () => {
    expect(threads.some(({ span }) => span !== null)).toBe(true);
    expect(threads.some(({ span }) => span === null)).toBe(true);
    expect(threads.some(({ resolvedBy }) => resolvedBy !== null)).toBe(true);
    expect(threads.some(({ mentions }) => mentions.length > 0)).toBe(true);
  });

  it("name whom they mention", () => {
    const names = new Map(sample.accounts.map(({ key, name }) => [key, name]));
    for (const { body, mentions } of threads) {
      for (const key of mentions) expect(body).toContain(`@${names.get(key)}`);
    }
  });
});

describe("the sample's sources", () => {
  it("are all used, or issued what is", () => {
    const cited = new Set(all.flatMap(({ content }) => content.chain.flatMap((hop) => hop.sources)));
    const issuers = new Set(sample.sources.map(({ issuedBy }) => issuedBy));
    expect(sample.sources.filter(({ key }) => !cited.has(key) && !issuers.has(key))).toEqual([]);
  });

  it("stand after their issuers", () => {
    const keys = sample.sources.map(({ key }) => key);
    for (const [index, { issuedBy }] of sample.sources.entries()) {
      if (issuedBy !== null) expect(keys.slice(0, index)).toContain(issuedBy);
    }
  });

  it("belong to the one article that cites them when they are anonymous", () => {
    for (const article of sample.articles) {
      for (const hop of article.claims.flatMap(({ content }) => content.chain)) {
        const isAnonymous = familyOf(sourceline1, hop.category)?.id === "anonymous";
        for (const key of hop.sources) {
          expect([null, article.key]).toContain(sources.get(key)?.article);
          if (isAnonymous) expect(sources.get(key)?.article).toBe(article.key);
        }
      }
    }
  });
});

describe("the sample's propositions", () => {
  it("join claims that exist, one of them across articles", () => {
    const keys = new Set(all.map(({ key }) => key));
    for (const { claims } of sample.propositions) for (const key of claims) expect(keys).toContain(key);
    const articles = sample.propositions.map(({ claims }) => new Set(claims.map((key) => key.split(".")[0])));
    expect(articles.some((one) => one.size > 1)).toBe(true);
  });
});
