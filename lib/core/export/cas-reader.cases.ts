import type { ImportedDataset, Place } from "../import/dataset.ts";
import { readGraph } from "../import/graph.ts";
import { type Tie, type TiedMark, tiedGraph } from "../import/tied-graph.ts";
import { articleOf } from "../import/values.ts";
import { CodePointIndex } from "../text/code-point-index.ts";

const name = { type: "string", pattern: "^[a-zA-Z][a-zA-Z0-9.]*$" };
const range = { type: "string", pattern: "^[a-zA-Z][a-zA-Z0-9.]*(\\[\\])?$" };

/** JSON CAS 0.4.0 as its specification has it, as far as one view of one text goes. */
export const casSchema = {
  type: "object",
  required: ["%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"],
  additionalProperties: false,
  properties: {
    "%TYPES": {
      type: "object",
      additionalProperties: {
        type: "object",
        required: ["%NAME", "%SUPER_TYPE"],
        properties: { "%NAME": name, "%SUPER_TYPE": name },
        additionalProperties: {
          type: "object",
          required: ["%NAME", "%RANGE"],
          additionalProperties: false,
          properties: { "%NAME": name, "%RANGE": range },
        },
      },
    },
    "%FEATURE_STRUCTURES": {
      type: "array",
      minItems: 2,
      items: {
        type: "object",
        required: ["%ID", "%TYPE"],
        properties: {
          "%ID": { type: "integer", minimum: 1 },
          "%TYPE": range,
          "%ELEMENTS": { type: "array", minItems: 1 },
          "@sofa": { const: 1 },
          begin: { type: "integer", minimum: 0 },
          end: { type: "integer", minimum: 0 },
        },
      },
    },
    "%VIEWS": {
      type: "object",
      required: ["_InitialView"],
      additionalProperties: false,
      properties: {
        _InitialView: {
          type: "object",
          required: ["%SOFA", "%MEMBERS"],
          additionalProperties: false,
          properties: {
            "%SOFA": { const: 1 },
            "%MEMBERS": { type: "array", uniqueItems: true, items: { type: "integer", minimum: 2 } },
          },
        },
      },
    },
  },
};

export type Structure = Readonly<Record<string, unknown>> & {
  readonly "%ID": number;
  readonly "%TYPE": string;
};
export type Cas = {
  readonly "%TYPES": Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly "%FEATURE_STRUCTURES": readonly Structure[];
  readonly "%VIEWS": { readonly _InitialView: { readonly "%MEMBERS": readonly number[] } };
};

/** Built-in types and the features that the others have from them. */
const builtIn: Readonly<Record<string, readonly string[]>> = {
  "uima.cas.TOP": [],
  "uima.cas.Sofa": ["sofaNum", "sofaID", "mimeType", "sofaString"],
  "uima.tcas.Annotation": ["sofa", "begin", "end"],
  "uima.tcas.DocumentAnnotation": ["sofa", "begin", "end", "language"],
};

/** Features of a type, its own and those of the types above. Throws for a type that nobody declares. */
export function featuresOf(cas: Cas, type: string): readonly string[] {
  const known = builtIn[type];
  if (known) return known;
  const declared = cas["%TYPES"][type];
  if (!declared) throw new Error(`nobody declares ${type}`);
  const own = Object.keys(declared).filter((key) => !key.startsWith("%"));
  return [...own, ...featuresOf(cas, String(declared["%SUPER_TYPE"]))];
}

