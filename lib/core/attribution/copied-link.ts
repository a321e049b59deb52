import type { Span } from "../text/span.ts";
import type { Link } from "./claim.ts";
import { link } from "./link.ts";

/**
 * A link as another claim may take it over. Who speaks, the category, the ground rule and the channel belong to the
 * occasion and come along. The words that attribute belong to the place where they stand: they, and what is read off
 * them (act, directness, stance, polarity), come along only where `serves` says that they stand with the other claim
 * too, as in "she said [this] and [that]". Carrying over is a judgement about one place (domain.md, Carried-over
 * attribution): it comes along only where `isSamePlace`, else it is to be judged anew.
 */
export function copiedLink(hop: Link, serves: (span: Span) => boolean, isSamePlace: boolean): Link {
  const kept = (spans: readonly Span[]) => (spans.every(serves) ? spans : []);
  const [mention, cue, addressee] = [kept(hop.mention), kept(hop.cue), kept(hop.addressee)] as const;
  const isOfTheseWords = hop.explicit ? mention.length + cue.length > 0 : isSamePlace;
  const { category, sources, attributionStatus, channel } = hop;
  return isOfTheseWords
    ? { ...hop, mention, cue, addressee }
    : link({ category, sources, attributionStatus, channel });
}
