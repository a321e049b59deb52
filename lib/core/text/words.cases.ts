/** `[given]` grows to `[whole]`. */
export const wordCases: readonly { name: string; given: string; whole: string }[] = [
  { name: "part of a word", given: "He sa[id it rai]ned today", whole: "He [said it rained] today" },
  { name: "one letter", given: "He said i[t] rained", whole: "He said [it] rained" },
  { name: "whole words", given: "He said [it rained] today", whole: "He said [it rained] today" },
  { name: "an apostrophe", given: "It d[o]n’t rain", whole: "It [don’t] rain" },
  { name: "a hyphen", given: "a well-kn[ow]n man", whole: "a well-[known] man" },
  { name: "a soft hyphen", given: "a co\u00ad[op] b", whole: "a [co\u00adop] b" },
  { name: "a number", given: "about 1[,2]00 men", whole: "about [1,200] men" },
  { name: "spaces at the ends", given: "He[ said ]it", whole: "He[ said ]it" },
  { name: "punctuation", given: "He said[.] It", whole: "He said[.] It" },
  { name: "an emoji", given: "rain 👩‍[👩‍👧] today", whole: "rain [👩‍👩‍👧] today" },
  { name: "a tab and a line end", given: "a\tra[in]\nb", whole: "a\t[rain]\nb" },
  { name: "Chinese", given: "他说今天下[雨]了。", whole: "他说今天[下雨]了。" },
  { name: "Chinese behind a stop", given: "今天。下[雨]了", whole: "今天。[下雨]了" },
  { name: "Hebrew", given: "הוא אמ[ר] שירד", whole: "הוא [אמר] שירד" },
  { name: "Arabic with vowel signs", given: "قا[لَ] الوزير", whole: "[قالَ] الوزير" },
  { name: "Hangul", given: "서[울]에서 말했다", whole: "[서울에서] 말했다" },
  { name: "a combining mark", given: "the q\u0303u[o]te", whole: "the [q\u0303uote]" },
];
export const noWord: readonly string[] = ["a[ ]b", "a[,] b", "a [👩‍👩‍👧] b", "a[\n]b", "。[、]。"];
