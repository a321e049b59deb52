"use client";
import { BulkBar } from "./bulk-bar.tsx";
import { ChainChooser } from "./chain-chooser.tsx";
import { GuidedDecision } from "./guided-decision.tsx";

/** What tagging puts beside the text: the questions of the codebook, chains to take over, several claims at once. */
export function Tagging() {
  return (
    <>
      <GuidedDecision />
      <ChainChooser />
      <BulkBar />
    </>
  );
}
