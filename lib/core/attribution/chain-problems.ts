import { type Codebook, categoryOf, familyOf } from "../provenance/codebook.ts";
import type { Identification } from "../provenance/facets.ts";
import type { Span } from "../text/span.ts";
import type { Chain } from "./chain.ts";
import type { ClaimContent, Link } from "./claim.ts";
import type { ChainProblem, Severity } from "./problems.ts";
import { fragmentFaults } from "./span-problems.ts";

/** What a claim is checked against. */
export type ProblemContext = {
  /** The claim it is nested in: its whole chain, its spans, and the ids of it and all above it. */
  readonly parent?: {
    readonly id: string;
    readonly ancestorIds: readonly string[];
    readonly wholeChain: Chain;
    readonly spans: readonly Span[];
  } | null;
  /** Id of the claim checked, once it has one. */
  readonly claimId?: string | null;
  /** Registry sources by id; one that is absent does not exist. */
  readonly sources: ReadonlyMap<string, { readonly identification: Identification }>;
  /** Length of the version's text in code points. */
  readonly textLength: number;
  /** Category ids the project has switched off. */
  readonly switchedOff?: ReadonlySet<string>;
  /** The content as stored before this edit: a category it already used only warns when withdrawn since. */
  readonly before?: ClaimContent | null;
  /** Sources to whom other claims of the article are explicitly attributed; when given, carrying over is checked. */
  readonly attributedElsewhere?: ReadonlySet<string>;
};

/** Categories where nobody need be given: nobody vouches, is described, or can be told (rules.md 1). */
const sourceless: ReadonlySet<string> = new Set(["hearsay", "anonymous_undescribed", "unclear"]);

/** Identifications that come with a name; a source with one of them is not anonymous. */
const namedIdentifications: ReadonlySet<Identification> = new Set([
  "named_person",
  "named_institution",
  "named_document",
]);

/** One own link with all it is checked against, and where it stands: what each rule below is handed. */
type Hop = {
  readonly codebook: Codebook;
  readonly context: ProblemContext;
  readonly hop: Link;
  readonly at: { readonly link: number; readonly order: number };
};

/**
 * Problems of a claim's **own** links, in chain order and within a link in the order of the rules below; empty when none
 * keeps or warns. The parent's links are the parent's to mend, but count when the own ones are looked at: a source that
 * speaks in both is a circle.
 */
export function chainProblems(
  codebook: Codebook,
  claim: ClaimContent,
  context: ProblemContext,
): readonly ChainProblem[] {
  const inherited = inheritedChain(claim, context);
  const whole = [...inherited, ...claim.chain];
  return claim.chain.flatMap((hop, link) => {
    const order = inherited.length + link + 1;
    const given: Hop = { codebook, context, hop, at: { link, order } };
    return [
      ...categoryProblems(codebook, hop.category, given.at, context),
      ...sourceProblems(given),
      ...circularProblems(given, whole.slice(0, order - 1)),
      ...carryingProblems(given),
      ...markProblems(given),
    ];
  });
}

/** The parent's whole chain where the claim is nested in the parent handed in, else none. */
export function inheritedChain(claim: ClaimContent, { parent }: Pick<ProblemContext, "parent">): Chain {
  return parent && parent.id === claim.parentId ? parent.wholeChain : [];
}

/** Problems of naming a category, in a link or (`at` null) as a claim's stored provenance. At most one. */
export function categoryProblems(
  codebook: Codebook,
  id: string,
  at: Hop["at"] | { readonly link: null; readonly order: null },
  context: Pick<ProblemContext, "switchedOff" | "before">,
): readonly ChainProblem[] {
  const category = categoryOf(codebook, id);
  if (!category) return [{ kind: "unknown_category", severity: "error", category: id, ...at }];
  if (at.link !== null && category.family === "own_voice") {
    return [{ kind: "own_voice_link", severity: "error", category: id, ...at }];
  }
  const severity: Severity = usesCategory(context.before, id) ? "warning" : "error";
  if (category.isRetired) return [{ kind: "retired_category", severity, category: id, ...at }];
  if (context.switchedOff?.has(id)) return [{ kind: "switched_off_category", severity, category: id, ...at }];
  return [];
}

