import { type FamilyId, familyIds } from "#core/provenance/codebook.ts";
import { LAYER_CAP } from "./layers.ts";
import {
  activeName,
  CROWD_NAME,
  groupName,
  laneOf,
  type SpecialKind,
  specialKinds,
  specialName,
} from "./paint-groups.ts";

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

const tint = (percent: number): string =>
  `background-color: color-mix(in srgb, currentcolor ${percent}%, transparent);`;

/**
 * The parts of the active claim may lie on its strong colour, so they are told apart in ink, and calmly: who is named
 * on a grey ground with a thick line, the cue with a thin one, whom it was said to between two lines. A hedge has the
 * accent, which is no family's.
 */
const SPECIALS: Readonly<Record<SpecialKind, string>> = {
  comment: "background-color: color-mix(in srgb, var(--accent, Highlight) 13%, transparent);",
  uncovered: "background-color: color-mix(in srgb, var(--warning, CanvasText) 13%, transparent);",
  suggestion: "text-decoration: underline dotted 2px; text-decoration-color: var(--ink-2, GrayText);",
  presence: "background-color: color-mix(in srgb, var(--accent, Highlight) 18%, transparent);",
  search: "background-color: light-dark(#fff3a3, #5c5200);",
  "search-current": "background-color: light-dark(#ffd84d, #8a7a00); text-decoration: underline solid 2px;",
  hovered: tint(12),
  hedge:
    "background-color: color-mix(in srgb, var(--accent, Highlight) 20%, transparent); text-decoration: underline solid 1px; text-decoration-color: var(--accent, currentcolor);",
  addressee: `${tint(7)} text-decoration: underline overline solid 1px; text-decoration-color: currentcolor;`,
  cue: `${tint(8)} text-decoration: underline solid 1px; text-decoration-color: currentcolor;`,
  mention: `${tint(20)} text-decoration: underline solid 3px; text-decoration-color: currentcolor;`,
  selection: "background-color: color-mix(in srgb, var(--accent, Highlight) 32%, transparent);",
};

const PLAIN = "background-color: Canvas; color: CanvasText;";

/** The reader's own colours: families are told apart by their lines alone, depth by tints of the text's colour. */
const FORCED_SPECIALS: Readonly<Record<SpecialKind, string>> = {
  comment: "background-color: color-mix(in srgb, Mark 45%, Canvas); color: CanvasText;",
  uncovered: "background-color: color-mix(in srgb, GrayText 30%, Canvas);",
  suggestion: "text-decoration: underline dotted 2px CanvasText;",
  presence: "background-color: color-mix(in srgb, LinkText 30%, Canvas);",
  search: "background-color: Mark; color: MarkText;",
  "search-current":
    "background-color: Mark; color: MarkText; text-decoration: underline overline solid 2px MarkText;",
  hovered: tint(25),
  hedge: `${PLAIN} text-decoration: overline solid 2px CanvasText;`,
  addressee: `${PLAIN} text-decoration: underline overline solid 1px CanvasText;`,
  cue: `${PLAIN} text-decoration: underline solid 4px CanvasText;`,
  mention: "background-color: CanvasText; color: Canvas;",
  selection: "background-color: SelectedItem; color: SelectedItemText;",
};

function markOf(family: FamilyId, carried: boolean): string {
  return `text-decoration: ${carried ? "underline dashed 2px" : `var(--family-${family}-mark)`};`;
}

/** Lines of dimmed siblings stay plainer to see than their grounds: they are what tells families apart. */
function line(family: FamilyId, carried: boolean): string {
  const percent = `calc(40% + 60% * ${STRENGTH})`;
  const colour = `color-mix(in srgb, var(--family-${family}-line) ${percent}, transparent)`;
  return `${markOf(family, carried)} text-decoration-color: ${colour};`;
}

function background(family: FamilyId, layer: number, faint: boolean): string {
  const { token, strength } = LAYER_PAINT[layer] ?? LAYER_PAINT[0];
  const percent = `calc(${Math.round(strength * (faint ? FAINT : 1))}% * ${STRENGTH})`;
  return `background-color: color-mix(in srgb, var(--family-${family}-${token}) ${percent}, transparent);`;
}

type Look = { readonly name: string; readonly usual: string; readonly forced: string };

/** How every highlight looks, and how it looks in forced colours. */
function looks(): Look[] {
  const crowd = { name: CROWD_NAME, usual: tint(22), forced: tint(30) };
  const specials = specialKinds.map((kind) => ({
    name: specialName(kind),
    usual: SPECIALS[kind],
    forced: FORCED_SPECIALS[kind],
  }));
  return [...familyIds.flatMap(looksOf), crowd, ...specials];
}

function looksOf(family: FamilyId): Look[] {
  return [false, true].flatMap((carried) => {
    const layered = [false, true].flatMap((faint) => layersOf(family, carried, faint));
    const mark = markOf(family, carried);
    const active = {
      name: activeName({ family, carried }),
      usual: `background-color: var(--family-${family}-bg-strong); ${mark} text-decoration-color: var(--family-${family}-line);`,
      forced: `background-color: Highlight; color: HighlightText; ${mark} text-decoration-color: HighlightText;`,
    };
    return [...layered, active];
  });
}

function layersOf(family: FamilyId, carried: boolean, faint: boolean): Look[] {
  const lane = laneOf({ family, carried, faint });
  return Array.from({ length: LAYER_CAP }, (_, layer) => ({
    name: groupName(lane, layer),
    usual: background(family, layer, faint) + line(family, carried),
    forced: `${tint(faint ? 6 : 12)} ${markOf(family, carried)} text-decoration-color: ${faint ? "GrayText" : "CanvasText"};`,
  }));
}

const PROBE_NAME = "sl-probe";
const PROBE_COLOUR = "rgb(1, 2, 3)";

/** `scope`: the elements whose highlights are styled. */
function highlightCss(scope: string): string {
  const all = looks();
  const rules = (which: "usual" | "forced"): string =>
    all.map((look) => `${scope}::highlight(${look.name}) { ${look[which]} }`).join("\n");
  const print = "[data-painted] { print-color-adjust: exact; }";
  const own = "[data-painted] { forced-color-adjust: none; color: CanvasText; --focus: Highlight; }";
  const probe = `[data-painted]::highlight(${PROBE_NAME}) { background-color: ${PROBE_COLOUR}; }`;
  return `${probe}\n${print}\n${rules("usual")}\n@media (forced-colors: active) {\n${own}\n${rules("forced")}\n}`;
}

const installed = new WeakSet<Document>();

/**
 * Makes the highlights of painted articles (`data-painted`) look like claims. A constructed sheet is not inline
 * style, so it needs no exception in the content security policy.
 */
export function installHighlightStyles(article: HTMLElement): void {
  const document = article.ownerDocument;
  const block = article.querySelector("[data-start]");
  if (!block || installed.has(document)) return;
  installed.add(document);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(highlightCss("[data-painted]"));
  document.adoptedStyleSheets.push(sheet);
  if (!inheritsHighlights(block)) sheet.replaceSync(highlightCss("[data-painted] [data-start]"));
}

/**
 * True where blocks take highlight styles from the article. A hundred rules matched once for the article instead
 * of once for every block take a tenth of the time; not every browser can.
 */
function inheritsHighlights(block: Element): boolean {
  return getComputedStyle(block, `::highlight(${PROBE_NAME})`).backgroundColor === PROBE_COLOUR;
}
