import { newId } from "#lib/platform/ids.ts";
import type { Call } from "../support/api-client.ts";
import { marked } from "../support/marked-text.ts";

/** 👩‍🌾 is one character of three code points: a span may not end inside it. */
export const TEXT =
  "[The mayor told the Courier that [two bridges] are closed]. 👩‍🌾 waits. הנהר עולה — مياه النهر.";
export const text = marked(TEXT);
const FARMER = [...text.text].indexOf("👩");

/** What a bad request is made of: ids that are there, one of another desk, one of nobody. */
export type Things = {
  readonly w: string;
  readonly p: string;
  readonly a: string;
  readonly versionId: string;
  /** The editor's draft, at revision 2. */
  readonly draft: string;
  /** The reviewer's own submitted claim. */
  readonly ownWork: string;
  readonly approved: string;
  readonly s: string;
  /** Somebody who was a member. */
  readonly former: string;
  readonly foreign: {
    readonly p: string;
    readonly a: string;
    readonly versionId: string;
    readonly layerId: string;
    readonly c: string;
    readonly s: string;
    readonly m: string;
    readonly user: string;
  };
};

export type BadInput = {
  readonly name: string;
  readonly by?: "viewer" | "editor" | "reviewer" | "admin";
  readonly send: (things: Things) => readonly [request: string, call: Call];
  readonly status: number;
  readonly problem: string;
  /** Where the answer says the fault is. */
  readonly pointer?: string;
};

const latest = { "if-match": '"r2"' };
const first = { "if-match": '"r1"' };
const lone = "half \ud83d of a pair";
const NUL = "a\0b";
const span = text.span;

const articles = ({ w, p }: Things) => `POST /workspaces/${w}/projects/${p}/articles`;
const claims = ({ w, a }: Things) => `POST /workspaces/${w}/articles/${a}/claims`;
const patch = ({ w, draft }: Things) => `PATCH /workspaces/${w}/claims/${draft}`;

const article = (name: string, body: object, pointer: string): BadInput => ({
  name: `an article with ${name}`,
  send: (things) => [articles(things), { body }],
  status: 422,
  problem: "invalid",
  pointer,
});
const claim = (name: string, body: object | ((things: Things) => object), pointer?: string): BadInput => ({
  name: `a claim with ${name}`,
  send: (things) => {
    const more = typeof body === "function" ? body(things) : body;
    const whole = { versionId: things.versionId, spans: [span], provenance: "own_observation", ...more };
    return [claims(things), { body: whole }];
  },
  status: 422,
  problem: "invalid",
  ...(pointer !== undefined && { pointer }),
});
const sourced = (link: object | ((things: Things) => object)) => (things: Things) => ({
  provenance: "media_report",
  chain: [
    {
      category: "media_report",
      sources: [things.s],
      cue: [text.spans[1]],
      ...(typeof link === "function" ? link(things) : link),
    },
  ],
});
const revision = (name: string, body: unknown, pointer: string): BadInput => ({
  name: `a revision with ${name}`,
  send: (things) => [patch(things), { headers: latest, body }],
  status: 422,
  problem: "invalid",
  pointer,
});
const raw = (name: string, content: BodyInit, type: string, status: number, problem: string): BadInput => ({
  name,
  send: (things) => [articles(things), { raw: content, headers: { "content-type": type } }],
  status,
  problem,
});
const move = (
  name: string,
  by: BadInput["by"] & string,
  request: (things: Things) => string,
  problem: string,
  {
    status = 409,
    body,
    headers = first,
  }: { status?: number; body?: unknown; headers?: Record<string, string> } = {},
): BadInput => ({ name, by, send: (things) => [request(things), { headers, body }], status, problem });
const absent = (name: string, request: (things: Things) => string, body?: unknown): BadInput => ({
  name: `a path with ${name}`,
  by: "admin",
  send: (things) => [request(things), { headers: first, body }],
  status: 404,
  problem: "not-found",
});
const comments = ({ w, draft }: Things) => `POST /workspaces/${w}/claims/${draft}/comments`;
const comment = (name: string, body: object | ((things: Things) => object), pointer: string): BadInput => ({
  name: `a comment with ${name}`,
  send: (things) => {
    const more = typeof body === "function" ? body(things) : body;
    return [comments(things), { body: { body: "So?", ...more } }];
  },
  status: 422,
  problem: "invalid",
  pointer,
});
const assignment = (name: string, to: (things: Things) => string): BadInput => ({
  name: `an article given to ${name}`,
  by: "admin",
  send: (things) => [
    `POST /workspaces/${things.w}/projects/${things.p}/assignments`,
    { body: { articleIds: [things.a], userIds: [to(things)] } },
  ],
  status: 422,
  problem: "invalid",
  pointer: "/userIds/0",
});
const webhook = (name: string, body: object | ((things: Things) => object), pointer: string): BadInput => ({
  name: `a webhook with ${name}`,
  by: "admin",
  send: (things) => {
    const more = typeof body === "function" ? body(things) : body;
    return [
      `POST /workspaces/${things.w}/webhooks`,
      { body: { url: "https://receiver.example.org/", ...more } },
    ];
  },
  status: 422,
  problem: "invalid",
  pointer,
});
const query = (name: string, path: (things: Things) => string, pointer: string): BadInput => ({
  name,
  by: "reviewer",
  send: (things) => [`GET ${path(things)}`, {}],
  status: 422,
  problem: "invalid",
  pointer,
});

