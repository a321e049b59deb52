import { familyIds } from "#core/provenance/codebook.ts";
import { LAYER_CAP } from "./layers.ts";
import { activeName, CROWD_NAME, groupName, laneOf, type SpecialKind, specialName } from "./paint-groups.ts";

/**
 * Per layer: which family background, how strong (%). Both backgrounds carry text at AA, and so does any mixture
 * of them with the paper. Upper layers are the stronger one, let the lower ones through, and so darken overlaps.
 */
const LAYER_PAINT = [
  { token: "bg", strength: 100 },
  { token: "bg-strong", strength: 62 },
  { token: "bg-strong", strength: 74 },
  { token: "bg-strong", strength: 86 },
] as const;

const FAINT = 0.55;
/** `--paint-strength` is lowered on the article while a claim is active: its siblings dim without a repaint of ranges. */
const STRENGTH = "var(--paint-strength, 1)";

const SPECIALS: Readonly<Record<SpecialKind, string>> = {
  uncovered: "background-color: color-mix(in srgb, var(--warning, #7a5200) 13%, transparent);",
  suggestion: "text-decoration: underline dotted 2px; text-decoration-color: var(--ink-muted, GrayText);",
  presence: "background-color: color-mix(in srgb, var(--accent, #3b6ea8) 18%, transparent);",
  search: "background-color: light-dark(#fff3a3, #5c5200);",
  "search-current": "background-color: light-dark(#ffd84d, #8a7a00); text-decoration: underline solid 2px;",
  hovered: "background-color: color-mix(in srgb, currentcolor 12%, transparent);",
  hedge: "text-decoration: underline dotted 1px; text-decoration-color: currentcolor;",
  addressee: "background-color: color-mix(in srgb, currentcolor 8%, transparent);",
  cue: "background-color: color-mix(in srgb, currentcolor 14%, transparent); text-decoration: underline solid 1px;",
  mention:
    "background-color: color-mix(in srgb, currentcolor 14%, transparent); text-decoration: underline solid 2px;",
  selection: "background-color: color-mix(in srgb, var(--accent, #3b6ea8) 32%, transparent);",
};

/** Rules stand on the blocks, not the root: not every browser lets highlight styles be inherited. */
function rule(name: string, declarations: string): string {
  return `[data-start]::highlight(${name}) { ${declarations} }`;
}

function line(family: string, carried: boolean): string {
  const mark = carried ? "underline dashed 2px" : `var(--family-${family}-mark)`;
  return `text-decoration: ${mark}; text-decoration-color: var(--family-${family}-line);`;
}

function background(family: string, layer: number, faint: boolean): string {
  const { token, strength } = LAYER_PAINT[layer] ?? LAYER_PAINT[0];
  const percent = `calc(${Math.round(strength * (faint ? FAINT : 1))}% * ${STRENGTH})`;
  return `background-color: color-mix(in srgb, var(--family-${family}-${token}) ${percent}, transparent);`;
}

function rulesOf(family: (typeof familyIds)[number]): string[] {
  const rules: string[] = [];
  for (const carried of [false, true]) {
    const strong = `background-color: var(--family-${family}-bg-strong);`;
    for (const faint of [false, true]) {
      const lane = laneOf({ family, carried, faint });
      for (let layer = 0; layer < LAYER_CAP; layer += 1) {
        rules.push(rule(groupName(lane, layer), background(family, layer, faint) + line(family, carried)));
      }
    }
    rules.push(rule(activeName({ family, carried }), strong + line(family, carried)));
  }
  return rules;
}

export function highlightCss(): string {
  // Reason for `as`: the keys of a Record over a closed union are that union.
  const specials = (Object.keys(SPECIALS) as SpecialKind[]).map((kind) =>
    rule(specialName(kind), SPECIALS[kind]),
  );
  const crowd = "background-color: color-mix(in srgb, currentcolor 22%, transparent);";
  return [...familyIds.flatMap(rulesOf), rule(CROWD_NAME, crowd), ...specials].join("\n");
}

const installed = new WeakSet<Document>();

/** A constructed sheet is not inline style, so it needs no exception in the content security policy. */
export function installHighlightStyles(document: Document): void {
  if (installed.has(document)) return;
  installed.add(document);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(highlightCss());
  document.adoptedStyleSheets.push(sheet);
}
