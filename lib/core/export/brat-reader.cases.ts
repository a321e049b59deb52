import { onOneLine } from "../text/line-ends.ts";

/** A line of an `.ann` by its parts. */
export type BratLine =
  | {
      readonly kind: "T";
      readonly id: string;
      readonly type: string;
      readonly spans: readonly (readonly [number, number])[];
    }
  | {
      readonly kind: "E";
      readonly id: string;
      readonly type: string;
      readonly args: readonly (readonly [string, string])[];
    }
  | {
      readonly kind: "R";
      readonly id: string;
      readonly type: string;
      readonly ends: readonly [string, string];
    }
  | {
      readonly kind: "A";
      readonly id: string;
      readonly name: string;
      readonly target: string;
      readonly value: string | null;
    }
  | {
      readonly kind: "#";
      readonly id: string;
      readonly name: string;
      readonly target: string;
      readonly text: string;
    };

/**
 * brat standoff, strictly: throws on any line that is not to the letter, an id that comes twice, a reference to nothing,
 * or a mark whose words are not those at its offsets, fragments joined by one space, in order and without a line end.
 */
export function readStrictBrat(text: string, annotations: string): readonly BratLine[] {
  if (annotations !== "" && !annotations.endsWith("\n")) throw new Error("the last line does not end");
  const characters = Array.from(text);
  const lines = annotations
    .split("\n")
    .slice(0, -1)
    .map((line) => parse(line, characters));
  const ids = new Set(lines.map(({ id }) => id));
  if (ids.size !== lines.length) throw new Error("an id comes twice");
  for (const line of lines) {
    for (const id of references(line))
      if (!ids.has(id)) throw new Error(`${line.id} refers to ${id}, which is not there`);
  }
  return lines;
}

function parse(line: string, characters: readonly string[]): BratLine {
  if (onOneLine(line) !== line) throw new Error(`a line end inside a line: ${line}`);
  const mark = /^(T\d+)\t([A-Za-z]+) (\d+ \d+(?:;\d+ \d+)*)\t([^\t]+)$/u.exec(line);
  if (mark) return markOf(mark, characters);
  const event = /^(E\d+)\t([A-Za-z]+:T\d+(?: [A-Za-z]+:[TE]\d+)*)$/u.exec(line);
  if (event) return eventOf(event);
  const relation = /^(R\d+)\t([A-Za-z]+) Arg1:([TE]\d+) Arg2:([TE]\d+)$/u.exec(line);
  if (relation) {
    const [, id = "", type = "", one = "", other = ""] = relation;
    return { kind: "R", id, type, ends: [one, other] };
  }
  const attribute = /^(A\d+)\t([A-Za-z]+) ([TE]\d+)(?: (\S+))?$/u.exec(line);
  if (attribute) {
    const [, id = "", name = "", target = "", value = null] = attribute;
    return { kind: "A", id, name, target, value };
  }
  const note = /^(#\d+)\t([A-Za-z]+) ([TE]\d+)\t([^\t]*)$/u.exec(line);
  if (!note) throw new Error(`no line of brat: ${line}`);
  const [, id = "", name = "", target = "", text = ""] = note;
  return { kind: "#", id, name, target, text };
}

function markOf(
  [, id = "", type = "", offsets = "", words = ""]: readonly string[],
  characters: readonly string[],
): BratLine {
  const spans = offsets.split(";").map((fragment) => {
    const [start = Number.NaN, end = Number.NaN] = fragment.split(" ").map(Number);
    return [start, end] as const;
  });
  let before = -1;
  for (const [start, end] of spans) {
    if (start <= before || end <= start || end > characters.length) throw new Error(`${id} stands badly`);
    before = end - 1;
  }
  const pieces = spans.map(([start, end]) => characters.slice(start, end).join(""));
  if (pieces.join(" ") !== words)
    throw new Error(`${id} quotes “${words}”, but “${pieces.join(" ")}” stands there`);
  return { kind: "T", id, type, spans };
}

function eventOf([, id = "", rest = ""]: readonly string[]): BratLine {
  const args = rest.split(" ").map((arg) => {
    const [role = "", target = ""] = arg.split(":");
    return [role, target] as const;
  });
  if (new Set(args.map(([role]) => role)).size !== args.length) throw new Error(`${id} has a role twice`);
  return { kind: "E", id, type: args[0]?.[0] ?? "", args };
}

function references(line: BratLine): readonly string[] {
  if (line.kind === "T") return [];
  if (line.kind === "E") return line.args.map(([, target]) => target);
  return line.kind === "R" ? line.ends : [line.target];
}

/** `annotation.conf` by section: each line's name and the values it allows, null where it allows any. */
export function readConf(text: string): ReadonlyMap<string, ReadonlyMap<string, readonly string[] | null>> {
  const sections = new Map<string, Map<string, readonly string[] | null>>();
  let open = new Map<string, readonly string[] | null>();
  for (const line of text.split("\n").filter((one) => one !== "")) {
    const section = /^\[([a-z]+)\]$/u.exec(line)?.[1];
    if (section !== undefined) {
      open = new Map();
      sections.set(section, open);
      continue;
    }
    const [name = "", given = ""] = line.split("\t");
    open.set(name, /Value:(\S+)$/u.exec(given)?.[1]?.split("|") ?? null);
  }
  return sections;
}
