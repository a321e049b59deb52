import { describe, expect, it } from "vitest";
import { marked } from "../../../tests/support/marked-text.ts";
import type { Span } from "../text/span.ts";
import type { Link } from "./claim.ts";
import { copiedLink } from "./copied-link.ts";
import { link } from "./link.ts";

const { spans } = marked("[Ada] [told] [Ben] that it rained and that it hailed. [Elsewhere].");
const [ada, told, ben, elsewhere] = spans.map((span) => [span]);
const said = link({
  category: "named_statement",
  sources: ["ada"],
  mention: ada ?? [],
  cue: told ?? [],
  addressee: ben ?? [],
  act: "accusation",
  directness: "direct",
  cueStance: "distancing",
  channel: "interview",
  attributionStatus: "on_record",
});
const occasion = link({
  category: "named_statement",
  sources: ["ada"],
  channel: "interview",
  attributionStatus: "on_record",
});
const carried = link({
  category: "named_statement",
  sources: ["ada"],
  explicit: false,
  basis: "carried_over",
});
const here = () => true;
const notHere = () => false;
const notElsewhere = (span: Span) => span !== elsewhere?.[0];

describe("a link taken over by another claim", () => {
  it.each<[string, Link, (span: Span) => boolean, boolean, Link]>([
    ["comes whole where its words stand with that claim too", said, here, true, said],
    ["leaves its words, and what is read off them, where they stand", said, notHere, false, occasion],
    [
      "keeps the mention that stands with the claim and leaves the cue that does not",
      { ...said, cue: elsewhere ?? [] },
      notElsewhere,
      true,
      { ...said, cue: [] },
    ],
    [
      "leaves words of which a part stands elsewhere",
      { ...said, cue: [...(told ?? []), ...(elsewhere ?? [])], mention: elsewhere ?? [] },
      notElsewhere,
      true,
      occasion,
    ],
    ["is carried over in the same place as before", carried, here, true, carried],
    [
      "is not carried over to another place unasked",
      carried,
      here,
      false,
      link({ category: "named_statement", sources: ["ada"] }),
    ],
  ])("%s", (_name, hop, serves, isSamePlace, expected) => {
    expect(copiedLink(hop, serves, isSamePlace)).toEqual(expected);
  });
});