/** An edit may keep what it found: a category withdrawn since must not lock a claim that already uses it. */
function usesCategory(before: ClaimContent | null | undefined, id: string): boolean {
  return before != null && (before.provenance === id || before.chain.some((hop) => hop.category === id));
}

/** Whether a link of this category must name a source: false where nobody vouches or nobody is described. */
export function needsSource(category: string): boolean {
  return !sourceless.has(category);
}

/**
 * How many sources a link names, and which. A missing one is the only problem then: nothing can be said of sources that
 * are not there. Too many (for hearsay) is a warning beside whatever else is wrong with them.
 */
function sourceProblems(given: Hop): readonly ChainProblem[] {
  const { hop, at } = given;
  const { category, sources } = hop;
  const problems = sources.flatMap((source, index) => [
    ...registryProblems(given, source),
    ...(sources.indexOf(source) < index
      ? [{ kind: "repeated_source", severity: "error", source, ...at } as const]
      : []),
  ]);
  if (sources.length === 0 && needsSource(category)) {
    return [{ kind: "missing_source", severity: "error", category, ...at }];
  }
  return sources.length > 0 && category === "hearsay"
    ? [{ kind: "unexpected_source", severity: "warning", category, ...at }, ...problems]
    : problems;
}

/** What the registry says about a source against what the category says. Warnings: either may be the slip. */
function registryProblems({ codebook, context, hop, at }: Hop, source: string): readonly ChainProblem[] {
  const { category } = hop;
  const known = context.sources.get(source);
  if (!known) return [{ kind: "unknown_source", severity: "error", source, ...at }];
  const isNamed = namedIdentifications.has(known.identification);
  if (isNamed && familyOf(codebook, category)?.id === "anonymous") {
    return [{ kind: "named_but_anonymous", severity: "warning", source, category, ...at }];
  }
  return !isNamed && category === "named_statement"
    ? [{ kind: "unnamed_but_named_statement", severity: "warning", source, ...at }]
    : [];
}

/**
 * A source that already speaks further out. A warning: people do report their own earlier words, but a chain that
 * comes back to where it was is more often a slip, and counts once in corroboration.
 */
function circularProblems({ hop, at }: Hop, further: Chain): readonly ChainProblem[] {
  return [...new Set(hop.sources)].flatMap((source) => {
    const earlier = further.findLastIndex((outer) => outer.sources.includes(source));
    if (earlier === -1) return [];
    return [
      { kind: "circular_source", severity: "warning", source, earlierOrder: earlier + 1, ...at } as const,
    ];
  });
}

/** The carried-over rule, as far as it can be seen from the claim: basis, no cue of its own, something to carry. */
function carryingProblems({ context, hop, at }: Hop): readonly ChainProblem[] {
  if (hop.explicit) {
    return hop.basis === null ? [] : [{ kind: "basis_without_carrying", severity: "error", ...at }];
  }
  const problems: ChainProblem[] = [];
  if (hop.basis === null) problems.push({ kind: "basis_missing", severity: "error", ...at });
  if (hop.cue.length > 0) problems.push({ kind: "carried_over_with_cue", severity: "warning", ...at });
  const elsewhere = context.attributedElsewhere;
  if (elsewhere && hop.sources.length > 0 && !hop.sources.some((source) => elsewhere.has(source))) {
    problems.push({ kind: "nothing_to_carry_over", severity: "warning", ...at });
  }
  return problems;
}

/**
 * Spans of a link's three lists, each list by itself: mention, cue and addressee may overlap one another ("his aides"
 * names and addresses). That nothing is marked is a warning, for a source may be plain from the whole article.
 */
function markProblems({ context, hop, at }: Hop): readonly ChainProblem[] {
  const faults = (["mention", "cue", "addressee"] as const).flatMap((field) =>
    fragmentFaults(hop[field], context.textLength).map(
      (fault) => ({ kind: "bad_span", severity: "error", field, ...fault, ...at }) as const,
    ),
  );
  const isUnmarked = hop.explicit && hop.mention.length === 0 && hop.cue.length === 0;
  return isUnmarked ? [...faults, { kind: "nothing_marked", severity: "warning", ...at }] : faults;
}
