/**
 * The MUSTs of the Web Annotation Data Model and Vocabulary that concern what we write, in our own words and code
 * (https://www.w3.org/TR/annotation-model/). Each answers what is wrong, or null.
 */
type Thing = Readonly<Record<string, unknown>>;
export type Rule = {
  readonly name: string;
  readonly section: string;
  readonly isBroken: (thing: Thing) => boolean;
};

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const isIri = (value: unknown) => typeof value === "string" && /^[a-z][a-z0-9+.-]*:\S+$/iu.test(value);
const isThing = (value: unknown): value is Thing => typeof value === "object" && value !== null;
const isInstant = (value: unknown) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u.test(value);
const has = (thing: Thing, key: string) => thing[key] !== undefined;
const things = (value: unknown) => listed(value).filter(isThing);
const targets = (annotation: Thing) => listed(annotation.target);
const bodies = (annotation: Thing) => (has(annotation, "body") ? listed(annotation.body) : []);
const selectors = (annotation: Thing) =>
  things(annotation.target).flatMap(({ selector }) => things(selector));
const ofType = (all: readonly Thing[], type: string) => all.filter((one) => listed(one.type).includes(type));
const isOffset = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;

const motivations =
  "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging".split(
    " ",
  );

export const annotationRules: readonly Rule[] = [
  { section: "3.1", name: "it has exactly one id, an IRI", isBroken: ({ id }) => !isIri(id) },
  {
    section: "3.1",
    name: "it is an Annotation",
    isBroken: ({ type }) => !listed(type).includes("Annotation"),
  },
  {
    section: "3.1",
    name: "it has a target",
    isBroken: (one) => !has(one, "target") || targets(one).length === 0,
  },
  {
    section: "3.1",
    name: "it has bodies or a bodyValue, not both",
    isBroken: (one) => has(one, "body") && has(one, "bodyValue"),
  },
  {
    section: "3.2.1",
    name: "targets and bodies that are texts are IRIs",
    isBroken: (one) =>
      [...targets(one), ...bodies(one)].some((each) => typeof each === "string" && !isIri(each)),
  },
  {
    section: "3.2.2",
    name: "targets are resources: IRIs or things with an id or a source",
    isBroken: (one) => things(one.target).some((each) => !isIri(each.id) && !has(each, "source")),
  },
  {
    section: "3.2.4",
    name: "an embedded body has a value",
    isBroken: (one) => ofType(things(one.body), "TextualBody").some(({ value }) => typeof value !== "string"),
  },
  {
    section: "3.3.1",
    name: "moments are in UTC, with a Z",
    isBroken: (one) =>
      ["created", "modified", "generated"].some((key) => has(one, key) && !isInstant(one[key])),
  },
  {
    section: "3.3.2",
    name: "people have a type",
    isBroken: (one) => things(one.creator).some(({ type }) => type === undefined),
  },
  {
    section: "3.3.5",
    name: "motivations are of the list",
    isBroken: (one) =>
      [one, ...things(one.body)]
        .flatMap((each) => [each.motivation, each.purpose].filter((given) => given !== undefined))
        .some((given) => !motivations.includes(String(given))),
  },
  {
    section: "4",
    name: "a specific resource has exactly one source",
    isBroken: (one) =>
      ofType([...things(one.target), ...things(one.body)], "SpecificResource").some(
        ({ source }) =>
          listed(source).length !== 1 || !(isIri(source) || (isThing(source) && isIri(source.id))),
      ),
  },
  {
    section: "4.2.4",
    name: "a quote has one exact, and at most one prefix and suffix",
    isBroken: (one) =>
      ofType(selectors(one), "TextQuoteSelector").some(({ exact, prefix = "", suffix = "" }) =>
        [exact, prefix, suffix].some((words) => typeof words !== "string"),
      ),
  },
  {
    section: "4.2.5",
    name: "a position has one start and one end, whole numbers from 0",
    isBroken: (one) =>
      ofType(selectors(one), "TextPositionSelector").some(
        ({ start, end }) => !isOffset(start) || !isOffset(end),
      ),
  },
];

const context = (thing: Thing) => listed(thing["@context"]).includes(CONTEXT);

export const collectionRules: readonly Rule[] = [
  { section: "5.1", name: "it has the context", isBroken: (one) => !context(one) },
  { section: "5.1", name: "it has one id, an IRI", isBroken: ({ id }) => !isIri(id) },
  {
    section: "5.1",
    name: "it is a collection",
    isBroken: ({ type }) => !listed(type).includes("AnnotationCollection"),
  },
  { section: "5.1", name: "it says how many, a whole number", isBroken: ({ total }) => !isOffset(total) },
  {
    section: "5.1",
    name: "it has a first page if it holds anything, and no page if not",
    isBroken: (one) => Number(one.total) > 0 !== has(one, "first"),
  },
  { section: "5.1", name: "it has a label", isBroken: ({ label }) => typeof label !== "string" },
];

export const pageRules: readonly Rule[] = [
  { section: "5.2", name: "it has one id, an IRI", isBroken: ({ id }) => !isIri(id) },
  { section: "5.2", name: "it is a page", isBroken: ({ type }) => !listed(type).includes("AnnotationPage") },
  {
    section: "5.2",
    name: "it holds annotations, at least one",
    isBroken: ({ items }) => !Array.isArray(items) || items.length === 0,
  },
  {
    section: "5.2",
    name: "it belongs to a collection, an object with an id",
    isBroken: ({ partOf }) => !isThing(partOf) || !isIri(partOf.id),
  },
  {
    section: "5.2",
    name: "its start index is a whole number",
    isBroken: ({ startIndex }) => !isOffset(startIndex),
  },
  {
    section: "5.2",
    name: "next and prev are IRIs where they are there",
    isBroken: (one) => ["next", "prev"].some((key) => has(one, key) && !isIri(one[key])),
  },
];

