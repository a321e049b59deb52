/** Texts whose code points, UTF-16 units, letters and lines do not fall together. */
export const nastyTexts: readonly { readonly name: string; readonly text: string }[] = [
  { name: "plain paragraphs", text: "One line here.\n\nAnother one there." },
  { name: "emoji and flags", text: "Go 🚀 now 🇵🇹🇧🇷!\n\n👩‍👩‍👧‍👦 family 🏴󠁧󠁢󠁳󠁣󠁴󠁿 end" },
  { name: "combining marks", text: "Ze\u0301ro\u0302 q\u0323\u0307 a\u0300\u0301\u0302\n\nकि क्षि" },
  { name: "right to left with Latin", text: "قال Reuters إن العدد 42 شخصا.\n\nאמר Bote אתמול" },
  { name: "Chinese and Japanese", text: "港口已关闭，罢工继续。\n\n会議は𠮷野家で終わった。" },
  { name: "soft hyphens", text: "Donau\u00ADdampf\u00ADschiff\u00ADfahrt ends\n\nco\u00ADop" },
  { name: "a long word", text: `${"abcdefghij".repeat(400)}\n\nend` },
  { name: "tabs and runs of spaces", text: "a\tb\t\tc   d\n\n\tindented  text" },
  { name: "many blank lines", text: "\n\n\nfirst\n\n\n\n\nsecond\n \n\t\nthird\n\n\n" },
  { name: "wrapped lines", text: "one\ntwo\nthree\n\nfour\nfive" },
  { name: "markup and quotes", text: '<b>not bold</b> & &amp; "x"\n\n</article><script>' },
];
