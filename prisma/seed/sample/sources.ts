import type { Identification, SourceType } from "#core/provenance/facets.ts";
import type { ArticleKey, SampleSource } from "./shape.ts";

type Rest = Partial<Omit<SampleSource, "key" | "name" | "type" | "identification">>;
type Entry = Omit<SampleSource, "key">;

function entry(name: string, type: SourceType, identification: Identification, rest: Rest): Entry {
  return { ...nothingKnown, name, type, identification, ...rest };
}

const nothingKnown: Omit<Entry, "name" | "type" | "identification"> = {
  documentType: null,
  affiliation: null,
  role: null,
  roleTitle: null,
  roleStatus: null,
  issuedBy: null,
  access: null,
  motive: null,
  aliases: [],
  article: null,
};

function body(name: string, affiliation: string, rest: Rest & { readonly type?: SourceType } = {}): Entry {
  const { type = "government_body", ...more } = rest;
  return entry(name, type, "named_institution", { affiliation, role: "Participant", ...more });
}

function person(name: string, affiliation: string, roleTitle: string, rest: Rest = {}): Entry {
  return entry(name, "person", "named_person", {
    affiliation,
    role: "Participant",
    roleTitle,
    roleStatus: "Current",
    ...rest,
  });
}

function paper(name: string, documentType: SampleSource["documentType"], rest: Rest): Entry {
  return entry(name, "document", "named_document", { documentType, ...rest });
}

function outlet(name: string, rest: Rest & { readonly type?: SourceType } = {}): Entry {
  const { type = "news_media", ...more } = rest;
  return entry(name, type, "named_institution", { affiliation: "Media", role: "Informational", ...more });
}

/** Not named in the text, hence an entry of that article and of no other. */
function unnamed(name: string, article: ArticleKey, type: SourceType, rest: Rest): Entry {
  return entry(name, type, "unnamed_described", { article, ...rest });
}

