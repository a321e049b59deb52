/** PROV-JSON as its submission describes it, in our own words: closed keys, and what each relation must name. */
const attribute = {
  anyOf: [
    { type: ["string", "number", "boolean"] },
    {
      type: "object",
      properties: { $: { type: "string" }, type: { type: "string" }, lang: { type: "string" } },
      required: ["$"],
      additionalProperties: false,
    },
  ],
};
const name = "^(?:_|[a-z]+):[^\\s]+$";
const time = { type: "string", format: "date-time" };
const attributes = { anyOf: [attribute, { type: "array", items: attribute, minItems: 1 }] };

const thing = (more: object = {}) => ({
  type: "object",
  propertyNames: { pattern: name },
  additionalProperties: { type: "object", properties: more, additionalProperties: attributes },
});
const relation = (required: readonly string[], optional: readonly string[] = []) => ({
  type: "object",
  additionalProperties: {
    type: "object",
    properties: {
      ...Object.fromEntries(
        [...required, ...optional].map((key) => [key, { type: "string", pattern: name }]),
      ),
      "prov:time": time,
    },
    required,
    additionalProperties: attributes,
  },
});

const records = {
  prefix: { type: "object", additionalProperties: { type: "string", format: "uri" } },
  entity: thing(),
  activity: thing({ "prov:startTime": time, "prov:endTime": time }),
  agent: thing(),
  specializationOf: relation(["prov:specificEntity", "prov:generalEntity"]),
  alternateOf: relation(["prov:alternate1", "prov:alternate2"]),
  wasGeneratedBy: relation(["prov:entity"], ["prov:activity"]),
  used: relation(["prov:activity"], ["prov:entity"]),
  wasAssociatedWith: relation(["prov:activity"], ["prov:agent", "prov:plan"]),
  wasAttributedTo: relation(["prov:entity", "prov:agent"]),
  actedOnBehalfOf: relation(["prov:delegate", "prov:responsible"], ["prov:activity"]),
  wasDerivedFrom: relation(["prov:generatedEntity", "prov:usedEntity"]),
  wasInfluencedBy: relation(["prov:influencee", "prov:influencer"]),
};

export const provSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  properties: {
    ...records,
    bundle: {
      type: "object",
      propertyNames: { pattern: name },
      additionalProperties: { type: "object", properties: records, additionalProperties: false },
    },
  },
  additionalProperties: false,
};

/** What the schema must refuse, or it proves nothing. */
export const brokenProv: readonly (readonly [name: string, document: object])[] = [
  ["a key of its own", { bogus: {} }],
  ["a key of its own in a bundle", { bundle: { "x:a": { bogus: {} } } }],
  ["a derivation from nothing", { wasDerivedFrom: { "_:d": { "prov:generatedEntity": "x:a" } } }],
  ["an entity without a prefix", { entity: { a: {} } }],
  ["an attribute that is an object", { entity: { "x:a": { "x:b": { c: 1 } } } }],
  ["an attribute of nothing", { entity: { "x:a": { "x:b": [] } } }],
  ["an attribute that is null", { entity: { "x:a": { "x:b": null } } }],
  ["a moment in words", { activity: { "x:a": { "prov:startTime": "today" } } }],
  [
    "a relation to what is no name",
    { wasAttributedTo: { "_:a": { "prov:entity": "x:a", "prov:agent": "Ada" } } },
  ],
  ["a prefix that is no IRI", { prefix: { x: "here" } }],
];

/** A link, its source, and the types of the derivation that leads to it. */
export const derivations: readonly {
  readonly name: string;
  readonly category: string;
  readonly directness: "direct" | "mixed" | "indirect" | "reported" | "free_indirect";
  readonly sourceType: string;
  readonly types: readonly string[];
}[] = [
  {
    name: "a person's own words",
    category: "named_statement",
    directness: "direct",
    sourceType: "person",
    types: ["prov:Quotation"],
  },
  {
    name: "words in part",
    category: "named_statement",
    directness: "mixed",
    sourceType: "person",
    types: ["prov:Quotation"],
  },
  {
    name: "a paraphrase",
    category: "named_statement",
    directness: "indirect",
    sourceType: "person",
    types: [],
  },
  {
    name: "a noun for it",
    category: "institutional_position",
    directness: "reported",
    sourceType: "group",
    types: [],
  },
  {
    name: "no frame at all",
    category: "expert_opinion",
    directness: "free_indirect",
    sourceType: "person",
    types: [],
  },
  {
    name: "a readout",
    category: "official_readout",
    directness: "indirect",
    sourceType: "government_body",
    types: ["prov:PrimarySource"],
  },
  {
    name: "a transcript, word for word",
    category: "official_transcript",
    directness: "direct",
    sourceType: "unknown",
    types: ["prov:Quotation", "prov:PrimarySource"],
  },
  {
    name: "a leaked document",
    category: "leaked_document",
    directness: "indirect",
    sourceType: "document",
    types: ["prov:PrimarySource"],
  },
  {
    name: "a study",
    category: "research_publication",
    directness: "indirect",
    sourceType: "academic",
    types: ["prov:PrimarySource"],
  },
  {
    name: "a document of another category",
    category: "official_statement",
    directness: "indirect",
    sourceType: "document",
    types: ["prov:PrimarySource"],
  },
  {
    name: "a category that the codebook does not know",
    category: "of_another_codebook",
    directness: "indirect",
    sourceType: "unknown",
    types: [],
  },
];
