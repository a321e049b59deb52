import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { families, familyIds } from "./families.ts";

type Rgb = readonly [number, number, number];
const schemes = ["light", "dark"] as const;
const css = ["../../app/globals.css", "./families.css"]
  .map((path) => readFileSync(new URL(path, import.meta.url), "utf8"))
  .join("\n");

function token(name: string, scheme: (typeof schemes)[number]): string {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const value = scheme === "light" ? found?.[1] : found?.[2];
  if (!value) throw new Error(`No colour --${name}`);
  return value;
}

function linear(hex: string): Rgb {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const apply = ([a, b, c]: Rgb, m: readonly Rgb[]) =>
  m.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Rgb; // three rows in, three numbers out

function contrast(a: string, b: string): number {
  const light = (hex: string) => {
    const [red, green, blue] = linear(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [x, y] = [light(a), light(b)];
  return Math.max(x, y) / Math.min(x, y);
}

/** OKLab, so that one number means about one perceived difference for every pair. */
function oklab(rgb: Rgb): Rgb {
  const roots = apply(rgb, [
    [0.41222, 0.53633, 0.05145],
    [0.2119, 0.6807, 0.1074],
    [0.0883, 0.28172, 0.62998],
  ]).map((value) => Math.cbrt(Math.max(0, value))) as unknown as Rgb; // a map over three numbers
  return apply(roots, [
    [0.21045, 0.79362, -0.00407],
    [1.978, -2.42859, 0.45059],
    [0.0259, 0.78277, -0.80868],
  ]);
}

/** Machado, Oliveira and Fernandes 2009, full severity. */
const visions: Record<string, readonly Rgb[]> = {
  typical: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.15229, 1.05258, -0.20487],
    [0.1145, 0.78628, 0.09922],
    [-0.00388, -0.04812, 1.052],
  ],
  deutan: [
    [0.36732, 0.86065, -0.22797],
    [0.28009, 0.6725, 0.04741],
    [-0.01182, 0.04294, 0.96888],
  ],
  tritan: [
    [1.25553, -0.07675, -0.17878],
    [-0.07841, 0.93081, 0.1476],
    [0.00473, 0.69137, 0.3039],
  ],
};

function closestPair(colours: readonly string[], vision: readonly Rgb[]): number {
  const seen = colours.map((hex) => oklab(apply(linear(hex), vision)));
  const distances = seen.flatMap((a, at) =>
    seen.slice(at + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
  );
  return Math.min(...distances);
}

describe.each(schemes)("family colours in the %s theme", (scheme) => {
  it.each(familyIds)("keep words on %s at AA", (id) => {
    for (const bg of [`family-${id}-bg`, `family-${id}-bg-strong`]) {
      expect(contrast(token("ink", scheme), token(bg, scheme))).toBeGreaterThanOrEqual(4.5);
    }
    expect(
      contrast(token(`family-${id}-ink`, scheme), token(`family-${id}-bg`, scheme)),
    ).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token(`family-${id}-ink`, scheme), token("paper", scheme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(familyIds)("draw the line of %s at 3:1 on every ground", (id) => {
    for (const ground of ["paper", "surface", "sunken", `family-${id}-bg`]) {
      expect(contrast(token(`family-${id}-line`, scheme), token(ground, scheme))).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.entries(visions))("stay apart in bars for %s vision", (_, vision) => {
    const lines = familyIds.map((id) => token(`family-${id}-line`, scheme));
    expect(closestPair(lines, vision)).toBeGreaterThanOrEqual(0.06);
  });

  it.each(["ink", "ink-2", "ink-3", "accent", "danger", "warning", "success", "info"])(
    "write %s at AA on every ground",
    (name) => {
      for (const ground of ["paper", "surface", "sunken"]) {
        expect(contrast(token(name, scheme), token(ground, scheme))).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it.each(["accent", "danger", "warning", "success", "info"])("write %s at AA on its wash", (name) => {
    expect(contrast(token(name, scheme), token(`${name}-wash`, scheme))).toBeGreaterThanOrEqual(4.5);
  });

  it("frames controls at 3:1 and labels solid buttons at AA", () => {
    expect(contrast(token("control-line", scheme), token("surface", scheme))).toBeGreaterThanOrEqual(3);
    expect(contrast(token("accent-ink", scheme), token("accent", scheme))).toBeGreaterThanOrEqual(4.5);
    expect(contrast("#ffffff", token("danger-solid", scheme))).toBeGreaterThanOrEqual(4.5);
  });
});

describe("family marks", () => {
  it("are one of a kind, and leave dashed and dotted alone", () => {
    const written = familyIds.map(
      (id) => /: ([^;]+);/.exec(css.slice(css.indexOf(`--family-${id}-mark`)))?.[1],
    );
    expect(new Set(written).size).toBe(familyIds.length);
    expect(new Set(families.map((family) => family.mark)).size).toBe(familyIds.length);
    expect(written.join(" ")).not.toMatch(/dashed|dotted/);
  });
});
