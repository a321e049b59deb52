import {
  acts,
  attributionStatuses,
  bases,
  channels,
  claimFlags,
  claimKinds,
  cueStances,
  directnesses,
  hedgeTypes,
  polarities,
} from "../provenance/facets.ts";
import type { CodePointIndex } from "../text/code-point-index.ts";
import type { ExportedClaim, ExportHeader } from "./dataset.ts";
import type { ExportedDocument, FileWriter, FolderWriter } from "./document.ts";
import {
  articleRecord,
  facetNames,
  facetValues,
  implicitName,
  type MarkedDocument,
  type MarkedLink,
  markedDocument,
  markLabels,
  sourceRecord,
} from "./marks.ts";
import { chainType, markTies, type Region, regions, tieTypes } from "./ties.ts";

/**
 * Label Studio tasks, and the labelling config that shows them (https://labelstud.io/guide/task_format). Offsets are
 * code points, as Label Studio stores them. A link of a chain is a region `Attribution`; what is said of a region is a
 * choice or a text with the region's id. `data` holds the article's particulars and its sources.
 */
const tasks: FileWriter = {
  open: () => "[\n",
  write: (_header, document, isFirst) => `${isFirst ? "" : ",\n"}${JSON.stringify(taskOf(document))}`,
  close: () => "\n]\n",
};

export const labelStudio: FolderWriter = {
  beside: (header) => [{ name: "config.xml", text: configXml(header) }],
  files: () => [],
  whole: { "tasks.json": tasks },
};

function taskOf(document: ExportedDocument): object {
  const { index } = document;
  const data = articleRecord(document);
  if (index === null) return { data };
  const marked = markedDocument(document);
  const sources = marked.sources.map(sourceRecord);
  const result = [...regionsOf(index, marked), ...relationsOf(marked)];
  return { data: { ...data, text: index.text, sources }, annotations: [{ result }] };
}

/** The first fragment has the mark's own id, and all that is said of it. */
function idOf({ mark, fragment }: Region): string {
  return fragment === 0 ? `m${mark.id}` : `m${mark.id}.${fragment + 1}`;
}

function regionsOf(index: CodePointIndex, marked: MarkedDocument): readonly object[] {
  const said = sayings(marked);
  return regions(marked).flatMap((region) => {
    const { start, end } = region.span;
    const common = { id: idOf(region), to_name: "text" };
    const text = index.slice(region.span);
    const value = { start, end, text, labels: [region.mark.label] };
    const label = { ...common, from_name: "label", type: "labels", value };
    const more = region.fragment === 0 ? (said.get(region.mark.id) ?? []) : [];
    const others = more.map((saying) => ({
      ...common,
      from_name: saying.name,
      ...(saying.choices
        ? { type: "choices", value: { start, end, text, choices: saying.choices } }
        : { type: "textarea", value: { start, end, text: saying.texts } }),
    }));
    return [label, ...others];
  });
}

/** What a control says of a region: choices, or texts. */
type Saying = {
  readonly name: string;
  readonly choices?: readonly string[];
  readonly texts?: readonly string[];
};

function sayings({ claims }: MarkedDocument): ReadonlyMap<number, readonly Saying[]> {
  const said = new Map<number, readonly Saying[]>();
  for (const { claim, mark, links, hedges } of claims) {
    said.set(mark.id, ofClaim(claim));
    for (const link of links) said.set(link.mark.id, ofLink(link));
    for (const hedge of hedges) said.set(hedge.mark.id, choices("HedgeType", [hedge.type]));
  }
  return said;
}

function ofClaim(claim: ExportedClaim): readonly Saying[] {
  return [
    ...choices("Provenance", claim.chain.length === 0 ? [claim.provenance] : []),
    ...choices("Kind", claim.kind === null ? [] : [claim.kind]),
    ...choices("Flags", claim.flags),
    ...texts("Statement", claim.statement === "" ? [] : [claim.statement]),
    ...texts("ClaimId", [claim.id]),
  ];
}

function ofLink({ hop }: MarkedLink): readonly Saying[] {
  return [
    ...choices("Provenance", [hop.category]),
    ...facetValues(hop).flatMap(([name, value]) => choices(name, [value])),
    ...texts("Sources", hop.sources),
  ];
}

/** Nothing where nothing is chosen: an empty choice would be one. */
function choices(name: string, values: readonly string[]): readonly Saying[] {
  return values.length === 0 ? [] : [{ name, choices: values }];
}

function texts(name: string, values: readonly string[]): readonly Saying[] {
  return values.length === 0 ? [] : [{ name, texts: values }];
}

function relationsOf(marked: MarkedDocument): readonly object[] {
  const relation = (from_id: string, to_id: string, type: string) => ({
    type: "relation",
    from_id,
    to_id,
    direction: "right",
    labels: [type],
  });
  return [
    ...markTies(marked).map(({ type, from, to }) => relation(`m${from}`, `m${to}`, type)),
    ...regions(marked)
      .filter(({ fragment }) => fragment > 0)
      .map((region) => relation(`m${region.mark.id}`, idOf(region), tieTypes.fragment)),
  ];
}

/** Links of a chain that the config offers; a file may hold more. */
const OFFERED = 6;

const linkControls = {
  [facetNames.act]: acts,
  [facetNames.directness]: directnesses,
  [facetNames.cueStance]: cueStances,
  [facetNames.polarity]: polarities,
  [facetNames.basis]: bases,
  [facetNames.attributionStatus]: attributionStatuses,
  [facetNames.channel]: channels,
  [implicitName]: ["true"],
};

function configXml({ codebook }: ExportHeader): string {
  const categories = codebook.categories.map(({ id }) => id);
  const relations = [
    ...Array.from({ length: OFFERED }, (_, place) => chainType(place + 1)),
    ...Object.values(tieTypes),
  ];
  return [
    "<View>",
    "  <!-- Offsets of the tasks beside this file count code points. -->",
    '  <Labels name="label" toName="text">',
    ...markLabels.map((label) => `    <Label value="${label}"/>`),
    "  </Labels>",
    '  <Text name="text" value="$text" granularity="symbol"/>',
    "  <Relations>",
    ...relations.map((type) => `    <Relation value="${type}"/>`),
    "  </Relations>",
    ...choicesXml("Provenance", categories, "Claim,Attribution"),
    ...choicesXml("Kind", claimKinds, "Claim"),
    ...choicesXml("Flags", claimFlags, "Claim", "multiple"),
    ...Object.entries(linkControls).flatMap(([name, list]) => choicesXml(name, list, "Attribution")),
    ...choicesXml("HedgeType", hedgeTypes, "Hedge"),
    ...["Statement", "ClaimId"].map((name) => textXml(name, "Claim")),
    textXml("Sources", "Attribution"),
    "</View>",
    "",
  ].join("\n");
}

function choicesXml(
  name: string,
  values: readonly string[],
  label: string,
  choice = "single",
): readonly string[] {
  const when = `perRegion="true" whenTagName="label" whenLabelValue="${label}"`;
  return [
    `  <Choices name="${name}" toName="text" choice="${choice}" ${when}>`,
    ...values.map((value) => `    <Choice value="${escaped(value)}"/>`),
    "  </Choices>",
  ];
}

function textXml(name: string, label: string): string {
  return `  <TextArea name="${name}" toName="text" perRegion="true" whenTagName="label" whenLabelValue="${label}"/>`;
}

/** For an attribute of XML. */
function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
