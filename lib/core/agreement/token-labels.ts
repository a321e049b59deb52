import type { Span } from "../text/span.ts";
import { compareSpans } from "../text/spans.ts";
import { lastAtOrBelow, at as valueAt } from "../text/typed-array.ts";
import { alphaOf } from "./alpha.ts";

/** What a token is part of, as the attribution corpora have it. */
export type TokenLabel = "source" | "cue" | "content" | "none";

/** A stretch that one coder gave a role to. */
export type RoleSpan = Span & { readonly role: Exclude<TokenLabel, "none"> };

/** Of roles that share a character the first of these is the token's. */
const PRECEDENCE: readonly RoleSpan["role"][] = ["source", "cue", "content"];

/** The label of each token: the role of its first character, `none` where it has no role. Tokens ascend. */
export function labelTokens(tokens: readonly Span[], roles: readonly RoleSpan[]): readonly TokenLabel[] {
  const labels: TokenLabel[] = tokens.map(() => "none");
  const starts = Uint32Array.from(tokens, ({ start }) => start);
  for (const role of PRECEDENCE.toReversed()) {
    for (const { start, end } of roles.filter((span) => span.role === role).sort(compareSpans)) {
      for (let at = lastAtOrBelow(starts, start - 1) + 1; at < starts.length; at += 1) {
        if (valueAt(starts, at) >= end) break;
        labels[at] = role;
      }
    }
  }
  return labels;
}

/**
 * Nominal α with a token for a unit: how far coders give the same words the same roles. `coders` has the labels of each,
 * all of the same tokens. High where most words are `none` or long content: no stand-in for the scores of claims.
 */
export function tokenAlpha(coders: readonly (readonly TokenLabel[])[]) {
  const [first = []] = coders;
  return alphaOf(
    first.map((_, token) => coders.map((labels) => labels[token] as TokenLabel)), // `as`: all have the same tokens
    "nominal",
  );
}
