import type { GuidePage } from "./guide.ts";

const JSON_TYPE = '-H "Content-Type: application/json"';
const AUTH = '-H "Authorization: Bearer $TOKEN"';

export const gettingStarted: GuidePage = {
  slug: "getting-started",
  title: "Getting started",
  lead: "From a token to an export of approved claims, with curl alone.",
  blocks: [
    { heading: "1. A token" },
    {
      p: "Make one in the settings under Tokens, with the scopes `read`, `write` and `export`, or on the server with `sourceline token create --email EMAIL --name NAME`. It is shown once. It never may do more than you may.",
    },
    { code: "export SOURCELINE=http://127.0.0.1:3000\nexport TOKEN=sl_…" },
    { p: "Who you are, and where:" },
    {
      run: `curl -s "$SOURCELINE/api/v1/me" ${AUTH}`,
      status: 200,
      keep: { WORKSPACE: "workspaces.0.slug" },
    },
    {
      run: `curl -s "$SOURCELINE/api/v1/workspaces/$WORKSPACE/projects" ${AUTH}`,
      status: 200,
      keep: { PROJECT: "items.0.slug" },
    },
    { heading: "2. Import a text" },
    {
      p: "The answer has the text as it is stored. Claims are marked in that, not in what you sent: line ends and composed letters may differ.",
    },
    {
      run: `curl -s "$SOURCELINE/api/v1/workspaces/$WORKSPACE/projects/$PROJECT/articles" \\
  ${AUTH} ${JSON_TYPE} \\
  -d '{"title": "The dam at Alder Creek", "outlet": "The Alder Courier", "text": "The minister said the dam would hold. Water stood at the crest."}'`,
      status: 201,
      keep: { ARTICLE: "id", VERSION: "version.id" },
    },
    { heading: "3. Annotate" },
    {
      p: "Who says it is an entry of the workspace’s registry of sources. [Places in a text](/docs/api/offsets) are counted in code points; with `exact` the server checks the count for you.",
    },
    {
      run: `curl -s "$SOURCELINE/api/v1/workspaces/$WORKSPACE/sources" \\
  ${AUTH} ${JSON_TYPE} \\
  -d '{"name": "Minister of Water", "type": "person", "identification": "named_person"}'`,
      status: 201,
      keep: { SOURCE: "id" },
    },
    {
      run: `curl -s "$SOURCELINE/api/v1/workspaces/$WORKSPACE/articles/$ARTICLE/claims" \\
  ${AUTH} ${JSON_TYPE} \\
  -d @- <<JSON
{
  "versionId": "$VERSION",
  "spans": [{ "start": 18, "end": 36, "exact": "the dam would hold" }],
  "statement": "The dam will hold.",
  "chain": [
    {
      "category": "named_statement",
      "sources": ["$SOURCE"],
      "mention": [{ "start": 0, "end": 12, "exact": "The minister" }],
      "cue": [{ "start": 13, "end": 17, "exact": "said" }]
    }
  ]
}
JSON`,
      status: 201,
      keep: { CLAIM: "id" },
    },
    {
      p: "A change says which revision it is a change of: `If-Match` takes the `ETag` that came with the claim.",
    },
    {
      run: `curl -s -X PATCH "$SOURCELINE/api/v1/workspaces/$WORKSPACE/claims/$CLAIM" \\
  ${AUTH} ${JSON_TYPE} -H 'If-Match: "r1"' \\
  -d '{"statement": "The dam at Alder Creek will hold."}'`,
      status: 200,
      holds: '"revision":2',
    },
    { heading: "4. Review" },
    {
      run: `curl -s -X POST "$SOURCELINE/api/v1/workspaces/$WORKSPACE/claims/$CLAIM/submit" \\
  ${AUTH} -H 'If-Match: "r2"'`,
      status: 200,
      holds: '"state":"submitted"',
    },
    {
      p: "Nobody decides on their own claim. A reviewer does, with a token of their own that has the scope `review`:",
    },
    { code: "export REVIEWER=sl_…" },
    {
      run: `curl -s "$SOURCELINE/api/v1/workspaces/$WORKSPACE/claims/$CLAIM/reviews" \\
  -H "Authorization: Bearer $REVIEWER" ${JSON_TYPE} -H 'If-Match: "r2"' \\
  -d '{"decision": "approve"}'`,
      status: 201,
      holds: '"state":"approved"',
    },
    { heading: "5. Export" },
    { p: "Approved claims, unless another state is asked for, written while you read." },
    {
      run: `curl -s "$SOURCELINE/api/v1/workspaces/$WORKSPACE/projects/$PROJECT/export?format=json" ${AUTH}`,
      status: 200,
      holds: "The dam at Alder Creek will hold.",
    },
    {
      p: "That is all of it. Where to go on: [many claims at once](/docs/api/batches), [what errors look like](/docs/api/errors), [the typed client](/docs/api/client).",
    },
  ],
};
