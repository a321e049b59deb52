import { bridgeClaims } from "./bridge-claims.ts";
import { bridge, bridgePieces } from "./bridge-text.ts";
import { callClaims } from "./call-claims.ts";
import { call, callPieces } from "./call-text.ts";
import { passClaims } from "./pass-claims.ts";
import { pass, passPieces } from "./pass-text.ts";
import { htmlOf } from "./pieces.ts";
import type { SampleAccount, SampleArticle, SampleProject } from "./shape.ts";
import { sources } from "./sources.ts";
import { threads } from "./threads.ts";

const accounts: readonly SampleAccount[] = [
  { key: "editorA", name: "Ada Lindqvist", email: "ada.lindqvist@sample.invalid", role: "editor" },
  { key: "editorB", name: "Ben Okonjo", email: "ben.okonjo@sample.invalid", role: "editor" },
  { key: "reviewer", name: "Rosa Amaral", email: "rosa.amaral@sample.invalid", role: "reviewer" },
];

const articles: readonly SampleArticle[] = [
  {
    key: "pass",
    title: "Tsalkia moved rocket launchers to disputed pass, newspaper reports",
    outlet: "The Harbour Chronicle",
    byline: "Tomas Reyl",
    publishedAt: "2025-10-13T17:05:00Z",
    language: "en",
    url: "https://example.org/harbour-chronicle/lomis-pass-launchers",
    importedBy: "editorA",
    ...pass,
    html: htmlOf(passPieces),
    claims: passClaims,
    threads: threads.pass,
    work: { editorA: "finished", editorB: "in_progress" },
  },
  {
    key: "call",
    title: "Halvenia, Tsalkia leaders discuss gas transit as accounts of call diverge",
    outlet: "The Northern Ledger",
    byline: "Marta Ellingsen",
    publishedAt: "2025-10-14T18:20:00Z",
    language: "en",
    url: "https://example.org/northern-ledger/lomis-call",
    importedBy: "editorA",
    ...call,
    html: htmlOf(callPieces),
    claims: callClaims,
    threads: threads.call,
    work: { editorA: "finished", editorB: "finished" },
  },
  {
    key: "bridge",
    title: "Memo warned of cracks in Skarn Bridge cables; operator denies delay",
    outlet: "The Fjordside Examiner",
    byline: "Ilse Kvam and Petar Dominik",
    publishedAt: "2025-11-04T06:30:00Z",
    language: "en",
    url: "https://example.org/fjordside-examiner/skarn-bridge-memo",
    importedBy: "editorB",
    ...bridge,
    html: htmlOf(bridgePieces),
    claims: bridgeClaims,
    threads: threads.bridge,
    work: { editorA: "in_progress", editorB: "in_progress" },
  },
];

/** The sample workspace as data. Whoever imports it does so through the services, as these accounts. */
export const sample: SampleProject = {
  workspace: { name: "Sample desk", slug: "sample-desk" },
  project: {
    name: "How these articles know",
    slug: "how-these-articles-know",
    description:
      "Three invented articles, partly annotated by two editors and reviewed by a third person. Change anything; the whole sample goes with one click.",
  },
  accounts,
  sources,
  articles,
  propositions: [
    {
      statement: "Tsalkia has moved rocket launchers to the Lomis Pass.",
      claims: ["pass.launchers", "pass.heading", "call.launchers"],
    },
    {
      statement: "Satellite material shows at least a dozen launchers in the pass.",
      claims: ["pass.visible", "call.satellite"],
    },
    {
      statement: "The two leaders spoke by telephone on 14 October about reopening the Lomis pipeline.",
      claims: ["call.spoke.halvenian", "call.spoke.tsalkian", "call.heading"],
    },
  ],
};
