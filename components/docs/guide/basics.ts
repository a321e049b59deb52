import type { GuidePage } from "./guide.ts";

const AUTH = '-H "Authorization: Bearer $TOKEN"';
const JSON_TYPE = '-H "Content-Type: application/json"';

const errors: GuidePage = {
  slug: "errors",
  title: "Errors",
  lead: "An answer that is no success is a problem (RFC 9457), and nothing was changed.",
  blocks: [
    {
      run: `curl -s "$SOURCELINE/api/v1/workspaces/$WORKSPACE/claims?colour=red" ${AUTH}`,
      status: 400,
      holds: '"type":"/docs/problems/unknown-parameter"',
    },
    {
      facts: [
        ["`type`", "which problem it is, and the address of a page about it. Tell problems apart by this."],
        ["`title`, `detail`", "words for a person. They may change."],
        ["`status`", "the status of the answer, once more"],
        ["`errors`", "of invalid input: each place as a JSON pointer into the body, or a parameter’s name"],
        ["`current`", "of 412: what it is now. Of some 409: what is in the way"],
        ["`scope`", "of 403: the scope that the token lacks"],
      ],
    },
    {
      p: "What is not there and what you may not see are one answer, 404: nobody learns what there is by asking. A 500 is a fault of ours, and is in the log of the installation.",
    },
    { p: "Input is refused whole, with every place that is wrong:" },
    {
      run: `curl -s "$SOURCELINE/api/v1/workspaces/$WORKSPACE/articles/$ARTICLE/claims" \\
  ${AUTH} ${JSON_TYPE} \\
  -d "{\\"versionId\\": \\"$VERSION\\", \\"spans\\": [{\\"start\\": 5, \\"end\\": 2}], \\"mood\\": \\"bad\\"}"`,
      status: 422,
      holds: '"pointer":"/spans/0/end"',
    },
  ],
};

const paging: GuidePage = {
  slug: "paging",
  title: "Lists and pages",
  lead: "A list is a page of `items` and the cursor of the next one.",
  blocks: [
    {
      p: "`limit` says how many, 1 to 500; 100 when left out. `next` is the cursor for `after`, null on the last page. The same way stands in the `Link` header. A cursor belongs to its list and order: elsewhere it is refused.",
    },
    {
      run: `curl -si "$SOURCELINE/api/v1/workspaces/$WORKSPACE/sources?limit=1" ${AUTH}`,
      status: 200,
      holds: '"next":',
    },
    {
      p: "Pages are found by key, so the thousandth costs what the first costs, and what is added meanwhile makes none come twice. There is no total: count what you read.",
    },
    {
      p: "Filters are named parameters. One that the list does not have is refused with 400, since a misspelt filter would answer more than was asked for.",
    },
  ],
};

const concurrency: GuidePage = {
  slug: "concurrency",
  title: "Changing what others change",
  lead: "Whoever changes something says which revision they saw. Nothing is overwritten unseen.",
  blocks: [
    {
      run: `curl -si "$SOURCELINE/api/v1/workspaces/$WORKSPACE/claims/$CLAIM" ${AUTH}`,
      status: 200,
      holds: 'etag: "r2"',
    },
    {
      p: "Send the `ETag` back as `If-Match`. Where somebody was faster the answer is 412, and `current` is what it is now:",
    },
    {
      run: `curl -s -X PATCH "$SOURCELINE/api/v1/workspaces/$WORKSPACE/claims/$CLAIM" \\
  ${AUTH} ${JSON_TYPE} -H 'If-Match: "r1"' \\
  -d '{"statement": "The dam holds."}'`,
      status: 412,
      holds: '"revision":2',
    },
    {
      p: "Put your change into `current` and send it with its revision. Without `If-Match` the answer is 428:",
    },
    {
      run: `curl -s -X POST "$SOURCELINE/api/v1/workspaces/$WORKSPACE/claims/$CLAIM/submit" ${AUTH}`,
      status: 428,
      holds: "precondition-required",
    },
    {
      p: "`revision` counts content alone: comments, judgements and decisions do not change it. A claim is made on one version of its article’s text; when the article has a newer one, creating answers 409 `version-moved` with its id.",
    },
  ],
};

