/** Texts of others that would run, load or break out of a page if they stood in it as they are. */
export const pagePayloads: readonly string[] = [
  "<script>alert(1)</script>",
  "</style><script>alert(1)</script>",
  "</title><img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '" style="background:url(//evil.example/x)',
  "<!--",
  "-->",
  "<![CDATA[",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
  "<base href=//evil.example>",
  "<link rel=stylesheet href=//evil.example/x.css>",
  "</section></article></main></body></html>",
  "&lt;script&gt;",
  "&#60;script&#62;",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "{{alert(1)}}",
  "<p\u0000onclick=alert(1)>",
  "\u202Egnihtyna",
];

/** Addresses as people enter them, and what is linked. */
export const addresses: readonly (readonly [url: string | null, isLinked: boolean])[] = [
  ["https://example.org/a?b=1&c=2", true],
  ["HTTP://EXAMPLE.ORG/", true],
  [null, false],
  ["", false],
  ["javascript:alert(1)", false],
  ["JaVaScRiPt:alert(1)", false],
  ["data:text/html,x", false],
  ["//example.org", false],
  ["ftp://example.org", false],
  ["https://", false],
  ["https://a b", false],
  [" https://example.org", false],
  ["https://example.org\njavascript:alert(1)", false],
];

/** Brackets are claims in their order; `‹1›` is the number, `{` and `}` the edges of a mark. */
export const markings: readonly {
  readonly name: string;
  readonly source: string;
  readonly claims: readonly (readonly number[])[];
  readonly shown: string;
}[] = [
  { name: "one claim", source: "He said [it rained].", claims: [[0]], shown: "He said ‹1›{it rained}." },
  { name: "a whole text", source: "[It rained.]", claims: [[0]], shown: "‹1›{It rained.}" },
  {
    name: "two side by side",
    source: "[It rained.][It snowed.]",
    claims: [[0], [1]],
    shown: "‹1›{It rained.}‹2›{It snowed.}",
  },
  {
    name: "a discontinuous claim",
    source: "[The road], he said, [is closed].",
    claims: [[0, 1]],
    shown: "‹1›{The road}, he said, {is closed}.",
  },
  {
    name: "one within another",
    source: "[He said [it rained] today].",
    claims: [[0], [1]],
    shown: "‹1›{He said }{‹2›{it rained}}{ today}.",
  },
  {
    name: "one at the start of another",
    source: "[[He said] it rained].",
    claims: [[0], [1]],
    shown: "‹1›{‹2›{He said}}{ it rained}.",
  },
  {
    name: "two of the same words",
    source: "[It rained].",
    claims: [[0], [0]],
    shown: "‹1›{‹2›{It rained}}.",
  },
  {
    name: "emoji and a right-to-left text",
    source: "🌧️ [שלום 👩‍👩‍👧] x",
    claims: [[0]],
    shown: "🌧️ ‹1›{שלום 👩‍👩‍👧} x",
  },
  {
    name: "one over two paragraphs",
    source: "It [rained.\n\nIt snowed] too.",
    claims: [[0]],
    shown: "It ‹1›{rained.}¶{It snowed} too.",
  },
  {
    name: "signs that mean something in a page",
    source: "[a < b & c > d]",
    claims: [[0]],
    shown: "‹1›{a < b & c > d}",
  },
];
