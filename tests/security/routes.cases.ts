import { isAtLeast } from "#core/review/refusal.ts";
import type { Role } from "#core/review/state.ts";
import { claimCreate } from "#lib/contracts/claims.ts";
import type { SignedManifest } from "#lib/contracts/exports.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { decide as settle } from "#lib/services/adjudication/adjudication.ts";
import { changeImport, createImport } from "#lib/services/annotation-imports/imports.ts";
import { runImport } from "#lib/services/annotation-imports/run.ts";
import { importArticle } from "#lib/services/articles/import-article.ts";
import { setWork } from "#lib/services/articles/set-work.ts";
import { put as putGold } from "#lib/services/calibration/gold.ts";
import { create } from "#lib/services/claims/create.ts";
import { makeWaiting } from "#lib/services/exports/run-kept.ts";
import { createProject } from "#lib/services/projects/create.ts";
import { claim, type Newsroom, source } from "../support/factories.ts";
import { join, type Person, person, value } from "../support/people.ts";

/** How rows get things into the state their request needs: by the API itself, as somebody who may. */
export type Ask = (
  by: Person,
  request: string,
  options?: { body?: unknown; revision?: number },
) => Promise<unknown>;

/** Who asks, in which room; `role` is null for one who belongs to no workspace here. */
export type Asker = {
  readonly room: Newsroom;
  readonly by: Person;
  readonly role: Role | null;
  readonly ask: Ask;
};

/** What one request needs: parts of its path besides `{w}`, its body, the revision it names. */
export type Given = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly form?: () => FormData;
  readonly revision?: number;
};

export type Row = {
  /** The least role that may; `anybody` signed in, or `everybody`, signed in or not. */
  readonly least: Role | "anybody" | "everybody";
  /** Status for those who may, where it is not the contract's. */
  readonly status?: number;
  /** Only a browser session may: a token is refused. */
  readonly isForSessions?: true;
  /** What its path names is called the same in every workspace. */
  readonly isNamedAlike?: true;
  readonly given: (asker: Asker) => Promise<Given> | Given;
};

const nothing = () => ({});
const name = () => `Name ${newId()}`;
const mayEdit = ({ role }: Asker) => role !== null && isAtLeast(role, "editor");
const author = (asker: Asker) => (mayEdit(asker) ? asker.by : asker.room.colleague);
const reviewer = ({ by, role, room }: Asker) =>
  role !== null && isAtLeast(role, "reviewer") ? by : room.reviewer;
const inProject = ({ room }: Asker, more: Given = {}): Given => ({ params: { p: room.projectId }, ...more });
const inArticle = ({ room }: Asker, more: Given = {}): Given => ({ params: { a: room.articleId }, ...more });

type HasRevision = { readonly id: string; readonly revision: number };
const on = ({ id, revision }: HasRevision, body?: unknown): Given => ({ params: { c: id }, revision, body });
const submitted = async (asker: Asker, by = asker.room.colleague): Promise<HasRevision> => {
  const { id, revision } = await claim(asker.room, {}, by);
  await asker.ask(by, `POST /workspaces/${asker.room.w}/claims/${id}/submit`, { revision });
  return { id, revision };
};
const decide = async (asker: Asker, by: Person, of: HasRevision, body: object): Promise<string> => {
  const id = newId();
  const path = `POST /workspaces/${asker.room.w}/claims/${of.id}/reviews`;
  await asker.ask(by, path, { revision: of.revision, body: { id, ...body } });
  return id;
};
const approve = { decision: "approve" };
const article = async (asker: Asker, by: Person): Promise<HasRevision> => {
  const { w, projectId } = asker.room;
  const id = newId();
  const body = { id, text: `Rain ${id}.` };
  await asker.ask(by, `POST /workspaces/${w}/projects/${projectId}/articles`, { body });
  return { id, revision: 1 };
};
const comment = async (asker: Asker): Promise<Record<string, string>> => {
  const by = author(asker);
  const { id: c } = await claim(asker.room, {}, by);
  const m = newId();
  await asker.ask(by, `POST /workspaces/${asker.room.w}/claims/${c}/comments`, {
    body: { id: m, body: "So?" },
  });
  return { c, m };
};
/** An article of the asker's own to work on, given to them. */
const assignment = async (asker: Asker): Promise<string> => {
  const { w, projectId, owner } = asker.room;
  const userId = author(asker).id;
  const { id } = await article(asker, owner);
  const path = `POST /workspaces/${w}/projects/${projectId}/assignments`;
  const given = await asker.ask(owner, path, { body: { articleIds: [id], userIds: [userId] } });
  // The contract's answer.
  return (given as { items: [{ id: string }] }).items[0].id;
};
/** A kept export of what is approved, made to its end, that the asker asked for where they may. */
const keptExport = async (asker: Asker): Promise<Given> => {
  const { w, projectId, viewer } = asker.room;
  const path = `POST /workspaces/${w}/projects/${projectId}/exports`;
  const kept = await asker.ask(asker.role === null ? viewer : asker.by, path, { body: { format: "jsonl" } });
  await makeWaiting(w);
  return { params: { e: (kept as { id: string }).id } }; // The contract's answer.
};
const aSource = async ({ room }: Asker): Promise<Given> => ({
  params: { s: await source(room, name()) },
  revision: 1,
});
/** Nothing is ever sent there: no sender runs beside these tests. */
const RECEIVER = "https://receiver.example.org/hook";
const aWebhook = async ({ room, ask }: Asker, body?: unknown): Promise<Given> => {
  const h = newId();
  // A workspace has only so many.
  await database().webhook.deleteMany({ where: { workspaceId: room.w } });
  await ask(room.owner, `POST /workspaces/${room.w}/webhooks`, { body: { id: h, url: RECEIVER } });
  return { params: { h }, revision: 1, body };
};
const link = { token: "a-link-that-nobody-gave-out" };
const noLink = { least: "everybody", status: 409 } as const;
const upload = () => {
  const form = new FormData();
  form.append("files", new File([`Hail ${newId()}.`], "hail.txt", { type: "text/plain" }));
  return form;
};