export const badInputs: readonly BadInput[] = [
  article("no words", { text: "" }, "/text"),
  article("white space alone", { text: " \n\u00a0\u200b\t" }, "/text"),
  article("a NUL", { text: NUL }, "/text"),
  article("half of a surrogate pair", { text: lone }, "/text"),
  article("text and page both", { text: "Rain.", html: "<p>Rain." }, ""),
  article("neither text nor page", { title: "Rain" }, ""),
  article("nothing but a script", { html: "<script>alert(1)</script>" }, "/html"),
  article("an empty title", { text: "Rain.", title: "  " }, "/title"),
  article("a NUL in its title", { text: "Rain.", title: NUL }, "/title"),
  article("half of a pair in its byline", { text: "Rain.", byline: lone }, "/byline"),
  article("too long a title", { text: "Rain.", title: "a".repeat(501) }, "/title"),
  article("a script as its address", { text: "Rain.", url: "javascript:alert(1)" }, "/url"),
  article("an address of another kind", { text: "Rain.", url: "file:///etc/passwd" }, "/url"),
  article("a day that is none", { text: "Rain.", publishedAt: "2024-02-31T00:00:00Z" }, "/publishedAt"),
  article("a field nobody knows", { text: "Rain.", importedBy: newId() }, ""),
  article("an id that is none", { text: "Rain.", id: "1 or 1=1" }, "/id"),
  {
    name: "an article of more characters than are kept",
    send: (things) => [articles(things), { body: { text: "a".repeat(5_000_001) } }],
    status: 413,
    problem: "too-large",
  },
  {
    name: "a body of more bytes than are read",
    send: (things) => [patch(things), { headers: latest, body: { statement: "a".repeat(1_000_001) } }],
    status: 413,
    problem: "too-large",
  },
  raw("a body that is not JSON", "{", "application/json", 422, "invalid"),
  raw("a body in Latin-1", Uint8Array.of(0x22, 0xe9, 0x22), "application/json", 422, "invalid"),
  raw("a body of another type", "text=Rain", "application/x-www-form-urlencoded", 415, "unsupported-media"),
  raw("a body that says it is text", '{"text":"Rain."}', "text/plain", 415, "unsupported-media"),
  raw("JSON that is a number", "7", "application/json", 422, "invalid"),
  raw("JSON that is null", "null", "application/json", 422, "invalid"),
  raw("JSON ten thousand arrays deep", "[".repeat(10_000), "application/json", 422, "invalid"),
  raw("no body at all", "", "application/json", 422, "invalid"),

  claim("no span", { spans: [] }, "/spans"),
  claim("a span outside the text", { spans: [{ start: 0, end: 9_999 }] }, "/spans/0"),
  claim("an empty span", { spans: [{ start: 4, end: 4 }] }, "/spans/0/end"),
  claim("a span that ends before it begins", { spans: [{ start: 9, end: 4 }] }, "/spans/0/end"),
  claim("a span before the text", { spans: [{ start: -1, end: 4 }] }, "/spans/0/start"),
  claim("half an offset", { spans: [{ start: 0.5, end: 4 }] }, "/spans/0/start"),
  claim("an offset as words", { spans: [{ start: "0", end: 4 }] }, "/spans/0/start"),
  claim("a span that cuts a character", { spans: [{ start: 0, end: FARMER + 1 }] }, "/spans/0"),
  claim("other words than stand there", { spans: [{ ...span, exact: "The mayor lied" }] }, "/spans/0/exact"),
  claim("a category nobody knows", { provenance: "astrology" }, "/provenance"),
  claim("a link of a category nobody knows", sourced({ category: "astrology" })),
  claim("a chain whose source is missing", sourced({ sources: [] }), "/chain/0/sources"),
  claim("a source nobody knows", sourced({ sources: [newId()] })),
  claim(
    "another desk's source",
    sourced(({ foreign }) => ({ sources: [foreign.s] })),
  ),
  claim("a cue outside the text", sourced({ cue: [{ start: 0, end: 9_999 }] })),
  claim("chain and own chain both", { chain: [], ownChain: [] }, ""),
  claim("a parent nobody knows", { parentId: newId() }),
  claim("another desk's parent", ({ foreign }) => ({ parentId: foreign.c })),
  claim("another desk's claim as the same", ({ foreign }) => ({ sameClaimAs: foreign.c })),
  claim("a state of its own choosing", { state: "approved" }, ""),
  claim("another author", { createdBy: newId() }, ""),
  claim("a flag that is none", { flags: ["<b>"] }, "/flags/0"),
  claim("a kind nobody knows", { kind: "poem" }, "/kind"),
  claim("twenty-one links", { chain: Array(21).fill({ category: "media_report" }) }, "/chain"),
  claim("another desk's version", ({ foreign }) => ({ versionId: foreign.versionId }), "/versionId"),
  claim("another desk's layer", ({ foreign }) => ({ layerId: foreign.layerId }), "/layerId"),
  revision("a NUL", { statement: NUL }, "/statement"),
  revision("half of a surrogate pair", { statement: lone }, "/statement"),
  revision("too long a statement", { statement: "a".repeat(5_001) }, "/statement"),
  revision("a number for words", { statement: 7 }, "/statement"),
  revision("nothing to change", {}, ""),
  revision("a state of its own choosing", { state: "approved" }, ""),
  revision("a prototype", JSON.parse('{"__proto__":{"state":"approved"},"x":1}'), ""),

  move("a stale revision", "editor", patch, "stale", { status: 412, body: { statement: "Two are shut" } }),
  move("a tag never given out", "editor", patch, "stale", {
    status: 412,
    headers: { "if-match": "*" },
    body: { statement: "Two are shut" },
  }),
  move("no If-Match", "editor", patch, "precondition-required", {
    status: 428,
    headers: {},
    body: { statement: "Two are shut" },
  }),
  move(
    "withdrawing a draft",
    "editor",
    ({ w, draft }) => `POST /workspaces/${w}/claims/${draft}/withdraw`,
    "not-possible",
    { headers: latest },
  ),
  move(
    "submitting what is approved",
    "editor",
    ({ w, approved }) => `POST /workspaces/${w}/claims/${approved}/submit`,
    "not-possible",
  ),
  move(
    "approving a draft",
    "reviewer",
    ({ w, draft }) => `POST /workspaces/${w}/claims/${draft}/reviews`,
    "not-possible",
    {
      headers: latest,
      body: { decision: "approve" },
    },
  ),
  move(
    "reopening a draft",
    "reviewer",
    ({ w, draft }) => `POST /workspaces/${w}/claims/${draft}/reopen`,
    "not-possible",
    {
      headers: latest,
      body: { reason: "Why not" },
    },
  ),
  move(
    "deciding on one's own work",
    "reviewer",
    ({ w, ownWork }) => `POST /workspaces/${w}/claims/${ownWork}/reviews`,
    "own-work",
    {
      status: 403,
      body: { decision: "approve" },
    },
  ),
  move(
    "rejecting without a reason",
    "admin",
    ({ w, ownWork }) => `POST /workspaces/${w}/claims/${ownWork}/reviews`,
    "invalid",
    {
      status: 422,
      body: { decision: "reject" },
    },
  ),
  move(
    "reopening for a blank reason",
    "reviewer",
    ({ w, approved }) => `POST /workspaces/${w}/claims/${approved}/reopen`,
    "invalid",
    {
      status: 422,
      body: { reason: "  " },
    },
  ),
  move(
    "a decision nobody knows",
    "reviewer",
    ({ w, approved }) => `POST /workspaces/${w}/claims/${approved}/reviews`,
    "invalid",
    {
      status: 422,
      body: { decision: "bless" },
    },
  ),
  move(
    "moving an article to another desk's project",
    "admin",
    ({ w, a }) => `PATCH /workspaces/${w}/articles/${a}`,
    "invalid",
    {
      status: 422,
      body: { projectId: newId() },
    },
  ),
  move(
    "a project with a member of another desk",
    "admin",
    ({ w, p }) => `PATCH /workspaces/${w}/projects/${p}`,
    "invalid",
    {
      status: 422,
      body: { restricted: true, memberIds: [newId()] },
    },
  ),
  move(
    "a category with a NUL switched off",
    "admin",
    ({ w, p }) => `PATCH /workspaces/${w}/projects/${p}`,
    "invalid",
    {
      status: 422,
      body: { disabledCategories: ["a\0"] },
    },
  ),
  move("an address with a NUL", "admin", ({ w }) => `POST /workspaces/${w}/invitations`, "invalid", {
    status: 422,
    body: { email: "a\0@example.org", role: "viewer" },
  }),
  move("a role nobody knows", "admin", ({ w }) => `POST /workspaces/${w}/invitations`, "invalid", {
    status: 422,
    body: { email: "new@example.org", role: "king" },
  }),
  move("an owner by invitation", "admin", ({ w }) => `POST /workspaces/${w}/invitations`, "invalid", {
    status: 422,
    body: { email: "new@example.org", role: "owner" },
  }),
  move("two addresses in one", "admin", ({ w }) => `POST /workspaces/${w}/invitations`, "invalid", {
    status: 422,
    body: { email: "a@example.org,b@example.org", role: "viewer" },
  }),

  move("a comment of a megabyte", "editor", comments, "too-large", {
    status: 413,
    body: { body: "a".repeat(1_000_000) },
  }),
  comment("more words than are kept", { body: "a".repeat(10_001) }, "/body"),
  comment("nothing but white space", { body: " \n\t" }, "/body"),
  comment("a stranger spoken to", ({ foreign }) => ({ mentions: [foreign.user] }), "/mentions/0"),
  comment("somebody spoken to who was removed", ({ former }) => ({ mentions: [former] }), "/mentions/0"),
  comment("fifty-one spoken to", { mentions: Array.from({ length: 51 }, newId) }, "/mentions"),
  assignment("a stranger", ({ foreign }) => foreign.user),
  assignment("somebody who was removed", ({ former }) => former),

  webhook("the loopback as its address", { url: "http://127.0.0.1/" }, "/url"),
  webhook("a private address as one number", { url: "http://167772161/" }, "/url"),
  webhook("a cloud's metadata, mapped", { url: "http://[::ffff:169.254.169.254]/" }, "/url"),
  webhook("another service's port", { url: "http://receiver.example.org:6379/" }, "/url"),
  webhook("a password in its address", { url: "https://ada:secret@receiver.example.org/" }, "/url"),
  webhook("a file as its address", { url: "file:///etc/passwd" }, "/url"),
  webhook("a NUL in its address", { url: `https://receiver.example.org/${NUL}` }, "/url"),
  webhook("half of a pair in its description", { description: lone }, "/description"),
  webhook("no events", { events: [] }, "/events"),
  webhook("what only one person is told", { events: ["notification.created"] }, "/events/0"),
  webhook("another desk's project", ({ foreign }) => ({ projectId: foreign.p }), "/projectId"),
  webhook("a secret of its own choosing", { secret: "whsec_AAAA" }, ""),
  webhook("another holder", { holderId: newId() }, ""),

  absent("another desk's claim", ({ w, foreign }) => `GET /workspaces/${w}/claims/${foreign.c}`),
  absent("another desk's article", ({ w, foreign }) => `DELETE /workspaces/${w}/articles/${foreign.a}`),
  absent("another desk's comment", ({ w, foreign }) => `DELETE /workspaces/${w}/comments/${foreign.m}`),
  absent("another desk's member", ({ w, foreign }) => `PATCH /workspaces/${w}/members/${foreign.user}`, {
    role: "viewer",
  }),
  absent("no id", ({ w }) => `GET /workspaces/${w}/claims/1%20or%201=1`),
  absent("a NUL in it", () => "GET /workspaces/%00"),
  absent("a NUL as its project", ({ w }) => `GET /workspaces/${w}/projects/a%00b`),
  absent("a NUL as its provider", () => "DELETE /me/accounts/%00"),
  absent("dots and slashes", () => "GET /workspaces/..%2f..%2fetc%2fpasswd"),
  absent("words of SQL", () => "GET /workspaces/'%20or%20true%20--"),

  ...(["password", "createdBy.passwordHash", "__proto__"].map((name) => ({
    name: `a parameter nobody knows, ${name}`,
    send: ({ w }) => [`GET /workspaces/${w}/claims?${name}=x`, {}],
    status: 400,
    problem: "unknown-parameter",
    pointer: `/${name}`,
  })) satisfies BadInput[]),
  query(
    "a sort nobody knows",
    ({ w, p }) => `/workspaces/${w}/projects/${p}/articles?sort=password_hash`,
    "/sort",
  ),
  query("a limit of none", ({ w }) => `/workspaces/${w}/claims?limit=0`, "/limit"),
  query("a limit beyond the most", ({ w }) => `/workspaces/${w}/claims?limit=501`, "/limit"),
  query("a limit in words", ({ w }) => `/workspaces/${w}/claims?limit=all`, "/limit"),
  query("a NUL to search for", ({ w }) => `/workspaces/${w}/claims?q=%00`, "/q"),
  query("a NUL as a cursor", ({ w }) => `/workspaces/${w}/claims?after=%00`, "/after"),
  query("a NUL as a project", ({ w }) => `/workspaces/${w}/claims?project=%00`, "/project"),
  query("a NUL as a category", ({ w }) => `/workspaces/${w}/claims?provenance=%00`, "/provenance"),
  query("a NUL as an origin", ({ w }) => `/workspaces/${w}/claims?originProvenance=%00`, "/originProvenance"),
  query("a NUL as an outlet", ({ w, p }) => `/workspaces/${w}/projects/${p}/articles?outlet=%00`, "/outlet"),
  query("a cursor that is none", ({ w }) => `/workspaces/${w}/claims?after=1;drop`, "/after"),
  query(
    "a cursor that is none, of articles",
    ({ w, p }) => `/workspaces/${w}/projects/${p}/articles?after=%7B%7D`,
    "/after",
  ),
  query("a cursor that is none, of sources", ({ w }) => `/workspaces/${w}/sources?after=zzz`, "/after"),
  query("a cursor that is none, of members", ({ w }) => `/workspaces/${w}/members?after=zzz`, "/after"),
  query("a state nobody knows", ({ w }) => `/workspaces/${w}/claims?state=holy`, "/state"),
  query("a format nobody knows", ({ w, p }) => `/workspaces/${w}/projects/${p}/export?format=exe`, "/format"),
  query(
    "a time that is none",
    ({ w, p }) => `/workspaces/${w}/projects/${p}/export?since=yesterday`,
    "/since",
  ),
];