const registry = {
  halvenia: entry("Halvenia", "government_body", "collective", {
    affiliation: "Government",
    role: "Participant",
    aliases: ["Republic of Halvenia", "Brunsmar (as a government)"],
  }),
  tsalkia: entry("Tsalkia", "government_body", "collective", {
    affiliation: "Government",
    role: "Participant",
    aliases: ["Republic of Tsalkia", "Tsalki (as a government)"],
  }),
  brandvikOffice: body("Office of the Prime Minister of Halvenia", "Government", {
    aliases: ["Brandvik’s office"],
  }),
  tsalkiPress: body("Presidential press service of Tsalkia", "Government", {
    role: "Representative",
    aliases: ["presidential press service in Tsalki"],
  }),
  halvenReadout: paper("Halvenian readout of the call of 14 October", "readout", {
    issuedBy: "brandvikOffice",
    affiliation: "Government",
  }),
  tsalkiReadout: paper("Tsalkian readout of the call of 14 October", "readout", {
    issuedBy: "tsalkiPress",
    affiliation: "Government",
  }),
  brandvik: person("Edda Brandvik", "Government", "Prime Minister of Halvenia"),
  brandvikQuill: entry("Edda Brandvik’s verified Quill account", "social_account", "named_person", {
    affiliation: "Government",
    role: "Participant",
    issuedBy: "brandvik",
  }),
  orbeladze: person("Davit Orbeladze", "Government", "President of Tsalkia"),
  kvirashvili: person("Nana Kvirashvili", "Government", "Energy minister of Tsalkia", {
    aliases: ["ნანა ქვირაშვილი"],
  }),
  hale: person("Jorun Hale", "Government", "Foreign minister of Halvenia"),
  halvenEnergy: body("Energy ministry of Halvenia", "Government"),
  tsalkiEnergy: body("Energy ministry of Tsalkia", "Government"),
  tsalkiDefence: body("Defence ministry of Tsalkia", "Government", {
    aliases: ["Tsalkia’s defence ministry"],
  }),
  halvenGeneralStaff: body("General staff of Halvenia", "Government", { type: "military_security" }),
  aasgaard: person("Liv Aasgaard", "Academic", "Historian of diplomacy, University of Brunsmar", {
    role: "Informational",
  }),
  meridianPost: outlet("The Meridian Post", { aliases: ["the Post"] }),
  khidi: outlet("Khidi", { aliases: ["ხიდი"] }),
  radioBrunsmar: outlet("Radio Brunsmar"),
  borealisWire: outlet("Borealis Wire", { type: "wire_agency" }),
  lomisWatch: entry("@lomis_watch", "social_account", "unnamed_described", {
    affiliation: "Undetermined",
    article: "pass",
  }),
  callOfficials: unnamed(
    "Two allied officials cited by the Post (Northern Ledger, 14 October)",
    "call",
    "group",
    {
      affiliation: "Government",
      role: "Informational",
    },
  ),
  callSatellite: unnamed(
    "Satellite material of a partner service (Northern Ledger, 14 October)",
    "call",
    "document",
    {
      documentType: "intelligence",
      affiliation: "Government",
    },
  ),
  passOfficials: unnamed(
    "Two allied officials cited by the Post (Harbour Chronicle, 13 October)",
    "pass",
    "group",
    {
      affiliation: "Government",
      role: "Informational",
      access: "Describe satellite material; the text does not say whether they saw it.",
      motive: "Not stated; the article notes that the newspaper gave no reason.",
    },
  ),
  passOneOfficial: unnamed(
    "One of the two allied officials (Harbour Chronicle, 13 October)",
    "pass",
    "person",
    {
      affiliation: "Government",
      role: "Informational",
    },
  ),
  passSatellite: unnamed(
    "Satellite material of a partner service (Harbour Chronicle, 13 October)",
    "pass",
    "document",
    {
      documentType: "intelligence",
      affiliation: "Government",
    },
  ),
  cheesemaker: unnamed("A cheesemaker in Zeda Lomi", "pass", "person", {
    affiliation: "Witness",
    role: "Informational",
    access: "Lives in the village; says she counted the lorries.",
  }),
  skarnCrossing: body("Skarn Crossing", "Corporate", {
    type: "company",
    aliases: ["the operator", "the company"],
  }),
  skarnEngineers: unnamed("Engineers cited in the memo", "bridge", "group", {
    affiliation: "Corporate",
    role: "Participant",
  }),
  skarnMemo: entry("Memo of 9 April on the Skarn Bridge cables", "document", "named_document", {
    documentType: "letter_memo",
    affiliation: "Corporate",
  }),
  vold: person("Katarina Vold", "Corporate", "Chief engineer of Skarn Crossing", { roleStatus: "Former" }),
  fenrik: person("Odd Fenrik", "Corporate", "Chairman of Skarn Crossing"),
  dunn: person("Maris Dunn", "Actor", "Lawyer of Odd Fenrik", { role: "Representative" }),
  transportAuthority: body("Transport authority of Halvenia", "Government", { role: "Informational" }),
  tollRecords: paper("Toll records of the Skarn Bridge", "statistics", {
    issuedBy: "transportAuthority",
    affiliation: "Government",
    role: "Informational",
  }),
  insurer: body("Skerrig Mutual", "Corporate", { type: "company", aliases: ["the company’s insurer"] }),
  insurerLetter: paper("Letter of the insurer to Skarn Crossing, July", "letter_memo", {
    issuedBy: "insurer",
    affiliation: "Corporate",
  }),
  boardTranscript: paper("Transcript of the board meeting of 22 April", "transcript", {
    affiliation: "Corporate",
    role: "Participant",
  }),
  coastalInstitute: body("Coastal Institute of Technology", "Academic", {
    type: "academic",
    role: "Informational",
  }),
  saltStudy: paper("Study of salt in cable strands", "study", {
    issuedBy: "coastalInstitute",
    affiliation: "Academic",
    role: "Informational",
  }),
  inquiryPeople: unnamed("Two people with knowledge of the police inquiry", "bridge", "group", {
    affiliation: "Undetermined",
    role: "Informational",
    access: "“With knowledge of the police inquiry”; no position is given.",
    motive: "Not stated; unnamed because the inquiry is not public.",
  }),
} satisfies Record<string, Entry>;

export type SourceKey = keyof typeof registry;

export const sources: readonly SampleSource[] = Object.entries(registry).map(([key, source]) => ({
  key,
  ...source,
}));