const idempotency: GuidePage = {
  slug: "idempotency",
  title: "Sending it again",
  lead: "A request whose answer got lost can be sent again without taking effect twice.",
  blocks: [
    {
      p: "Give it an `Idempotency-Key`: any 1 to 255 characters, new for each thing to be done. For 24 hours the same request under the same key is answered as it was the first time.",
    },
    {
      run: `curl -s "$SOURCELINE/api/v1/workspaces/$WORKSPACE/claims/$CLAIM/comments" \\
  ${AUTH} ${JSON_TYPE} -H "Idempotency-Key: comment-1" \\
  -d '{"body": "Which dam?"}'`,
      status: 201,
      holds: "Which dam?",
    },
    {
      p: "Another request under the same key is refused: its address with the parameters, `If-Match` and body make it the same.",
    },
    {
      run: `curl -s "$SOURCELINE/api/v1/workspaces/$WORKSPACE/claims/$CLAIM/comments" \\
  ${AUTH} ${JSON_TYPE} -H "Idempotency-Key: comment-1" \\
  -d '{"body": "Which river?"}'`,
      status: 422,
      holds: "idempotency-mismatch",
    },
    {
      p: "A key belongs to one person and one address. One that failed is free again. Answers with a secret in them, such as a new token, are not kept. Objects that you make may also bring their own `id`, a UUID: sent again, the answer is what was made.",
    },
  ],
};

const limits: GuidePage = {
  slug: "limits",
  title: "Rate limits",
  lead: "600 reads and 120 writes a minute for a person, their tokens together, unless the installation says otherwise.",
  blocks: [
    {
      run: `curl -si "$SOURCELINE/api/v1/workspaces" ${AUTH}`,
      status: 200,
      holds: 'ratelimit-policy: "read";q=',
    },
    {
      facts: [
        ["`RateLimit-Policy`", "what is allowed: `q` requests in `w` seconds"],
        ["`RateLimit`", "what is left: `r` requests now, and all of them again in `t` seconds"],
        ["`Retry-After`", "of 429 and 503: seconds to wait before asking again"],
      ],
    },
    {
      p: "The allowance fills up steadily. Reads and writes are counted apart. A [batch](/docs/api/batches) counts as one write for every ten operations. Streams of events are not counted by the minute; 20 may be open at once.",
    },
  ],
};

const offsets: GuidePage = {
  slug: "offsets",
  title: "Places in texts",
  lead: "Unicode code points, counted from 0, half-open: `start` is in, `end` is out.",
  blocks: [
    {
      p: "They count into the text of one version of the article, as the API answers it. A letter outside the basic plane, such as an emoji, is one code point; in JavaScript’s strings it has length 2, in Python’s 1.",
    },
    {
      code: '[...text].slice(start, end).join("")    // JavaScript\ntext[start:end]                          # Python',
    },
    {
      p: "Every span may carry `exact`, the words you mean. Other words there are refused with 422, so that a wrong count is found at once and not in somebody’s review:",
    },
    {
      run: `curl -s "$SOURCELINE/api/v1/workspaces/$WORKSPACE/articles/$ARTICLE/claims" \\
  ${AUTH} ${JSON_TYPE} \\
  -d "{\\"versionId\\": \\"$VERSION\\", \\"spans\\": [{\\"start\\": 18, \\"end\\": 36, \\"exact\\": \\"the dam will hold\\"}]}"`,
      status: 422,
      holds: "/spans/0/exact",
    },
  ],
};

export const basics = [errors, paging, concurrency, idempotency, limits, offsets] as const;