/** The features of a structure, without what marks references. */
export function featureNames(structure: Structure): readonly string[] {
  return Object.keys(structure)
    .filter((key) => !key.startsWith("%"))
    .map((key) => key.replace(/^[@#^]/u, ""));
}

const roles = new Map([
  ["custom.Claim", "Claim"],
  ["custom.ChainLink", "Attribution"],
  ["custom.SourceMention", "Source"],
  ["custom.Cue", "Cue"],
  ["custom.Addressee", "Addressee"],
  ["custom.Hedge", "Hedge"],
]);
const plain = ["act", "directness", "cueStance", "polarity", "basis", "attributionStatus", "channel"];

/** What a CAS of ours says, as a reader of it would take it in: the measure of what the format loses. */
export function datasetOf(file: string, cas: Cas): ImportedDataset {
  return new Reader(file, cas).read();
}

class Reader {
  readonly #file: string;
  readonly #structures: readonly Structure[];
  readonly #byId: ReadonlyMap<unknown, Structure>;
  readonly #index: CodePointIndex;
  readonly #place: Place;
  readonly #ties: Tie[] = [];
  readonly #names = new Map<string, string>();
  readonly #sourcesOf = new Map<string, readonly string[]>();
  readonly #groups = new Map<unknown, unknown>();

  constructor(file: string, cas: Cas) {
    this.#file = file;
    this.#structures = cas["%FEATURE_STRUCTURES"];
    this.#byId = new Map(this.#structures.map((structure) => [structure["%ID"], structure]));
    this.#index = new CodePointIndex(String(this.#of("uima.cas.Sofa")[0]?.sofaString));
    this.#place = { file, line: null, at: null };
  }

  read(): ImportedDataset {
    const marks = [...roles].flatMap(([type, label]) => this.#of(type).map((one) => this.#mark(one, label)));
    for (const [type] of roles) {
      for (const one of this.#of(`${type}Relation`)) {
        this.#tie(String(one.relation), one["@Governor"], one["@Dependent"]);
      }
    }
    const given = { article: this.#file, index: this.#index, annotator: null, prefix: `${this.#file}#` };
    const known = new Set(marks.map(({ id }) => id));
    const tied = { ...given, marks, ties: this.#ties, known, sourcesOf: this.#sourcesOf };
    const { graph, problems } = tiedGraph(tied, {});
    const { claims, problems: more } = readGraph(graph);
    const [about] = this.#of("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData");
    const record = { title: about?.documentTitle, article_id: about?.documentId };
    const sources = [...this.#names].map(([key, name]) => ({
      key,
      id: key,
      name,
      issuedBy: null,
      article: null,
    }));
    return {
      articles: [articleOf(record, this.#file, this.#index.text, this.#place)],
      sources,
      claims,
      problems: [...problems, ...more],
    };
  }

  #of(type: string): readonly Structure[] {
    return this.#structures.filter((structure) => structure["%TYPE"] === type);
  }

  #tie(type: string, from: unknown, to: unknown): void {
    this.#ties.push({ type, from: String(from), to: String(to), place: this.#place });
  }

  #elements(list: unknown): readonly unknown[] {
    const elements = this.#byId.get(list)?.["%ELEMENTS"];
    return Array.isArray(elements) ? elements : [];
  }

  /** Ids of what a slot takes. */
  #targets(slot: unknown): readonly unknown[] {
    return this.#elements(slot).map((id) => this.#byId.get(id)?.["@target"]);
  }

  #mark(structure: Structure, label: string): TiedMark {
    const id = structure["%ID"];
    const [begin, end] = [Number(structure.begin), Number(structure.end)];
    const spans = [{ start: this.#index.fromUtf16(begin), end: this.#index.fromUtf16(end) }];
    if (label === "Attribution") this.#link(structure);
    for (const hedge of this.#targets(structure["@hedges"])) this.#tie("hedge", id, hedge);
    if (structure.group !== undefined) this.#group(id, structure.group);
    return { id: String(id), label, spans, values: this.#values(structure), place: this.#place };
  }

  #group(id: number, group: unknown): void {
    if (this.#groups.has(group)) this.#tie("group", id, this.#groups.get(group));
    else this.#groups.set(group, id);
  }

  #link(structure: Structure): void {
    const id = structure["%ID"];
    const keys = this.#elements(structure["@sources"]).map(String);
    for (const [at, name] of this.#elements(structure["@sourceNames"]).entries()) {
      if (name !== "") this.#names.set(keys[at] ?? "", String(name));
    }
    this.#sourcesOf.set(
      String(id),
      keys.filter((key) => this.#names.has(key)),
    );
    for (const claim of this.#targets(structure["@claims"])) this.#tie(`chain_${structure.order}`, claim, id);
    for (const slot of ["mentions", "cues", "addressees"]) {
      for (const part of this.#targets(structure[`@${slot}`])) this.#tie(slot, id, part);
    }
  }

  #values(structure: Structure): ReadonlyMap<string, string> {
    const flags = this.#elements(structure["@flags"]).join(" ");
    const said = [
      ["ClaimId", structure.claimId],
      ["Statement", structure.statement],
      ["Kind", structure.kind],
      ["HedgeType", structure.hedgeType],
      ["Provenance", structure.category ?? structure.provenance],
      ["Implicit", structure.implicit],
      ["Flags", flags === "" ? undefined : flags],
      ...plain.map((key) => [key.charAt(0).toUpperCase() + key.slice(1), structure[key]]),
    ];
    return new Map(
      said.flatMap(([key, value]) => (value === undefined ? [] : [[String(key), String(value)] as const])),
    );
  }
}
