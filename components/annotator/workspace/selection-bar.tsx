"use client";
import { CaseSensitive, MessageSquare, Minus, Plus, WholeWord, X } from "lucide-react";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { facetLabels } from "#core/provenance/facet-labels.ts";
import { hedgeTypes } from "#core/provenance/facets.ts";
import type { Span } from "#core/text/span.ts";
import { FamilyButtons } from "../tagging/family-buttons.tsx";
import { CategoryList } from "./category-list.tsx";
import { useSnap } from "./snap-preference.ts";
import styles from "./text-pane.module.css";
import { dropSelection, openComments, pickNames, useActions } from "./use-actions.ts";
import { usePlacement } from "./use-placement.ts";
import { cutOutSelection, cutsInto } from "./use-span-hotkeys.ts";
import { useActiveClaim, useUi, useWorkspace } from "./workspace-context.tsx";

/** What can be done with the words just selected. The selection stays where it is: no click takes it away. */
export function SelectionBar() {
  const { canWrite } = useWorkspace();
  const selection = useUi((state) => state.selection);
  const engine = useUi((state) => state.engine);
  const familyKey = useUi((state) => state.familyKey);
  const picking = useUi((state) => state.picking);
  const box = useRef<HTMLDivElement>(null);
  const isExplaining = useUi((state) => state.isExplaining);
  const isShown = canWrite && selection !== null;
  const place = usePlacement(
    engine,
    isShown ? selection.span : null,
    box,
    `${familyKey} ${picking?.kind} ${isExplaining}`,
  );
  if (!isShown) return null;
  return (
    <div
      ref={box}
      className={styles.bar}
      role="toolbar"
      aria-label="Selected words"
      style={place ? { left: place.left, top: place.top } : { visibility: "hidden" }}
      onPointerDown={(event) => event.preventDefault()}
    >
      {picking ? <PickChoices span={selection.span} /> : <ClaimChoices span={selection.span} />}
    </div>
  );
}

function ClaimChoices({ span }: { span: Span }) {
  const workspace = useWorkspace();
  const { codebook } = workspace;
  const { mark, addFragment, setCategory } = useActions();
  const active = useActiveClaim();
  const familyKey = useUi((state) => state.familyKey);
  const family = codebook.families.find(({ key }) => key === familyKey);
  return (
    <>
      <div className={styles.row}>
        <Button size="sm" variant="primary" onClick={() => mark(span, null)}>
          Claim <Kbd keys="Enter" tone="inverse" />
        </Button>
        <span className={styles.divider} />
        <FamilyButtons label="Provenance" openKey={familyKey} />
        {active ? (
          <Button size="sm" variant="quiet" icon={<Plus />} onClick={() => addFragment(active.id, span)}>
            Fragment <Kbd keys="+" />
          </Button>
        ) : null}
        {active && cutsInto(active, span) ? (
          <Button size="sm" variant="quiet" icon={<Minus />} onClick={() => cutOutSelection(workspace)}>
            Take out <Kbd keys="-" />
          </Button>
        ) : null}
        <IconButton
          size="sm"
          label="Comment"
          shortcut="Shift-M"
          icon={<MessageSquare />}
          onClick={() => openComments(workspace, { span })}
        />
        <SnapSwitch />
        <IconButton
          size="sm"
          label="Give up the selection"
          shortcut="Esc"
          icon={<X />}
          onClick={() => dropSelection(workspace)}
        />
      </div>
      {family ? <CategoryList family={family} onPick={setCategory} /> : null}
    </>
  );
}

/** Whole words, or letter by letter where a claim begins inside one. */
function SnapSwitch() {
  const [snap, setSnap] = useSnap();
  const isByLetter = snap === "graphemes";
  return (
    <IconButton
      size="sm"
      label={isByLetter ? "Select whole words" : "Select letter by letter"}
      shortcut="w"
      icon={isByLetter ? <WholeWord /> : <CaseSensitive />}
      onClick={() => setSnap(isByLetter ? "words" : "graphemes")}
    />
  );
}

function PickChoices({ span }: { span: Span }) {
  const { ui, store, announce } = useWorkspace();
  const workspace = useWorkspace();
  const { commitSelection } = useActions();
  const picking = useUi((state) => state.picking);
  const active = useActiveClaim();
  if (!picking || !active) return null;
  if (picking.kind !== "hedge") {
    return (
      <div className={styles.row}>
        <Button size="sm" variant="primary" onClick={() => commitSelection(span)}>
          Mark as the {pickNames[picking.kind]} <Kbd keys="Enter" tone="inverse" />
        </Button>
        <Button size="sm" variant="quiet" onClick={() => ui.set({ picking: null })}>
          Cancel
        </Button>
      </div>
    );
  }
  return (
    <fieldset className={styles.hedges} aria-label="Kind of hedge">
      {hedgeTypes.map((type) => (
        <Button
          key={type}
          size="sm"
          variant="quiet"
          title={facetLabels.hedge[type].definition}
          onClick={() => {
            store.change(active.id, { hedges: [...active.hedges, { type, span }] }, "Mark a hedge");
            dropSelection(workspace);
            ui.set({ picking: null });
            announce("Hedge marked.");
          }}
        >
          {facetLabels.hedge[type].label}
        </Button>
      ))}
    </fieldset>
  );
}
