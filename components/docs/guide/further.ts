import type { GuidePage } from "./guide.ts";

const AUTH = '-H "Authorization: Bearer $TOKEN"';
const JSON_TYPE = '-H "Content-Type: application/json"';

const batches: GuidePage = {
  slug: "batches",
  title: "Many claims at once",
  lead: "Up to 1,000 operations in one request, each with its own result.",
  blocks: [
    {
      run: `curl -s "$SOURCELINE/api/v1/workspaces/$WORKSPACE/claims/batch" \\
  ${AUTH} ${JSON_TYPE} -H "Idempotency-Key: batch-1" \\
  -d @- <<JSON
{
  "operations": [
    {
      "op": "create",
      "article": "$ARTICLE",
      "body": {
        "versionId": "$VERSION",
        "spans": [{ "start": 38, "end": 62, "exact": "Water stood at the crest" }],
        "provenance": "own_observation"
      }
    },
    { "op": "update", "claim": "$CLAIM", "ifMatch": 1, "body": { "statement": "The dam holds." } }
  ]
}
JSON`,
      status: 200,
      holds: '"succeeded":1,"failed":1',
    },
    {
      facts: [
        ["`create`", "`article`, `body`"],
        ["`update`", "`claim`, `ifMatch`, `body`"],
        ["`delete`", "`claim`, `ifMatch`, `children` where claims are nested in it"],
        ["`restore`", "`claim`, `ifMatch`, `body` with the revision, or empty"],
        ["`submit`, `withdraw`, `accept_proposal`", "`claim`, `ifMatch`"],
        ["`reopen`, `review`", "`claim`, `ifMatch`, `body`; a token needs `review`, too"],
      ],
    },
    {
      p: "Operations are done in their order, each by the same rules as its own request, and see what those before them did. One that fails leaves nothing behind; the others are done. Each result has the status it would have had alone, with the `claim` or the `problem`.",
    },
    {
      p: 'With `"atomic": true` all are done or none: if any fails the answer is 422 `batch-refused` with every operation that did. A body that is malformed is refused whole, with the places.',
    },
  ],
};

const events: GuidePage = {
  slug: "events",
  title: "Events",
  lead: "What happens in a workspace, as it happens: Server-Sent Events.",
  blocks: [
    {
      run: `curl -sN -m 2 "$SOURCELINE/api/v1/workspaces/$WORKSPACE/events?after=0" ${AUTH} || true`,
      status: 200,
      holds: "event: change",
    },
    {
      facts: [
        ["`hello`", "the stream has begun; nothing was missed"],
        ["`change`", "one thing that happened: its `number`, `kind`, who, what, and the claim as it is now"],
        ["`reset`", "too much was missed, or the id is of elsewhere: read anew what you show"],
        ["`presence`", "where people are in an article; never repeated"],
      ],
    },
    {
      p: "Every `change` has an `id`. Send the last one as `Last-Event-ID` and the stream goes on behind it; browsers do so themselves. `eventNumber` of an article read with its claims is a place to begin: `?after=` takes it.",
    },
    {
      p: "Numbers grow by one. You are told only of what you may see, so some numbers never come. A sign of life comes every 20 seconds.",
    },
  ],
};

const client: GuidePage = {
  slug: "client",
  title: "The typed client",
  lead: "In a checkout of the program: calls, answers and problems as types, in Node and in browsers.",
  blocks: [
    {
      code: `import { createClient } from "#lib/client/typed/client.ts";
import { listClaims, reviseClaim } from "#lib/contracts/routes/claims.ts";

const client = createClient({ base: "https://desk.example.org", token: process.env.TOKEN });

const revised = await client.call(reviseClaim, {
  params: { w: workspace, c: claim },
  ifMatch: 3,
  body: { statement: "The dam will hold." },
});
if (revised.ok) console.log(revised.value.revision);
else if (revised.failure.slug === "stale") console.log(revised.failure.current.statement);

for await (const item of client.pages(listClaims, { params: { w: workspace }, query: { state: "approved" } })) {
  console.log(item.articleTitle, item.statement);
}`,
    },
    {
      p: "Operations are values, the same that the server validates requests with. `call` never throws for what a server or network can do; `pages` does, with `ApiError`. `stream` hands a file on as it comes.",
    },
    {
      p: "A POST gets an `Idempotency-Key` of its own. What may be repeated is, up to three times, after as many seconds as `Retry-After` says.",
    },
  ],
};

const versions: GuidePage = {
  slug: "versions",
  title: "Versions",
  lead: "The API is `/api/v1`. What a program relies on stays as long as that is so.",
  blocks: [
    {
      list: [
        "Answers may get new fields, lists of values new ones, and operations new optional parameters. Read what you know and pass over the rest.",
        "Fields, operations, problem types and the meaning of values do not go away. What cannot be kept becomes `/api/v2`, beside this one for a year.",
        "Titles and details of problems, and the order of fields, are not part of it.",
      ],
    },
    {
      p: "The [description](/api/v1/openapi.json) is OpenAPI 3.1, made from the schemas that validate requests. It holds every status an operation can answer, and its version is that of the program.",
    },
    { run: `curl -s "$SOURCELINE/api/v1/openapi.json"`, status: 200, holds: '"openapi":"3.1.0"' },
  ],
};

export const further = [batches, events, client, versions] as const;
