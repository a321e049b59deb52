/** Spans as a person or a program gave them, and as they must become, both written in the text. */
export const snappingCases: readonly { name: string; given: string; snapped: string }[] = [
  {
    name: "a span of plain letters",
    given: "He said [it rained] today",
    snapped: "He said [it rained] today",
  },
  { name: "a family joined by ZWJ", given: "a 👩‍[👩‍👧] b", snapped: "a [👩‍👩‍👧] b" },
  { name: "a skin tone", given: "ok 👍[🏽] yes", snapped: "ok [👍🏽] yes" },
  { name: "the second of two flags, cut", given: "🇺🇦🇩[🇪]", snapped: "🇺🇦[🇩🇪]" },
  { name: "two flags, cut in the middle of each", given: "x🇺[🇦🇩]🇪y", snapped: "x[🇺🇦🇩🇪]y" },
  { name: "the tag sequence of a subdivision flag", given: "[🏴]󠁧󠁢󠁳󠁣󠁴󠁿!", snapped: "[🏴󠁧󠁢󠁳󠁣󠁴󠁿]!" },
  { name: "a keycap", given: "press [1]️⃣ now", snapped: "press [1️⃣] now" },
  { name: "a mark without a composed form", given: "x[q̃]y", snapped: "x[q̃]y" },
  { name: "a mark cut from its letter", given: "x[q]̃y", snapped: "x[q̃]y" },
  { name: "a mark alone", given: "xq[̃]y", snapped: "x[q̃]y" },
  { name: "Hangul jamo", given: "\u1112[\u1161]\u11ab글", snapped: "[\u1112\u1161\u11ab]글" },
  { name: "composed Hangul", given: "서[울]에서", snapped: "서[울]에서" },
  { name: "Arabic with vowel signs", given: "قا[ل]َ الوزير", snapped: "قا[لَ] الوزير" },
  { name: "Hebrew with points", given: "[ש]ָׁלוֹם", snapped: "[שָׁ]לוֹם" },
  { name: "a Devanagari conjunct", given: "क्[ष]त्रिय", snapped: "[क्ष]त्रिय" },
  { name: "Thai with a tone mark", given: "เขาก[ล]่าว", snapped: "เขาก[ล่]าว" },
  { name: "Chinese", given: "他说[下雨]了。", snapped: "他说[下雨]了。" },
  { name: "a soft hyphen, which is a cluster of its own", given: "co[\u00ad]op", snapped: "co[\u00ad]op" },
  { name: "a line of two units", given: "a[\r]\nb", snapped: "a[\r\n]b" },
];

/** Every boundary is the end of a bracket; between two brackets nothing is left out. */
export const clusterTexts: readonly string[] = [
  "plain words",
  "👩‍👩‍👧👨‍🚀🏳️‍🌈",
  "🇺🇦🇩🇪🇫🇷🇺",
  "q̃e̊́z̧",
  "한국어 한글",
  "שָׁלוֹם לָכֶם",
  "السَّلامُ عليكم",
  "क्षत्रिय नमस्ते",
  "เขากล่าวว่า น้ำ",
  "日本が言った。",
  "a\r\nb\tc",
  "©‍‼️ and 1️⃣2️⃣",
  "\u0600123 \u0d4eക",
];