/** Signed by nobody. */
const someManifest: SignedManifest = {
  manifest: {
    format: "sourceline-manifest/1",
    exportId: newId(),
    installation: "https://desk.example",
    workspace: { id: newId(), name: "Desk" },
    project: { id: newId(), name: "Project", approvalsNeeded: 1 },
    codebook: { id: "sourceline", version: 1 },
    requestedBy: { id: newId(), name: "Ada" },
    createdAt: "2026-01-05T10:00:00.000Z",
    request: {},
    moment: { at: "2026-01-05T10:00:00.000Z", eventNumber: "1", auditNumber: "1", auditHash: "" },
    cursor: "",
    counts: { articles: 0, claims: 0, links: 0, sources: 0, deleted: 0, notReviewed: 0 },
    files: [{ name: "claims.jsonl", bytes: 0, sha256: "0".repeat(64) }],
  },
  signature: { algorithm: "Ed25519", keyId: "nobody", value: "" },
};

const bratFiles = () => {
  const name = newId();
  const text = `Fog lay over ${name}.`;
  return [new File([text], `${name}.txt`), new File([`T1\tClaim 0 7\tFog lay\n`], `${name}.ann`)];
};
const annotations = () => {
  const form = new FormData();
  for (const file of bratFiles()) form.append("files", file);
  return form;
};
/** An import of annotations that the asker, or a colleague, looked at; taken in with `isDone`. */
const annotationImport = async (
  asker: Asker,
  { isDone = false, body }: { isDone?: boolean; body?: unknown } = {},
) => {
  const { w, projectId: p } = asker.room;
  const by = author(asker);
  const { id: i } = value(await createImport(by, w, p, { files: bratFiles() }));
  value(await changeImport(by, w, p, i, { labels: { Claim: "own_observation" } }));
  if (isDone) value(await runImport(by, w, p, i, { onProblems: "refuse", submit: false }));
  return { params: { p, n: i }, body };
};