/** Names of the rules that a thing breaks. */
export const brokenRules = (rules: readonly Rule[], thing: Thing): readonly string[] =>
  rules.filter(({ isBroken }) => isBroken(thing)).map(({ section, name }) => `${section}: ${name}`);

const annotation = {
  id: "https://x.example/1",
  type: "Annotation",
  target: { source: "https://x.example/t", selector: [{ type: "TextPositionSelector", start: 0, end: 1 }] },
};

/** What breaks each rule: a check that finds nothing proves nothing. */
export const brokenThings: readonly (readonly [rules: readonly Rule[], section: string, thing: Thing])[] = [
  [annotationRules, "3.1", { ...annotation, id: "1" }],
  [annotationRules, "3.1", { ...annotation, type: "Note" }],
  [annotationRules, "3.1", { ...annotation, target: [] }],
  [annotationRules, "3.1", { ...annotation, body: [], bodyValue: "x" }],
  [annotationRules, "3.2.1", { ...annotation, target: "here" }],
  [annotationRules, "3.2.2", { ...annotation, target: {} }],
  [annotationRules, "3.2.4", { ...annotation, body: { type: "TextualBody" } }],
  [annotationRules, "3.3.1", { ...annotation, created: "2026-01-02T00:00:00+01:00" }],
  [annotationRules, "3.3.2", { ...annotation, creator: { name: "Ada" } }],
  [annotationRules, "3.3.5", { ...annotation, motivation: "admiring" }],
  [annotationRules, "4", { ...annotation, target: { type: "SpecificResource", source: ["x:a", "x:b"] } }],
  [
    annotationRules,
    "4.2.4",
    { ...annotation, target: { source: "x:a", selector: { type: "TextQuoteSelector", prefix: "a" } } },
  ],
  [
    annotationRules,
    "4.2.5",
    {
      ...annotation,
      target: { source: "x:a", selector: { type: "TextPositionSelector", start: -1, end: 2 } },
    },
  ],
  [collectionRules, "5.1", {}],
  [
    collectionRules,
    "5.1",
    { "@context": CONTEXT, id: "x:a", type: "AnnotationCollection", label: "a", total: 0, first: "x:b" },
  ],
  [pageRules, "5.2", { id: "x:a", type: "AnnotationPage", items: [], partOf: { id: "x:b" }, startIndex: 0 }],
  [
    pageRules,
    "5.2",
    { id: "x:a", type: "AnnotationPage", items: [{}], partOf: "x:b", startIndex: 0, next: "b" },
  ],
];

const oa = "http://www.w3.org/ns/oa#";
const stream = "http://www.w3.org/ns/activitystreams#";
const terms = "http://purl.org/dc/terms/";
const xsd = "http://www.w3.org/2001/XMLSchema#";
const plain = (names: string, base: string, type?: string) =>
  Object.fromEntries(
    names
      .split(" ")
      .map((name) => [name, type ? { "@id": `${base}${name}`, "@type": type } : `${base}${name}`]),
  );

/** The terms we use, mapped as the published context maps them: so that a test expands them without a network. */
export const bundledContext = {
  "@context": {
    id: "@id",
    type: "@type",
    ...plain("Annotation TextualBody SpecificResource TextQuoteSelector TextPositionSelector", oa),
    ...plain("exact prefix suffix", oa),
    ...plain("start end", oa, `${xsd}nonNegativeInteger`),
    body: { "@id": `${oa}hasBody`, "@type": "@id" },
    target: { "@id": `${oa}hasTarget`, "@type": "@id" },
    source: { "@id": `${oa}hasSource`, "@type": "@id" },
    selector: { "@id": `${oa}hasSelector`, "@type": "@id" },
    motivation: { "@id": `${oa}motivatedBy`, "@type": "@vocab" },
    purpose: { "@id": `${oa}hasPurpose`, "@type": "@vocab" },
    ...Object.fromEntries(motivations.map((name) => [name, `${oa}${name}`])),
    Dataset: "http://purl.org/dc/dcmitype/Dataset",
    Text: "http://purl.org/dc/dcmitype/Text",
    Person: "http://xmlns.com/foaf/0.1/Person",
    Software: `${stream}Application`,
    name: "http://xmlns.com/foaf/0.1/name",
    label: { "@id": "http://www.w3.org/2000/01/rdf-schema#label", "@language": null },
    value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    format: "http://purl.org/dc/elements/1.1/format",
    language: "http://purl.org/dc/elements/1.1/language",
    creator: { "@id": `${terms}creator`, "@type": "@id" },
    generator: { "@id": `${stream}generator`, "@type": "@id" },
    created: { "@id": `${terms}created`, "@type": `${xsd}dateTime` },
    modified: { "@id": `${terms}modified`, "@type": `${xsd}dateTime` },
    generated: { "@id": `${terms}issued`, "@type": `${xsd}dateTime` },
    AnnotationCollection: `${stream}OrderedCollection`,
    AnnotationPage: `${stream}OrderedCollectionPage`,
    first: { "@id": `${stream}first`, "@type": "@id" },
    last: { "@id": `${stream}last`, "@type": "@id" },
    next: { "@id": `${stream}next`, "@type": "@id" },
    prev: { "@id": `${stream}prev`, "@type": "@id" },
    partOf: { "@id": `${stream}partOf`, "@type": "@id" },
    items: { "@id": `${stream}items`, "@type": "@id", "@container": "@list" },
    total: { "@id": `${stream}totalItems`, "@type": `${xsd}nonNegativeInteger` },
    startIndex: { "@id": `${stream}startIndex`, "@type": `${xsd}nonNegativeInteger` },
  },
};
