import type { Piece } from "#core/text/blocks.ts";

const p = (text: string): Piece => ({ kind: "paragraph", text });
const item = (text: string): Piece => ({ kind: "list_item", text });

/** Pages and the blocks they come to. */
export const pages: readonly { name: string; html: string; pieces: readonly Piece[] }[] = [
  {
    name: "headings and paragraphs",
    html: "<h1>Rain</h1><p>It rained.</p><h3>Later</h3><p>It stopped.",
    pieces: [
      { kind: "heading", level: 1, text: "Rain" },
      p("It rained."),
      { kind: "heading", level: 3, text: "Later" },
      p("It stopped."),
    ],
  },
  {
    name: "inline markup inside words",
    html: "<p>It <b>rain</b>ed <i>to</i>day",
    pieces: [p("It rained today")],
  },
  {
    name: "white space as it is shown",
    html: "<p>\n  It   rained\n\ttoday  </p>",
    pieces: [p("It rained today")],
  },
  { name: "white space around inline tags", html: "<p>a <b> b</b> <i>c</i></p>", pieces: [p("a b c")] },
  { name: "a no-break space, which stays", html: "<p>5&nbsp;km</p>", pieces: [p("5\u00a0km")] },
  { name: "line breaks", html: "<p>one<br>two <br/> three<br></p>", pieces: [p("one\ntwo\nthree")] },
  {
    name: "scripts, styles and comments",
    html: "a<script>if (1 < 2) document.write('<p>x</p>')</script><style>p{}</style><!-- c -->b<noscript><p>n</p></noscript>",
    pieces: [p("ab")],
  },
  { name: "a script that is not closed", html: "<p>a</p><script>var b = '<p>c</p>'", pieces: [p("a")] },
  { name: "a template", html: "<p>a<template><p>b</p><template>c</template></template>d", pieces: [p("ad")] },
  { name: "the head's title, which is not text", html: "<title>T &amp; U</title><p>a", pieces: [p("a")] },
  {
    name: "lists, closed or not",
    html: "<ul><li>a<li><p>b</p><ul><li>c</ul>d</ul>e",
    pieces: [item("a"), item("b"), item("c"), item("d"), p("e")],
  },
  { name: "a list of terms", html: "<dl><dt>a<dd>b</dl>c", pieces: [item("a"), item("b"), p("c")] },
  {
    name: "quotes",
    html: "<blockquote><p>a</p><p>b</p></blockquote>c",
    pieces: [{ kind: "quote", text: "a" }, { kind: "quote", text: "b" }, p("c")],
  },
  {
    name: "preformatted text as it is",
    html: "<pre>\n  a\n\n    b &lt;\n</pre>c",
    pieces: [{ kind: "preformatted", text: "  a\n\n    b <" }, p("c")],
  },
  {
    name: "a table",
    html: "<table><tr><th>a<th>b<tr><td>1</td> <td>2</td></table>",
    pieces: [p("a\tb"), p("1\t2")],
  },
  {
    name: "entities",
    html: "<p>&lt;b&gt; &eacute; &#x1F327; &#0; &nosuch;",
    pieces: [p("<b> é 🌧 \ufffd &nosuch;")],
  },
  { name: "text without any markup", html: "a < b and c", pieces: [p("a < b and c")] },
  {
    name: "stray ends",
    html: "</p></li></ul></blockquote></pre></h1><p>a</p></div>b",
    pieces: [p("a"), p("b")],
  },
];
