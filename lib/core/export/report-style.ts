import type { FamilyId } from "../provenance/codebook.ts";

type Paint = { readonly bg: string; readonly line: string; readonly ink: string; readonly mark: string };

/**
 * The light colours and underlines of the families, as the interface paints them: core may not read its style sheet, so
 * a test holds the two equal. Dashed means carried over and belongs to no family.
 */
export const familyPaints: Readonly<Record<FamilyId, Paint>> = {
  official: { bg: "#cfe7fe", line: "#2a7de0", ink: "#0f4a86", mark: "underline solid 3px" },
  on_the_record: { bg: "#d0f9e0", line: "#2f7a66", ink: "#0b5238", mark: "underline solid 1px" },
  anonymous: { bg: "#fdcebb", line: "#a8430a", ink: "#86300a", mark: "underline wavy 1px" },
  other_media: { bg: "#e5cfdc", line: "#c93aa8", ink: "#7c1b54", mark: "underline double 1px" },
  documents: { bg: "#f9e5ad", line: "#9c7b00", ink: "#5c4800", mark: "underline overline solid 1px" },
  own_voice: { bg: "#d2d2fc", line: "#5a1ea0", ink: "#43298c", mark: "none" },
  unclear: { bg: "#e5e3dd", line: "#2f2d2a", ink: "#45433f", mark: "underline wavy 2px" },
};

const families = Object.entries(familyPaints).map(
  ([id, { bg, line, ink, mark }]) =>
    `.${id}{background:${bg};text-decoration:${mark};text-decoration-color:${line}}.chip.${id}{color:${ink};border-color:${line};text-decoration:none}`,
);

/** Everything a report needs, for the screen and for paper: no file is fetched, nothing runs. Light only. */
export const reportStyle = `:root{color-scheme:light}
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;background:#fff;color:#22201d;font:1rem/1.6 Georgia,"Source Serif 4","Times New Roman",serif}
main{max-width:46rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem;text-wrap:balance}
h2{font:600 1.05rem/1.3 system-ui,sans-serif;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:1px solid #d8d5cd;break-after:avoid}
.meta,.method,.claim,.sources,.legend,.number{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.meta{color:#5d5a54;font-size:.85rem;margin:0 0 .25rem;overflow-wrap:anywhere}
a{color:#0f4a86}
.text{margin-top:1.75rem;overflow-wrap:anywhere}
.text p,.text li,.text blockquote,.text pre{margin:0 0 1rem;white-space:pre-wrap;line-height:1.9}
.text h3{font-size:1.15rem;line-height:1.4;margin:1.5rem 0 .5rem;white-space:pre-wrap;break-after:avoid}
.text blockquote{padding-inline-start:1rem;border-inline-start:3px solid #d8d5cd}
.text li{margin-inline-start:1.25rem}
.text pre{font:.85rem/1.6 ui-monospace,monospace}
.mark{text-decoration-skip-ink:none;text-underline-offset:.18em;box-decoration-break:clone;-webkit-box-decoration-break:clone;padding:.05em 0}
${families.join("\n")}
.mark.carried{text-decoration:underline dashed 2px}
.number{font-size:.65rem;font-weight:600;line-height:1;vertical-align:super;text-decoration:none;color:#22201d;background:#fff;border:1px solid #8d897f;border-radius:.6em;padding:.05em .35em;margin-inline-end:.15em;unicode-bidi:isolate}
.legend{display:flex;flex-wrap:wrap;gap:.35rem .9rem;font-size:.8rem;list-style:none;margin:1.5rem 0 0;padding:0}
.legend .mark{padding:.05em .4em;margin-inline-end:.3em}
.chip{display:inline-block;font-size:.75rem;font-weight:600;border:1px solid;border-radius:.25rem;padding:0 .4rem;line-height:1.5}
.plain{background:#f4f2ec;border-color:#b9b5aa;color:#3b3934}
.claim{border-inline-start:3px solid #d8d5cd;padding-inline-start:.9rem;margin:0 0 1.1rem;font-size:.875rem;line-height:1.5;break-inside:avoid;overflow-wrap:anywhere}
.claim p{margin:.15rem 0}
.claim .number{vertical-align:.3em}
.claim .said{font:1rem/1.5 Georgia,"Source Serif 4",serif}
.claim .quote{color:#5d5a54;font-style:italic}
.claim .chain b{font-weight:600}
.nested{margin-inline-start:1.5rem}
.sources{border-collapse:collapse;width:100%;font-size:.82rem}
.sources th,.sources td{text-align:start;vertical-align:top;padding:.3rem .75rem .3rem 0;border-bottom:1px solid #e6e3db;overflow-wrap:anywhere}
.sources tr{break-inside:avoid}
.sources thead{display:table-header-group}
.method{margin-top:3rem;padding-top:1rem;border-top:2px solid #22201d;color:#3b3934;font-size:.8rem;break-inside:avoid}
article+article{margin-top:4rem;padding-top:3rem;border-top:2px solid #22201d}
@page{margin:20mm 18mm}
@media print{body{font-size:10.5pt}main{max-width:none;padding:0}article+article{break-before:page;border:0;margin:0;padding:0}a{color:inherit;text-decoration:none}.text p{orphans:3;widows:3}}
`;
