/**
 * A claim marked in one text, and where it is in a later one: `[…]` is the answer, or for a failure the
 * places it names.
 */
type Case = {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly outcome: "found" | "ambiguous" | "kept quote" | "kept context";
};

const filler = "Nobody else was in the square that morning, and the shops stayed shut. ";

export const changedTexts: readonly Case[] = [
  {
    name: "a paragraph was put before it",
    before: "The minister told reporters that [it rained] all day in the north.",
    after: "Correction: see below.\n\nThe minister told reporters that [it rained] all day in the north.",
    outcome: "found",
  },
  {
    name: "emoji were put before it",
    before: "The minister told reporters that [it rained 🌧] all day in the north.",
    after: "👩‍👩‍👧🇺🇦 The minister told reporters that [it rained 🌧] all day in the north.",
    outcome: "found",
  },
  {
    name: "it stands again in other surroundings",
    before: "First the minister told reporters that [it rained] all day in the north.",
    after: `They sang that it rained. ${filler}First the minister told reporters that [it rained] all day in the north.`,
    outcome: "found",
  },
  {
    name: "a word of its context was changed",
    before: "Then the minister told reporters that [it rained] all day in the north, they wrote.",
    after: "Oh. Then the minister told journalists that [it rained] all day in the north, they wrote.",
    outcome: "found",
  },
  {
    name: "Hebrew moved down",
    before: "דובר הצבא מסר לעיתונאים כי [ירד גשם] כל היום בצפון הארץ",
    after: "תיקון\n\nדובר הצבא מסר לעיתונאים כי [ירד גשם] כל היום בצפון הארץ",
    outcome: "found",
  },
  {
    name: "the words around it stayed and it was rewritten",
    before: "The minister told reporters that [it rained] all day in the north.",
    after: "Correction. The minister told reporters that [it never rained at all] all day in the north.",
    outcome: "kept context",
  },
  {
    name: "it was taken out",
    before: "The minister told reporters that [it rained] all day in the north.",
    after: "The minister told reporters that [] all day in the north.",
    outcome: "kept context",
  },
  {
    name: "it stands only in other surroundings",
    before: "The minister told reporters that [it rained] all day in the north.",
    after: "In the old song about a boat, of course, [it rained] too.",
    outcome: "kept quote",
  },
  {
    name: "other words like it stand by chance where it was",
    before: "He says that [he] did.",
    after: "Who knew where [he]nce they go?",
    outcome: "kept quote",
  },
  {
    name: "two equal lines and neither where it was",
    before: `${filler}It rained, he said.\n${filler}[It rained], he said.\n${filler}`,
    after: `So. ${filler}[It rained], he said.\n${filler}Moreover all of that long afternoon.\n${filler}[It rained], he said.\n${filler}`,
    outcome: "ambiguous",
  },
  {
    name: "two partial matches of nearly the same strength",
    before: "The old minister told the reporters that [it rained] all day in the far north.",
    after:
      "A minister told the reporters that [it rained] again. B minister told the reporters that [it rained] again.",
    outcome: "ambiguous",
  },
  {
    name: "two equal lines and one a step from where it was",
    before: `${filler}It rained, he said.\n${filler.repeat(4)}[It rained], he said.\n${filler}`,
    after: `So ${filler}It rained, he said.\n${filler.repeat(4)}[It rained], he said.\n${filler}`,
    outcome: "found",
  },
];
