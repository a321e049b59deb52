const version = "0197f0c2-5a00-7000-8000-000000000002";
const article = "0197f0c2-5a00-7000-8000-000000000001";
const claim = "0197f0c2-5a00-7000-8000-000000000003";
const span = { start: 18, end: 36, exact: "the dam would hold" };
const creation = { versionId: version, spans: [span], provenance: "named_statement" };

/** Bodies that make sense, by operation; an operation without one is shown with what its schema asks for. */
export const requestExamples: Readonly<Record<string, unknown>> = {
  changeMe: { name: "Edda Holm" },
  createToken: { name: "Nightly import", scopes: ["read", "write"], expiresInDays: 90 },
  createWorkspace: { name: "North desk" },
  renameWorkspace: { name: "North and west desk" },
  createProject: { name: "Alder Creek", approvalsNeeded: 1 },
  changeProject: { description: "Everything said about the dam." },
  importArticle: { title: "The dam at Alder Creek", text: "The minister said the dam would hold." },
  previewImport: { html: "<h1>The dam</h1><p>The minister said the dam would hold.</p>" },
  changeArticle: { outlet: "The Alder Courier", byline: "Ida Brandt" },
  setWork: { state: "in_progress" },
  releaseArticles: { articleIds: [article] },
  createClaim: creation,
  reviseClaim: { statement: "The dam at Alder Creek will hold." },
  batchClaims: {
    operations: [
      { op: "create", article, body: creation },
      { op: "submit", claim, ifMatch: 1 },
    ],
  },
  restoreClaim: { revision: 2 },
  reopenClaim: { reason: "The minister took it back." },
  decideClaim: { decision: "approve" },
  putAssessment: { infoCredibility: 2, rationale: "Two reports agree." },
  addComment: { body: "Who said so?" },
  addArticleComment: { body: "Who said so?", versionId: version, span },
  editComment: { resolved: true },
  createSource: { name: "Ministry of Water", type: "government_body", identification: "named_institution" },
  changeSource: { notes: "Answers by e-mail only." },
  keepExport: { format: "jsonl" },
  changeAnnotationImport: { labels: { Quote: "named_statement" } },
  createWebhook: { url: "https://receiver.example.org/hook", events: ["claim.*"] },
  changeWebhook: { isActive: false },
  replayWebhook: { since: "2026-03-02T09:30:00.000Z" },
  planAssignments: { articleIds: [article], userIds: ["0197f0c2-5a00-7000-8000-000000000004"] },
  assignArticles: { articleIds: [article], userIds: ["0197f0c2-5a00-7000-8000-000000000004"] },
  decideUnit: { outcome: "none", claimIds: [claim], reason: "A place name, nothing claimed." },
  takeAgreed: { expected: 42 },
  previewCodebook: { changes: [{ kind: "retire", id: "hearsay" }] },
  publishCodebook: {
    changes: [{ kind: "merge", id: "hearsay", into: "anonymous_undescribed" }],
    note: "Hearsay was used by nobody.",
  },
  switchCodebook: { version: 2 },
  putGold: { purpose: "training", layerId: "0197f0c2-5a00-7000-8000-000000000005" },
  changeAssignment: { state: "done" },
  createInvitation: { email: "edda@example.org", role: "editor" },
  changeMember: { role: "reviewer" },
};
