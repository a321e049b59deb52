import { familyOf } from "../provenance/codebook.ts";
import type { ExportedClaim, ExportedSource, ExportHeader } from "./dataset.ts";
import type { ExportedDocument, FileWriter } from "./document.ts";

/**
 * PROV-JSON (https://www.w3.org/submissions/prov-json/), a bundle for each article, so that it can be written a document
 * at a time. In it: the article and the version that was read, claims, and what each link of a chain said, as entities;
 * sources as agents, documents as entities of their own; what was said as activities; and who marked and who approved.
 * A claim leads back along its chain: it was derived from what link 1 said, that from what link 2 said. A derivation is
 * a `prov:Quotation` where the words are given, a `prov:PrimarySource` where a document or a record stands behind it.
 */
type Value = string | number | boolean | { readonly $: string; readonly type: string };
type Attributes = Readonly<Record<string, Value | readonly Value[] | null>>;

const sections = [
  "entity",
  "activity",
  "agent",
  "specializationOf",
  "alternateOf",
  "wasGeneratedBy",
  "used",
  "wasAssociatedWith",
  "wasAttributedTo",
  "actedOnBehalfOf",
  "wasDerivedFrom",
  "wasInfluencedBy",
] as const;
type Section = (typeof sections)[number];
/** Sections whose records are things with names of their own; in the others they are relations. */
type Thing = "entity" | "activity" | "agent";

export const provFile: FileWriter = {
  open: (header) => `{"prefix":${JSON.stringify(prefixes(header))},"bundle":{\n`,
  write: (header, document, isFirst) => {
    const { article } = document;
    const name = `version:${article.version.id}/bundle`;
    return `${isFirst ? "" : ",\n"}${JSON.stringify(name)}:${JSON.stringify(bundleOf(header, document))}`;
  },
  close: () => "\n}}\n",
};

function prefixes({ base }: ExportHeader): Readonly<Record<string, string>> {
  return {
    src: `${base}/ns#`,
    article: `${base}/articles/`,
    version: `${base}/versions/`,
    claim: `${base}/claims/`,
    source: `${base}/sources/`,
    person: "urn:uuid:",
  };
}

const qualified = (name: string): Value => ({ $: name, type: "prov:QUALIFIED_NAME" });
const instant = (time: string): Value => ({ $: time, type: "xsd:dateTime" });

/** Records by section and name; a thing named twice is one thing. */
class Bundle {
  readonly #records = new Map<Section, Map<string, object>>();

  thing(section: Thing, name: string, attributes: Attributes): string {
    this.#put(section, name, attributes);
    return name;
  }

  relate(section: Exclude<Section, Thing>, attributes: Attributes): void {
    this.#put(section, `_:${section}${this.#of(section).size + 1}`, attributes);
  }

  toJSON(): Readonly<Record<string, object>> {
    return Object.fromEntries(
      [...this.#records].map(([section, records]) => [section, Object.fromEntries(records)]),
    );
  }

  #put(section: Section, name: string, attributes: Attributes): void {
    const given = Object.entries(attributes).filter(([, value]) => value !== null);
    this.#of(section).set(name, Object.fromEntries(given));
  }

  #of(section: Section): Map<string, object> {
    const before = this.#records.get(section) ?? new Map<string, object>();
    this.#records.set(section, before);
    return before;
  }
}

function bundleOf(header: ExportHeader, document: ExportedDocument): Bundle {
  const bundle = new Bundle();
  const version = putArticle(bundle, document);
  for (const claim of document.claims) {
    const entity = putClaim(bundle, claim, version);
    putAudit(bundle, claim, entity, version);
    putChain(bundle, header, document, claim);
  }
  return bundle;
}

function putArticle(bundle: Bundle, { article }: ExportedDocument): string {
  const { id, title, version } = article;
  const general = bundle.thing("entity", `article:${id}`, {
    "prov:type": qualified("src:Article"),
    "prov:label": title,
    "src:outlet": article.outlet,
    "src:byline": article.byline,
    "src:url": article.url,
    "src:publishedAt": article.publishedAt && instant(article.publishedAt),
    "src:language": article.language,
    "src:direction": article.direction,
  });
  const specific = bundle.thing("entity", `version:${version.id}`, {
    "prov:type": qualified("src:Version"),
    "prov:label": `${title}, version ${version.ordinal}`,
    "src:sha256": version.sha256,
  });
  bundle.relate("specializationOf", { "prov:specificEntity": specific, "prov:generalEntity": general });
  return specific;
}

function putClaim(bundle: Bundle, claim: ExportedClaim, version: string): string {
  const entity = bundle.thing("entity", `claim:${claim.id}`, {
    "prov:type": qualified("src:Claim"),
    "prov:value": claim.statement || null,
    "src:kind": claim.kind,
    "src:provenance": claim.provenance,
    "src:state": claim.state,
    "src:review": claim.review,
    "src:revision": claim.revision,
  });
  derive(bundle, entity, version, { "prov:type": qualified("prov:Quotation") });
  if (claim.parentId !== null)
    bundle.relate("wasInfluencedBy", {
      "prov:influencee": entity,
      "prov:influencer": `claim:${claim.parentId}`,
      "prov:type": qualified("src:nestedIn"),
    });
  if (claim.sameClaimAs !== null)
    bundle.relate("alternateOf", {
      "prov:alternate1": entity,
      "prov:alternate2": `claim:${claim.sameClaimAs}`,
    });
  return entity;
}