/** An article of a blind project that two people coded alike, finished, and that was released. */
const codedTwice = async ({ room }: Asker) => {
  const { w, owner } = room;
  const rules = { description: "", mode: "blind" as const, approvalsNeeded: 1 as const, layersPerArticle: 2 };
  const { id: p } = value(await createProject(owner, w, { ...rules, name: name() }));
  const article = value(await importArticle(owner, w, p, { text: `Hail fell on ${newId()}.` }));
  const body = {
    versionId: article.version.id,
    spans: [{ start: 0, end: 4 }],
    provenance: "own_observation",
  };
  const unit: string[] = [];
  for (const by of [await join(w, "editor"), await join(w, "editor")]) {
    unit.push(value(await create(by, w, article.id, claimCreate.parse(body))).id);
    value(await setWork(by, w, article.id, "finished"));
  }
  const ofArticle = { workspaceId: w, articleId: article.id };
  await database().layer.updateMany({ where: ofArticle, data: { releasedAt: new Date() } });
  return { params: { a: article.id }, unit: unit.toSorted() };
};
/** An article of a blind project with an adjudicated layer, by which it could be gold. */
const blindLayer = async ({ room }: Asker) => {
  const { w, second, owner } = room;
  const { id: p } = value(await createProject(owner, w, { ...emptyProject, name: name() }));
  const article = value(await importArticle(owner, w, p, { text: `Hail fell on ${newId()}.` }));
  const body = {
    versionId: article.version.id,
    spans: [{ start: 0, end: 4 }],
    provenance: "own_observation",
  };
  const layer = { workspaceId: w, articleId: article.id, kind: "adjudicated" as const };
  const { id: layerId } = await database().layer.create({ data: { ...layer, id: newId() } });
  value(await create(second, w, article.id, claimCreate.parse({ ...body, layerId })));
  return { params: { a: article.id }, body: { purpose: "training" as const, layerId } };
};
/** The same, named for training and finished by the asker, or a colleague. */
const trainedOn = async (asker: Asker): Promise<Given> => {
  const { params, body } = await blindLayer(asker);
  const { w, admin } = asker.room;
  value(await putGold(admin, w, params.a, body));
  value(await setWork(author(asker), w, params.a, "finished"));
  return { params };
};
/** A codebook with a version that its project does not have yet. */
const codebook = async ({ room, ask }: Asker): Promise<{ newest: number; revision: number }> => {
  const path = `POST /workspaces/${room.w}/codebooks/sourceline/versions`;
  const { version } = await database().codebook.findFirstOrThrow({
    where: { workspaceId: room.w },
    orderBy: { version: "desc" },
  });
  await ask(room.owner, path, { revision: version, body: { ...newWords(), note: "Clearer." } });
  const { revision } = await database().project.findFirstOrThrow({
    where: { workspaceId: room.w, id: room.projectId },
  });
  return { newest: version + 1, revision };
};
const newWords = () => ({ changes: [{ kind: "reword", id: "hearsay", example: name() }] });
const inCodebook = (more: Given = {}): Given => ({ ...more, params: { k: "sourceline", ...more.params } });
const emptyProject = {
  description: "",
  mode: "blind" as const,
  approvalsNeeded: 1 as const,
  layersPerArticle: 2,
};

