/** A token of a column file: its offsets and, by layer, its tag and category. */
type Row = {
  readonly token: string;
  readonly span: readonly [number, number];
  readonly tags: readonly string[];
};

/** One document of a column file. */
export type Columns = {
  readonly id: string;
  readonly sha256: string;
  readonly columns: readonly string[];
  readonly sentences: readonly (readonly Row[])[];
};

/** Reads the column format strictly: throws on a row of another width, an `I` that goes on with nothing, a bad head. */
export function readColumns(text: string): readonly Columns[] {
  return text
    .split(/(?=^# doc_id)/mu)
    .filter((part) => part !== "")
    .map((part) => {
      const [one = "", two = "", three = "", ...lines] = part.split("\n");
      const columns = head(three, "columns").split(" ");
      return {
        id: head(one, "doc_id"),
        sha256: head(two, "sha256"),
        columns,
        sentences: sentencesOf(lines, columns.length),
      };
    });
}

function head(line: string, name: string): string {
  const value = new RegExp(`^# ${name} = (.+)$`, "u").exec(line)?.[1];
  if (value === undefined) throw new Error(`no ${name} in ${line}`);
  return value;
}

function sentencesOf(lines: readonly string[], width: number): readonly (readonly Row[])[] {
  const sentences: Row[][] = [];
  let open: Row[] = [];
  for (const line of lines) {
    if (line === "") {
      if (open.length > 0) sentences.push(open);
      open = [];
    } else open.push(rowOf(line, width, open.at(-1)));
  }
  if (open.length > 0) throw new Error("the last sentence does not end");
  return sentences;
}

function rowOf(line: string, width: number, before: Row | undefined): Row {
  const [token = "", start = "", end = "", ...tags] = line.split("\t");
  if (tags.length + 3 !== width) throw new Error(`a row of ${tags.length + 3} under ${width} columns`);
  for (const [at, tag] of tags.entries()) {
    if (!/^(?:O|[BI]-[a-z_]+\+?)$/u.test(tag)) throw new Error(`no tag: ${tag}`);
    const goesOn = before?.tags[at]?.slice(1) === tag.slice(1) && before.tags[at] !== "O";
    if (tag.startsWith("I") && !goesOn) throw new Error(`${tag} goes on with nothing`);
  }
  return { token, span: [Number(start), Number(end)], tags };
}

/** A mark as it is read back: what it is, its category, and its stretches from first token to last. */
export type Read = {
  readonly name: string;
  readonly category: string;
  readonly spans: readonly (readonly [number, number])[];
};

/** The marks of a document, by layer and then by place. */
export function marksOf({ columns, sentences }: Columns): readonly Read[] {
  const layers = Array.from({ length: (columns.length - 3) / 2 }, (_, layer) => layer * 2);
  return layers.flatMap((column) => {
    const found: { name: string; category: string; spans: [number, number][] }[] = [];
    const waiting = new Map<string, (typeof found)[number]>();
    for (const { span, tags } of sentences.flat()) {
      const [tag = "O", category = "O"] = tags.slice(column, column + 2);
      if (tag === "O") continue;
      const name = tag.slice(2).replace("+", "");
      const key = `${name} ${category.slice(2).replace("+", "")}`;
      const mark = waiting.get(key);
      if (tag.startsWith("I")) extend(mark, span[1]);
      else if (tag.endsWith("+")) mark?.spans.push([...span]);
      else {
        const opened = { name, category: category.slice(2), spans: [[...span] as [number, number]] }; // a copy of a pair
        found.push(opened);
        waiting.set(key, opened);
      }
    }
    return found;
  });
}

function extend(mark: { spans: [number, number][] } | undefined, end: number): void {
  const last = mark?.spans.at(-1);
  if (!last) throw new Error("nothing to go on with");
  last[1] = end;
}

/** The columns of the article in Hebrew, to the letter. */
export const hebrewColumns = [
  "# doc_id = a2",
  "# sha256 = 00",
  "# columns = token start end layer1 category1",
  "משרד\t0\t4\tB-source\tB-official_statement",
  "החוץ\t5\t9\tI-source\tI-official_statement",
  "אמר\t10\t13\tB-cue\tB-official_statement",
  "כי\t14\t16\tO\tO",
  "NATO\t17\t21\tB-claim\tB-official_statement",
  "תגיב\t22\t26\tI-claim\tI-official_statement",
  "מחר\t27\t30\tO\tO",
  ".\t30\t31\tO\tO",
];

/** A text with brackets around claims, the longest first, and the lines of CofeNet that come of it. */
export const cofenetCases: readonly {
  readonly name: string;
  readonly source: string;
  readonly lines: readonly { readonly tokens: readonly string[]; readonly labels: readonly string[] }[];
}[] = [
  {
    name: "one claim with its source and cue",
    source: "[Bo] [said] [it rained].",
    lines: [
      {
        tokens: ["Bo", "said", "it", "rained", "."],
        labels: ["B-source", "B-cue", "B-content", "I-content", "O"],
      },
    ],
  },
  {
    name: "a claim over two sentences, which opens anew",
    source: "[Bo] [said] [it rained. It stopped].",
    lines: [
      {
        tokens: ["Bo", "said", "it", "rained", "."],
        labels: ["B-source", "B-cue", "B-content", "I-content", "I-content"],
      },
      {
        tokens: ["It", "stopped", "."],
        labels: ["B-content", "I-content", "O"],
      },
    ],
  },
  {
    name: "a claim that cuts a token",
    source: "[Bo] [said] [it rain]ed.",
    lines: [
      {
        tokens: ["Bo", "said", "it", "rained", "."],
        labels: ["B-source", "B-cue", "B-content", "I-content", "O"],
      },
    ],
  },
  {
    name: "a cue inside the claim, which finds no room",
    source: "[Bo], [it, [he said], rained].",
    lines: [
      {
        tokens: ["Bo", ",", "it", ",", "he", "said", ",", "rained", "."],
        labels: [
          "B-source",
          "O",
          "B-content",
          "I-content",
          "I-content",
          "I-content",
          "I-content",
          "I-content",
          "O",
        ],
      },
    ],
  },
];
