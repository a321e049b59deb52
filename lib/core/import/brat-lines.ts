import type { GivenSpan } from "./article-text.ts";
import type { ImportProblem, NamedFile, Place } from "./dataset.ts";

/** A `T` line: a labelled stretch. `text` may run over several lines, as some tools write it. */
export type BratMark = {
  readonly id: string;
  readonly type: string;
  readonly spans: readonly GivenSpan[];
  readonly text: string;
  /** The line by itself, without those that may go on with its text. */
  readonly firstLine: string;
  /** Lines of no kind after it: the rest of its text, or nonsense. */
  readonly rest: readonly Place[];
  readonly place: Place;
};

/** An `E` or `R` line: what it calls what it refers to, in order. */
export type BratTuple = {
  readonly id: string;
  readonly type: string;
  readonly args: readonly (readonly [role: string, id: string])[];
  readonly place: Place;
};

/** An event, with the mark that triggers it. */
export type BratEvent = BratTuple & { readonly trigger: string };

/** An `A` or `M` line, with `true` for one that is there or not; or a `#` line, whose value is its text. */
export type BratValue = {
  readonly name: string;
  readonly target: string;
  readonly value: string;
  readonly place: Place;
};

/** The lines of one `.ann`, by kind. */
export type BratLines = {
  readonly marks: readonly BratMark[];
  readonly events: readonly BratEvent[];
  readonly relations: readonly BratTuple[];
  /** `* Equiv`: ids that are the same. */
  readonly equals: readonly { readonly ids: readonly string[]; readonly place: Place }[];
  readonly attributes: readonly BratValue[];
  readonly notes: readonly BratValue[];
  readonly problems: readonly ImportProblem[];
};

/** Ids start with a letter of their kind; `*` lines have none. */
const lineStart = /^(?:([TERAMN#])\d+|\*)\t/u;
/** Thousands of fragments or arguments; far more is no annotation, and taking it apart holds the machine for seconds. */
const MAX_BODY = 100_000;

const lineBreak = /\r\n|\r|\n/u;

type Open = Omit<BratMark, "text" | "rest"> & { readonly more: string[]; readonly rest: Place[] };

/** The lines of an `.ann` file. An id that comes twice is `duplicate-id`, a line of no kind `line-unreadable`. */
export function bratLines({ name, text }: NamedFile): BratLines {
  const read = new Lines(name);
  for (const [at, line] of text.split(lineBreak).entries()) read.line(line, at + 1);
  return read.all();
}

class Lines {
  readonly #file: string;
  readonly #ids = new Set<string>();
  readonly #marks: Open[] = [];
  /** The mark whose text may go on. */
  #open: Open | null = null;
  readonly #events: BratEvent[] = [];
  readonly #relations: BratTuple[] = [];
  readonly #equals: { ids: readonly string[]; place: Place }[] = [];
  readonly #attributes: BratValue[] = [];
  readonly #notes: BratValue[] = [];
  readonly #problems: ImportProblem[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  all(): BratLines {
    return {
      marks: this.#marks.map(({ more, ...mark }) => ({
        ...mark,
        text: [mark.firstLine, ...more].join("\n"),
      })),
      events: this.#events,
      relations: this.#relations,
      equals: this.#equals,
      attributes: this.#attributes,
      notes: this.#notes,
      problems: this.#problems,
    };
  }

  line(line: string, number: number): void {
    const kind = lineStart.exec(line);
    if (!kind) this.#goOn(line, { file: this.#file, line: number, at: null });
    else {
      const [id = "", body = "", ...rest] = line.split("\t");
      const place = { file: this.#file, line: number, at: id };
      this.#open = null;
      if (id !== "*" && this.#ids.has(id)) {
        this.#refuse(place, "duplicate-id", `The id ${id} is taken by a line above; this line is left out.`);
        return;
      }
      this.#ids.add(id);
      this.#take(kind[1] ?? "*", { id, body, text: rest.join("\t"), place });
    }
  }

  #goOn(line: string, place: Place): void {
    if (this.#open) {
      this.#open.more.push(line);
      if (line.trim() !== "") this.#open.rest.push(place);
    } else if (line.trim() !== "") {
      this.#refuse(place, "line-unreadable", "The line is of no kind that brat writes.");
    }
  }

  #refuse(place: Place, code: string, message: string): void {
    this.#problems.push({ ...place, code, message, severity: "row" });
  }

  #take(kind: string, given: { id: string; body: string; text: string; place: Place }): void {
    const { id, body, text, place } = given;
    if (body.length > MAX_BODY) {
      this.#refuse(place, "line-unreadable", "The line is longer than any that brat writes.");
      return;
    }
    const [type = "", ...words] = body.split(" ").filter((word) => word !== "");
    if (type === "") this.#refuse(place, "line-unreadable", "The line ends where a type should stand.");
    else if (kind === "T")
      this.#openMark({ id, type, spans: spansOf(words), firstLine: text, more: [], rest: [], place });
    else if (kind === "E") this.#event(id, [type, ...words], place);
    else if (kind === "R") this.#relations.push({ id, type, args: argsOf(words), place });
    else if (kind === "*") this.#equals.push({ ids: words, place });
    else this.#value(kind, type, words, text, place);
  }

  #openMark(mark: Open): void {
    this.#marks.push(mark);
    this.#open = mark;
  }

  #event(id: string, words: readonly string[], place: Place): void {
    const [first, ...args] = argsOf(words);
    if (first) this.#events.push({ id, type: first[0], trigger: first[1], args, place });
    else this.#refuse(place, "line-unreadable", "The event names no trigger.");
  }

  #value(kind: string, name: string, words: readonly string[], text: string, place: Place): void {
    const [target, value = "true"] = words;
    if (target === undefined) this.#refuse(place, "line-unreadable", "The line names nothing it is about.");
    else if (kind === "#") this.#notes.push({ name, target, value: text, place });
    else if (kind !== "N") this.#attributes.push({ name, target, value, place });
    else {
      const message = "Links to a knowledge base are not taken in.";
      this.#problems.push({ ...place, code: "normalisation-left-out", message, severity: "note" });
    }
  }
}

/** `17 169;180 200` as fragments; what is no number stays a text, for the one who carries spans to name. */
function spansOf(words: readonly string[]): GivenSpan[] {
  if (words.length === 0) return [];
  return words
    .join(" ")
    .split(";")
    .map((fragment) => {
      const [start, end] = fragment.split(" ").filter((word) => word !== "");
      return { start: offsetOf(start), end: offsetOf(end) };
    });
}

function offsetOf(word: string | undefined): unknown {
  return word !== undefined && /^\d{1,15}$/u.test(word) ? Number(word) : word;
}

/** `Role:T1` as pairs; a word without a colon refers to nothing and is left out. */
function argsOf(words: readonly string[]): readonly (readonly [string, string])[] {
  return words.flatMap((word) => {
    const colon = word.indexOf(":");
    return colon > 0 ? [[word.slice(0, colon), word.slice(colon + 1)] as const] : [];
  });
}