/** Every operation with who may: the matrix is these rows times the roles. A route without a row fails. */
export const rows: readonly (readonly [route: string, row: Row])[] = [
  ["GET /workspaces/{w}", { least: "viewer", given: nothing }],
  ["PATCH /workspaces/{w}", { least: "admin", given: () => ({ body: { name: name() } }) }],
  ["DELETE /workspaces/{w}", { least: "admin", status: 409, given: nothing }],
  ["GET /workspaces/{w}/projects", { least: "viewer", given: nothing }],
  ["POST /workspaces/{w}/projects", { least: "admin", given: () => ({ body: { name: name() } }) }],
  ["GET /workspaces/{w}/projects/{p}", { least: "viewer", given: inProject }],
  [
    "PATCH /workspaces/{w}/projects/{p}",
    {
      least: "admin",
      given: async (asker) => {
        const { w: workspaceId, projectId: id } = asker.room;
        const { revision } = await database().project.findFirstOrThrow({ where: { workspaceId, id } });
        return inProject(asker, { revision, body: { description: name() } });
      },
    },
  ],
  ["GET /workspaces/{w}/codebooks", { least: "viewer", given: nothing }],
  ["GET /workspaces/{w}/codebooks/{k}", { least: "viewer", isNamedAlike: true, given: () => inCodebook() }],
  [
    "GET /workspaces/{w}/codebooks/{k}/versions/{v}",
    { least: "viewer", isNamedAlike: true, given: () => inCodebook({ params: { v: "1" } }) },
  ],
  [
    "GET /workspaces/{w}/codebooks/{k}/changes",
    { least: "viewer", isNamedAlike: true, given: () => inCodebook({ query: "?from=1&to=1" }) },
  ],
  [
    "POST /workspaces/{w}/codebooks/{k}/versions/preview",
    { least: "admin", isNamedAlike: true, given: () => inCodebook({ body: newWords() }) },
  ],
  [
    "POST /workspaces/{w}/codebooks/{k}/versions",
    {
      least: "admin",
      isNamedAlike: true,
      given: async (asker) =>
        inCodebook({ revision: (await codebook(asker)).newest, body: { ...newWords(), note: "Clearer." } }),
    },
  ],
  ["GET /workspaces/{w}/projects/{p}/codebook", { least: "viewer", given: inProject }],
  [
    "POST /workspaces/{w}/projects/{p}/codebook",
    {
      least: "admin",
      given: async (asker) => {
        const { newest, revision } = await codebook(asker);
        return inProject(asker, { revision, body: { version: newest } });
      },
    },
  ],
  ["GET /workspaces/{w}/projects/{p}/codebook/look-again", { least: "viewer", given: inProject }],
  [
    "PUT /workspaces/{w}/claims/{c}/look",
    { least: "editor", given: async (asker) => on(await claim(asker.room, {}, author(asker))) },
  ],
  [
    "DELETE /workspaces/{w}/claims/{c}/look",
    { least: "editor", status: 204, given: async (asker) => on(await claim(asker.room, {}, author(asker))) },
  ],
  ["GET /workspaces/{w}/projects/{p}/articles", { least: "viewer", given: inProject }],
  [
    "POST /workspaces/{w}/projects/{p}/articles",
    { least: "editor", given: (asker) => inProject(asker, { body: { text: `Snow ${newId()}.` } }) },
  ],
  [
    "POST /workspaces/{w}/projects/{p}/imports",
    { least: "editor", given: (asker) => inProject(asker, { form: upload }) },
  ],
  [
    "POST /workspaces/{w}/projects/{p}/imports/preview",
    { least: "editor", given: (asker) => inProject(asker, { body: { text: "Sleet." } }) },
  ],
  [
    "POST /workspaces/{w}/projects/{p}/annotation-imports",
    { least: "editor", given: (asker) => inProject(asker, { form: annotations }) },
  ],
  ["GET /workspaces/{w}/projects/{p}/annotation-imports", { least: "editor", given: inProject }],
  [
    "GET /workspaces/{w}/projects/{p}/annotation-imports/{n}",
    { least: "editor", given: (asker) => annotationImport(asker) },
  ],
  [
    "PATCH /workspaces/{w}/projects/{p}/annotation-imports/{n}",
    {
      least: "editor",
      given: (asker) => annotationImport(asker, { body: { labels: { Claim: "own_analysis" } } }),
    },
  ],
  [
    "POST /workspaces/{w}/projects/{p}/annotation-imports/{n}/run",
    { least: "editor", given: (asker) => annotationImport(asker, { body: {} }) },
  ],
  [
    "GET /workspaces/{w}/projects/{p}/annotation-imports/{n}/undo",
    { least: "editor", given: (asker) => annotationImport(asker, { isDone: true }) },
  ],
  [
    "POST /workspaces/{w}/projects/{p}/annotation-imports/{n}/undo",
    { least: "editor", given: (asker) => annotationImport(asker, { isDone: true }) },
  ],
  [
    "DELETE /workspaces/{w}/projects/{p}/annotation-imports/{n}",
    { least: "editor", given: (asker) => annotationImport(asker) },
  ],
  ["GET /workspaces/{w}/projects/{p}/export", { least: "viewer", given: inProject }],
  [
    "GET /workspaces/{w}/projects/{p}/export",
    { least: "reviewer", given: (asker) => inProject(asker, { query: "?state=all" }) },
  ],
  ["GET /workspaces/{w}/projects/{p}/exports", { least: "viewer", given: inProject }],
  [
    "POST /workspaces/{w}/projects/{p}/exports",
    { least: "viewer", given: (asker) => inProject(asker, { body: { format: "jsonl" } }) },
  ],
  [
    "POST /workspaces/{w}/projects/{p}/exports",
    { least: "reviewer", given: (asker) => inProject(asker, { body: { state: "draft" } }) },
  ],
  ["GET /workspaces/{w}/exports/{e}", { least: "viewer", given: keptExport }],
  ["GET /workspaces/{w}/exports/{e}/manifest", { least: "viewer", given: keptExport }],
  ["GET /workspaces/{w}/exports/{e}/file", { least: "viewer", given: keptExport }],
  ["POST /workspaces/{w}/exports/{e}/links", { least: "viewer", given: keptExport }],
  ["DELETE /workspaces/{w}/exports/{e}", { least: "viewer", given: keptExport }],
  [
    "GET /downloads/{ticket}",
    {
      least: "everybody",
      status: 404,
      given: () => ({ params: { ticket: `${"a".repeat(40)}.${"b".repeat(43)}` } }),
    },
  ],
  [
    "POST /verify",
    { least: "everybody", given: () => ({ body: { sha256: "0".repeat(64), signed: someManifest } }) },
  ],
  ["GET /workspaces/{w}/articles/{a}", { least: "viewer", given: inArticle }],
  [
    "PATCH /workspaces/{w}/articles/{a}",
    {
      least: "editor",
      given: async (asker) => {
        const { id: a, revision } = await article(asker, asker.room.owner);
        return { params: { a }, revision, body: { title: name() } };
      },
    },
  ],
  [
    "DELETE /workspaces/{w}/articles/{a}",
    {
      least: "editor",
      given: async (asker) => ({ params: { a: (await article(asker, author(asker))).id } }),
    },
  ],
  [
    "DELETE /workspaces/{w}/articles/{a}",
    {
      least: "admin",
      given: async (asker) => ({ params: { a: (await article(asker, asker.room.colleague)).id } }),
    },
  ],
  [
    "POST /workspaces/{w}/articles/{a}/restore",
    {
      least: "editor",
      given: async (asker) => {
        const { id: a } = await article(asker, author(asker));
        await asker.ask(author(asker), `DELETE /workspaces/${asker.room.w}/articles/${a}`);
        return { params: { a } };
      },
    },
  ],
  [
    "PUT /workspaces/{w}/articles/{a}/work",
    { least: "editor", given: (asker) => inArticle(asker, { body: { state: "in_progress" } }) },
  ],
  ["GET /workspaces/{w}/articles/{a}/claims", { least: "viewer", given: inArticle }],
  ["GET /workspaces/{w}/articles/{a}/reading", { least: "viewer", given: inArticle }],
  ["GET /workspaces/{w}/articles/{a}/layers", { least: "viewer", given: inArticle }],
  [
    "POST /workspaces/{w}/articles/{a}/layers/release",
    // A shared project has nothing to release.
    { least: "admin", status: 409, given: (asker) => inArticle(asker, { body: {} }) },
  ],
  [
    "POST /workspaces/{w}/projects/{p}/layers/release",
    {
      least: "admin",
      given: (asker) => inProject(asker, { body: { articleIds: [asker.room.articleId] } }),
    },
  ],
  [
    "POST /workspaces/{w}/articles/{a}/claims",
    {
      least: "editor",
      given: (asker) =>
        inArticle(asker, {
          body: {
            versionId: asker.room.versionId,
            spans: [asker.room.text.span],
            provenance: "own_observation",
          },
        }),
    },
  ],
  ["GET /workspaces/{w}/claims", { least: "viewer", given: nothing }],
  [
    // Who may do none of its operations is told so operation by operation.
    "POST /workspaces/{w}/claims/batch",
    {
      least: "viewer",
      given: async ({ room }) => {
        const { id, revision } = await claim(room);
        return { body: { operations: [{ op: "submit", claim: id, ifMatch: revision }] } };
      },
    },
  ],
  ["GET /workspaces/{w}/claims/{c}", { least: "viewer", given: async ({ room }) => on(await claim(room)) }],
  [
    "PATCH /workspaces/{w}/claims/{c}",
    { least: "editor", given: async ({ room }) => on(await claim(room), { statement: name() }) },
  ],
  [
    "DELETE /workspaces/{w}/claims/{c}",
    { least: "editor", given: async (asker) => on(await claim(asker.room, {}, author(asker))) },
  ],
  [
    "DELETE /workspaces/{w}/claims/{c}",
    { least: "admin", given: async ({ room }) => on(await claim(room, {}, room.colleague)) },
  ],
  [
    "POST /workspaces/{w}/claims/{c}/restore",
    {
      least: "editor",
      given: async (asker) => {
        const made = await claim(asker.room, {}, author(asker));
        const { revision } = made;
        await asker.ask(author(asker), `DELETE /workspaces/${asker.room.w}/claims/${made.id}`, { revision });
        return on(made, {});
      },
    },
  ],
  [
    "GET /workspaces/{w}/claims/{c}/revisions",
    { least: "viewer", given: async ({ room }) => on(await claim(room)) },
  ],
  [
    "GET /workspaces/{w}/claims/{c}/history",
    { least: "viewer", given: async ({ room }) => on(await claim(room)) },
  ],
  [
    "POST /workspaces/{w}/claims/{c}/submit",
    { least: "editor", given: async ({ room }) => on(await claim(room)) },
  ],
  [
    "POST /workspaces/{w}/claims/{c}/withdraw",
    { least: "editor", given: async (asker) => on(await submitted(asker, author(asker))) },
  ],
  [
    "POST /workspaces/{w}/claims/{c}/reopen",
    {
      least: "reviewer",
      given: async (asker) => {
        const made = await submitted(asker);
        await decide(asker, asker.room.second, made, approve);
        return on(made, { reason: "A new record" });
      },
    },
  ],
  [
    "POST /workspaces/{w}/claims/{c}/accept-proposal",
    {
      least: "editor",
      given: async (asker) => {
        const made = await submitted(asker, author(asker));
        const proposal = { statement: name() };
        const asked = { decision: "request_changes", comment: "Like this", proposal };
        await decide(asker, asker.room.second, made, asked);
        return on(made);
      },
    },
  ],
  [
    "GET /workspaces/{w}/claims/{c}/review-case",
    { least: "viewer", given: async ({ room }) => on(await claim(room)) },
  ],
  [
    "GET /workspaces/{w}/claims/{c}/reviews",
    { least: "viewer", given: async ({ room }) => on(await claim(room)) },
  ],
  [
    "POST /workspaces/{w}/claims/{c}/reviews",
    { least: "reviewer", given: async (asker) => on(await submitted(asker), approve) },
  ],
  [
    "DELETE /workspaces/{w}/claims/{c}/reviews/{r}",
    {
      least: "reviewer",
      given: async (asker) => {
        const made = await submitted(asker);
        const r = await decide(asker, reviewer(asker), made, approve);
        return { params: { c: made.id, r }, revision: made.revision };
      },
    },
  ],
  [
    "GET /workspaces/{w}/claims/{c}/assessments",
    { least: "viewer", given: async ({ room }) => on(await claim(room)) },
  ],
  [
    "PUT /workspaces/{w}/claims/{c}/assessments",
    { least: "editor", given: async ({ room }) => on(await claim(room), { sourceReliability: "B" }) },
  ],
  [
    "GET /workspaces/{w}/claims/{c}/comments",
    { least: "viewer", given: async ({ room }) => on(await claim(room)) },
  ],
  [
    "POST /workspaces/{w}/claims/{c}/comments",
    { least: "editor", given: async ({ room }) => on(await claim(room), { body: "Who says?" }) },
  ],
  [
    "PATCH /workspaces/{w}/comments/{m}",
    { least: "editor", given: async (asker) => ({ params: await comment(asker), body: { body: "So." } }) },
  ],
  [
    "DELETE /workspaces/{w}/comments/{m}",
    { least: "editor", given: async (asker) => ({ params: await comment(asker) }) },
  ],
  ["GET /workspaces/{w}/notifications", { least: "viewer", given: nothing }],
  ["POST /workspaces/{w}/notifications/read", { least: "viewer", given: () => ({ body: {} }) }],
  ["GET /workspaces/{w}/notifications/preferences", { least: "viewer", given: nothing }],
  [
    "PUT /workspaces/{w}/notifications/preferences",
    {
      least: "viewer",
      given: () => ({
        body: { email: "off", digestHour: 8, quietFrom: 1320, quietTo: 420, timeZone: "Europe/Lisbon" },
      }),
    },
  ],
  ["GET /workspaces/{w}/activity", { least: "viewer", given: nothing }],
  ["GET /workspaces/{w}/projects/{p}/workers", { least: "viewer", given: inProject }],
  ["GET /workspaces/{w}/my-work", { least: "viewer", given: nothing }],
  ["GET /workspaces/{w}/projects/{p}/adjudication", { least: "reviewer", given: inProject }],
  ["GET /workspaces/{w}/articles/{a}/adjudication", { least: "reviewer", given: codedTwice }],
  [
    "POST /workspaces/{w}/articles/{a}/adjudication/decisions",
    {
      least: "reviewer",
      given: async (asker) => {
        const { params, unit } = await codedTwice(asker);
        return { params, body: { outcome: "none", claimIds: unit, reason: "No." } };
      },
    },
  ],
  [
    "POST /workspaces/{w}/articles/{a}/adjudication/agreed",
    {
      least: "reviewer",
      given: async (asker) => ({ params: (await codedTwice(asker)).params, body: { expected: 1 } }),
    },
  ],
  [
    "DELETE /workspaces/{w}/articles/{a}/adjudication/decisions/{j}",
    {
      least: "reviewer",
      given: async (asker) => {
        const { params, unit } = await codedTwice(asker);
        const decision = { outcome: "none" as const, claimIds: [...unit], reason: "No." };
        const { units } = value(await settle(reviewer(asker), asker.room.w, params.a, decision));
        return { params: { ...params, j: units[0]?.decision?.id ?? "" } };
      },
    },
  ],
  ["GET /workspaces/{w}/projects/{p}/agreement", { least: "viewer", given: inProject }],
  // Nothing is finished twice there, so that whoever may is told so.
  [
    "POST /workspaces/{w}/projects/{p}/agreement",
    { least: "viewer", status: 409, given: (asker) => inProject(asker, { body: {} }) },
  ],
  [
    "GET /workspaces/{w}/projects/{p}/agreement/passages",
    {
      least: "viewer",
      given: (asker) => inProject(asker, { query: `?a=${asker.by.id}&b=${asker.room.owner.id}` }),
    },
  ],
  ["GET /workspaces/{w}/projects/{p}/gold", { least: "admin", given: inProject }],
  ["GET /workspaces/{w}/projects/{p}/quality", { least: "viewer", given: inProject }],
  ["GET /workspaces/{w}/articles/{a}/gold", { least: "admin", given: inArticle }],
  ["PUT /workspaces/{w}/articles/{a}/gold", { least: "admin", given: blindLayer }],
  ["DELETE /workspaces/{w}/articles/{a}/gold", { least: "admin", status: 204, given: inArticle }],
  ["GET /workspaces/{w}/articles/{a}/gold/comparison", { least: "editor", given: trainedOn }],
  [
    "GET /workspaces/{w}/projects/{p}/agreement/export",
    { least: "reviewer", given: (asker) => inProject(asker, { query: "?what=matrix" }) },
  ],
  ["GET /workspaces/{w}/projects/{p}/assignments", { least: "viewer", given: inProject }],
  [
    "POST /workspaces/{w}/projects/{p}/assignments",
    {
      least: "admin",
      given: (asker) =>
        inProject(asker, { body: { articleIds: [asker.room.articleId], userIds: [asker.room.editor.id] } }),
    },
  ],
  [
    "POST /workspaces/{w}/projects/{p}/assignments/plan",
    {
      least: "admin",
      given: (asker) =>
        inProject(asker, { body: { articleIds: [asker.room.articleId], userIds: [asker.room.editor.id] } }),
    },
  ],
  [
    "PATCH /workspaces/{w}/assignments/{x}",
    {
      least: "editor",
      given: async (asker) => ({ params: { x: await assignment(asker) }, body: { state: "done" } }),
    },
  ],
  [
    "GET /workspaces/{w}/comments/{m}/revisions",
    { least: "viewer", given: async (asker) => ({ params: await comment(asker) }) },
  ],
  ["GET /workspaces/{w}/articles/{a}/comments", { least: "viewer", given: inArticle }],
  [
    "POST /workspaces/{w}/articles/{a}/comments",
    { least: "editor", given: (asker) => inArticle(asker, { body: { body: "Who says?" } }) },
  ],
  ["GET /workspaces/{w}/events", { least: "viewer", given: nothing }],
  [
    "POST /workspaces/{w}/articles/{a}/presence",
    { least: "viewer", given: (asker) => inArticle(asker, { body: { tab: newId() } }) },
  ],
  ["GET /workspaces/{w}/sources", { least: "viewer", given: nothing }],
  [
    "POST /workspaces/{w}/sources",
    {
      least: "editor",
      given: () => ({ body: { name: name(), type: "news_media", identification: "named_institution" } }),
    },
  ],
  ["GET /workspaces/{w}/sources/{s}", { least: "viewer", given: aSource }],
  [
    "PATCH /workspaces/{w}/sources/{s}",
    { least: "editor", given: async (asker) => ({ ...(await aSource(asker)), body: { notes: "Daily." } }) },
  ],
  [
    "POST /workspaces/{w}/sources/{s}/merge",
    {
      least: "editor",
      given: async (asker) => ({
        ...(await aSource(asker)),
        body: { into: await source(asker.room, name()) },
      }),
    },
  ],
  [
    "POST /workspaces/{w}/sources/{s}/unmerge",
    {
      least: "editor",
      given: async (asker) => {
        const merged = await aSource(asker);
        const path = `POST /workspaces/${asker.room.w}/sources/${merged.params?.s}/merge`;
        await asker.ask(asker.room.editor, path, { body: { into: await source(asker.room, name()) } });
        return merged;
      },
    },
  ],
  ["GET /workspaces/{w}/members", { least: "viewer", given: nothing }],
  [
    "PATCH /workspaces/{w}/members/{u}",
    {
      least: "admin",
      given: async ({ room }) => ({
        params: { u: (await join(room.w, "viewer")).id },
        body: { role: "editor" },
      }),
    },
  ],
  [
    "DELETE /workspaces/{w}/members/{u}",
    { least: "admin", given: async ({ room }) => ({ params: { u: (await join(room.w, "viewer")).id } }) },
  ],
  ["GET /workspaces/{w}/invitations", { least: "admin", given: nothing }],
  [
    "POST /workspaces/{w}/invitations",
    { least: "admin", given: () => ({ body: { email: `${newId()}@example.org`, role: "editor" } }) },
  ],
  [
    "DELETE /workspaces/{w}/invitations/{i}",
    {
      least: "admin",
      given: async ({ room }) => {
        const i = newId();
        const expiresAt = new Date(Date.now() + 86_400_000);
        const email = `${i}@example.org`;
        await database().invitation.create({
          data: { id: i, tokenHash: i, workspaceId: room.w, email, role: "viewer", expiresAt },
        });
        return { params: { i } };
      },
    },
  ],
  [
    "GET /workspaces/{w}/claims/{c}/review-case",
    { least: "viewer", given: async ({ room }) => on(await claim(room)) },
  ],
  ["GET /workspaces/{w}/webhooks", { least: "admin", given: nothing }],
  ["POST /workspaces/{w}/webhooks", { least: "admin", given: () => ({ body: { url: RECEIVER } }) }],
  ["GET /workspaces/{w}/webhooks/{h}", { least: "admin", given: aWebhook }],
  [
    "PATCH /workspaces/{w}/webhooks/{h}",
    { least: "admin", given: async (asker) => aWebhook(asker, { description: name() }) },
  ],
  ["DELETE /workspaces/{w}/webhooks/{h}", { least: "admin", given: aWebhook }],
  ["POST /workspaces/{w}/webhooks/{h}/rotate-secret", { least: "admin", given: aWebhook }],
  ["POST /workspaces/{w}/webhooks/{h}/ping", { least: "admin", given: aWebhook }],
  ["GET /workspaces/{w}/webhooks/{h}/deliveries", { least: "admin", given: aWebhook }],
  [
    "POST /workspaces/{w}/webhooks/{h}/replay",
    { least: "admin", given: async (asker) => aWebhook(asker, { since: 0 }) },
  ],
  [
    "POST /workspaces/{w}/webhooks/{h}/deliveries/{d}/replay",
    {
      least: "admin",
      given: async (asker) => {
        const made = await aWebhook(asker);
        const path = `POST /workspaces/${asker.room.w}/webhooks/${made.params?.h}/ping`;
        // The contract's answer.
        const { id: d } = (await asker.ask(asker.room.owner, path)) as { id: string };
        return { ...made, params: { ...made.params, d } };
      },
    },
  ],
  ["GET /openapi.json", { least: "everybody", status: 200, given: nothing }],
  ["GET /workspaces", { least: "anybody", given: nothing }],
  ["POST /workspaces", { least: "anybody", given: () => ({ body: { name: name() } }) }],
  ["GET /me", { least: "anybody", given: nothing }],
  ["PATCH /me", { least: "anybody", given: () => ({ body: { name: name() } }) }],
  [
    "POST /me/password",
    { least: "anybody", isForSessions: true, given: () => ({ body: { password: "seven wet herons wait" } }) },
  ],
  [
    "DELETE /me/accounts/{provider}",
    {
      least: "anybody",
      given: async ({ by: { id: userId } }) => {
        const of = (provider: string) => ({ provider, providerAccountId: newId(), userId });
        await database().account.createMany({ data: [of("github"), of("google")] });
        return { params: { provider: "github" } };
      },
    },
  ],
  ["GET /tokens", { least: "anybody", given: nothing }],
  [
    "POST /tokens",
    { least: "anybody", isForSessions: true, given: () => ({ body: { name: "Mine", scopes: ["read"] } }) },
  ],
  [
    "DELETE /tokens/{id}",
    {
      least: "anybody",
      given: async ({ by: { id: userId } }) => {
        const id = newId();
        await database().apiToken.create({
          data: { id, tokenHash: id, userId, name: "Old", hint: "sl_…", scopes: ["read"] },
        });
        return { params: { id } };
      },
    },
  ],
  ["GET /sessions", { least: "anybody", given: nothing }],
  [
    "DELETE /sessions/{id}",
    {
      least: "anybody",
      given: async ({ by: { id: userId } }) => {
        const idHash = newId().replaceAll("-", "").padEnd(64, "0");
        await database().session.create({
          data: { idHash, userId, expiresAt: new Date(Date.now() + 60_000) },
        });
        return { params: { id: idHash } };
      },
    },
  ],
  ["POST /sessions/revoke-all", { least: "anybody", given: () => ({ body: { keepCurrent: true } }) }],
  ["POST /identity/first-owner/read", { ...noLink, given: () => ({ body: link }) }],
  [
    "POST /identity/first-owner",
    {
      ...noLink,
      given: () => ({
        body: {
          ...link,
          name: "O",
          email: "o@example.org",
          password: "seven wet herons wait",
          workspaceName: "W",
        },
      }),
    },
  ],
  ["POST /identity/invitations/read", { ...noLink, given: () => ({ body: link }) }],
  ["POST /identity/invitations/accept", { ...noLink, given: () => ({ body: link }) }],
  ["POST /identity/passwords/read", { ...noLink, given: () => ({ body: link }) }],
  [
    "POST /identity/passwords/reset",
    { ...noLink, given: () => ({ body: { ...link, password: "seven wet herons wait" } }) },
  ],
  [
    "POST /identity/passwords/forgot",
    {
      least: "everybody",
      status: 409,
      given: async () => ({ body: { email: `${(await person()).id}@example.org` } }),
    },
  ],
  [
    "POST /identity/sign-in-links",
    {
      least: "everybody",
      status: 409,
      given: async () => ({ body: { email: `${(await person()).id}@example.org` } }),
    },
  ],
];