/** Who marked it, from which version, and who approved it: the work of the desk. */
function putAudit(bundle: Bundle, claim: ExportedClaim, entity: string, version: string): void {
  const marking = bundle.thing("activity", `claim:${claim.id}/annotation`, {
    "prov:type": qualified("src:Annotation"),
    "prov:startTime": claim.createdAt,
    "prov:endTime": claim.updatedAt,
  });
  associate(bundle, marking, person(bundle, claim.createdBy), "src:editor");
  bundle.relate("used", { "prov:activity": marking, "prov:entity": version });
  bundle.relate("wasGeneratedBy", {
    "prov:entity": entity,
    "prov:activity": marking,
    "prov:time": claim.createdAt,
  });
  for (const [place, { by, at }] of claim.approvals.entries()) {
    const approval = bundle.thing("activity", `claim:${claim.id}/approval/${place + 1}`, {
      "prov:type": qualified("src:Approval"),
      "prov:startTime": at,
      "prov:endTime": at,
    });
    associate(bundle, approval, person(bundle, by), "src:reviewer");
    bundle.relate("used", { "prov:activity": approval, "prov:entity": entity, "prov:time": at });
  }
}

function person(bundle: Bundle, { id, name }: { readonly id: string; readonly name: string }): string {
  return bundle.thing("agent", `person:${id}`, { "prov:type": qualified("prov:Person"), "prov:label": name });
}

function associate(bundle: Bundle, activity: string, agent: string, role: string): void {
  bundle.relate("wasAssociatedWith", {
    "prov:activity": activity,
    "prov:agent": agent,
    "prov:role": qualified(role),
  });
}

function derive(bundle: Bundle, generated: string, used: string, more: Attributes): void {
  bundle.relate("wasDerivedFrom", { "prov:generatedEntity": generated, "prov:usedEntity": used, ...more });
}

function putChain(
  bundle: Bundle,
  header: ExportHeader,
  { sources }: ExportedDocument,
  claim: ExportedClaim,
): void {
  let before = `claim:${claim.id}`;
  for (const [place, hop] of claim.chain.entries()) {
    const order = place + 1;
    const said = bundle.thing("entity", `claim:${claim.id}/said/${order}`, {
      "prov:type": qualified("src:Said"),
      "src:link": order,
      "src:category": hop.category,
    });
    const speech = bundle.thing("activity", `claim:${claim.id}/speech/${order}`, {
      "prov:type": qualified("src:Speech"),
      "src:act": hop.act,
      "src:channel": hop.channel,
      "src:attributionStatus": hop.attributionStatus,
    });
    bundle.relate("wasGeneratedBy", { "prov:entity": said, "prov:activity": speech });
    const isPrimary = isRecord(header, hop.category) || hop.sources.some((id) => isDocument(sources.get(id)));
    derive(bundle, before, said, {
      "prov:type": derivationTypes(hop.directness, isPrimary),
      "src:directness": hop.directness,
      "src:cueStance": hop.cueStance,
      "src:polarity": hop.polarity,
      "src:explicit": hop.explicit,
      "src:basis": hop.basis,
    });
    for (const id of hop.sources) putSpeaker(bundle, id, sources, { said, speech });
    before = said;
  }
}

/** Words that are given are quoted; what rests on a document or a record has a primary source. */
function derivationTypes(directness: string, isPrimary: boolean): readonly Value[] | null {
  const isQuoted = directness === "direct" || directness === "mixed";
  const types = [
    ...(isQuoted ? [qualified("prov:Quotation")] : []),
    ...(isPrimary ? [qualified("prov:PrimarySource")] : []),
  ];
  return types.length === 0 ? null : types;
}

const records = new Set(["official_readout", "official_transcript", "joint_statement", "public_record"]);

function isRecord({ codebook }: ExportHeader, category: string): boolean {
  return records.has(category) || familyOf(codebook, category)?.id === "documents";
}

function isDocument(source: ExportedSource | undefined): boolean {
  return source?.type === "document";
}

/** A document is what was said in it, and its issuer's; anybody else says it, on behalf of whom they speak for. */
function putSpeaker(
  bundle: Bundle,
  id: string,
  sources: ReadonlyMap<string, ExportedSource>,
  { said, speech }: { readonly said: string; readonly speech: string },
): void {
  const source = sources.get(id);
  const issuer = source?.issuedBy ?? null;
  if (isDocument(source)) {
    const document = bundle.thing("entity", `source:${id}`, sourceAttributes(source));
    derive(bundle, said, document, { "prov:type": qualified("prov:PrimarySource") });
    if (issuer === null) return;
    const agent = bundle.thing("agent", `source:${issuer}`, sourceAttributes(sources.get(issuer)));
    bundle.relate("wasAttributedTo", { "prov:entity": document, "prov:agent": agent });
    associate(bundle, speech, agent, "src:issuer");
    return;
  }
  const agent = bundle.thing("agent", `source:${id}`, sourceAttributes(source));
  bundle.relate("wasAttributedTo", { "prov:entity": said, "prov:agent": agent });
  associate(bundle, speech, agent, "src:speaker");
  if (issuer === null) return;
  const responsible = bundle.thing("agent", `source:${issuer}`, sourceAttributes(sources.get(issuer)));
  bundle.relate("actedOnBehalfOf", {
    "prov:delegate": agent,
    "prov:responsible": responsible,
    "prov:activity": speech,
  });
}

/** What is sealed has no name here, and no kind. */
function sourceAttributes(source: ExportedSource | undefined): Attributes {
  if (!source) return {};
  const isPerson = source.type === "person";
  const kind = isDocument(source) ? "src:Document" : isPerson ? "prov:Person" : "prov:Organization";
  return {
    "prov:type": source.type === "unknown" ? null : qualified(kind),
    "prov:label": source.name,
    "src:sourceType": source.type,
    "src:identification": source.identification,
    "src:wikidata": source.wikidata,
  };
}
