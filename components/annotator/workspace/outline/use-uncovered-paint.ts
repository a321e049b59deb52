"use client";
import { useEffect } from "react";
import { useUi } from "../workspace-context.tsx";
import { useOutline, useOutlineState } from "./outline-context.tsx";

/** Paints the sentences without a claim on the text while a person asks for it. */
export function useUncoveredPaint(): void {
  const engine = useUi((state) => state.engine);
  const { coverage } = useOutline();
  const isOn = useOutlineState((state) => state.isPaintingUncovered);
  useEffect(() => {
    engine?.painter.setSpecial(
      "uncovered",
      isOn && coverage ? coverage.uncovered.map(({ span }) => span) : [],
    );
  }, [engine, coverage, isOn]);
}
