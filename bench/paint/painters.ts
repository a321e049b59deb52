import "@recogito/text-annotator/text-annotator.css";
import { createTextAnnotator } from "@recogito/text-annotator";
import { FallbackPainter } from "../../components/annotator/dom/fallback-paint.ts";
import { HighlightPainter } from "../../components/annotator/dom/paint.ts";
import type { PaintedClaim } from "../../components/annotator/dom/paint-groups.ts";
import type { TextMap } from "../../components/annotator/dom/text-map.ts";
import { nextFrame } from "./frames.ts";

export const methods = ["sourceline", "recogito", "recogito-spans", "wrapping"] as const;
export type Method = (typeof methods)[number];

export type BenchPainter = {
  readonly setAll: (claims: readonly PaintedClaim[]) => Promise<void> | void;
  readonly put: (claim: PaintedClaim) => void;
  readonly setActive: (id: string | null) => void;
};

export function painterOf(method: Method, map: TextMap): BenchPainter {
  if (method === "recogito") return recogito(map, "CSS_HIGHLIGHTS");
  if (method === "recogito-spans") return recogito(map, "SPANS");
  return method === "wrapping" ? new FallbackPainter(map) : new HighlightPainter(map);
}

function recogito(map: TextMap, renderer: "CSS_HIGHLIGHTS" | "SPANS"): BenchPainter {
  const annotator = createTextAnnotator(map.root, { renderer });
  const isDrawn = () =>
    renderer === "SPANS" ? document.querySelector(".r6o-annotation") !== null : CSS.highlights.size > 0;
  const toAnnotation = (claim: PaintedClaim) => ({
    id: claim.id,
    bodies: [],
    target: {
      annotation: claim.id,
      selector: claim.spans.map((span) => ({
        quote: map.index.slice(span),
        start: map.index.toUtf16(span.start),
        end: map.index.toUtf16(span.end),
        range: map.rangeOf(span) ?? document.createRange(),
      })),
    },
  });
  return {
    // It draws after timers of its own.
    setAll: async (claims) => {
      annotator.setAnnotations(claims.map(toAnnotation));
      while (!isDrawn()) await nextFrame();
    },
    put: (claim) => void annotator.addAnnotation(toAnnotation(claim)),
    setActive: (id) => void annotator.setSelected(id ?? undefined),
  };
}
