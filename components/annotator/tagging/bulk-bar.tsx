"use client";
import { Send, Trash2, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { SourceField } from "#components/chain/source-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { CategoryList } from "../workspace/category-list.tsx";
import { useActions } from "../workspace/use-actions.ts";
import { useStatus, useUi, useWorkspace } from "../workspace/workspace-context.tsx";
import { askBulk, claimsWords, confirmBulk, planFor, skippedWords, undoBulk } from "./bulk.ts";
import styles from "./bulk-bar.module.css";
import { FamilyButtons } from "./family-buttons.tsx";
import { FlagField } from "./flag-field.tsx";

/** What can be done with several claims chosen together. Stands at the foot of the page until they are let go. */
export function BulkBar() {
  const { canWrite } = useWorkspace();
  const chosen = useUi((state) => state.selectedIds);
  const isChoosing = useUi((state) => state.isChoosing);
  const hasReport = useUi((state) => state.bulkReport !== null);
  if (!canWrite || !(isChoosing || hasReport)) return null;
  return (
    <section className={styles.bar} aria-label="Several claims">
      <Report />
      {isChoosing ? <Choices key={chosen.join()} count={chosen.length} /> : null}
    </section>
  );
}

function Choices({ count }: { count: number }) {
  const workspace = useWorkspace();
  const { ui } = workspace;
  const familyKey = useUi((state) => (state.selection ? null : state.familyKey));
  const bulk = useUi((state) => state.bulk);
  const family = workspace.codebook.families.find(({ key }) => key === familyKey);
  const [field, setField] = useState<"source" | "flag" | null>(null);
  const asked = useUi((state) => state.focus?.field);
  useEffect(() => {
    if (asked === "source" || asked === "flag") setField(asked);
  }, [asked]);
  const clear = () => ui.set({ selectedIds: [], familyKey: null, bulk: null, bulkReport: null });
  return (
    <>
      {bulk ? <Summary /> : null}
      {family && !bulk ? (
        <CategoryList
          family={family}
          onPick={(category) => askBulk(workspace, { kind: "provenance", category })}
        />
      ) : null}
      <div className={styles.row}>
        <b className={styles.count}>{claimsWords(count)}</b>
        <FamilyButtons label="Provenance of all" openKey={familyKey} />
        <Button
          size="sm"
          variant="quiet"
          aria-expanded={field === "source"}
          onClick={() => setField("source")}
        >
          Source <Kbd keys="s" />
        </Button>
        <Button size="sm" variant="quiet" aria-expanded={field === "flag"} onClick={() => setField("flag")}>
          Flag <Kbd keys="!" />
        </Button>
        <Button size="sm" icon={<Send />} onClick={() => askBulk(workspace, { kind: "submit" })}>
          Submit
        </Button>
        <IconButton
          size="sm"
          icon={<Trash2 />}
          label="Remove them"
          shortcut="Delete"
          onClick={() => askBulk(workspace, { kind: "remove" })}
        />
        <IconButton size="sm" icon={<X />} label="Choose none" shortcut="Esc" onClick={clear} />
      </div>
      {field === "source" ? (
        <SourceField
          category="named_statement"
          taken={[]}
          onPick={(source) => {
            setField(null);
            askBulk(workspace, { kind: "source", source });
          }}
          onLeave={() => setField(null)}
        />
      ) : null}
      {field === "flag" ? (
        <FlagField
          taken={[]}
          onAdd={(flag) => {
            setField(null);
            askBulk(workspace, { kind: "flag", flag, isOn: true });
          }}
          onLeave={() => setField(null)}
        />
      ) : null}
    </>
  );
}

/** What would happen, before anything does that others notice or that takes something away. */
function Summary() {
  const workspace = useWorkspace();
  const bulk = useUi((state) => state.bulk);
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => confirm.current?.focus(), []);
  if (!bulk) return null;
  const { changes, moves, skipped, reopened, losesChain } = planFor(workspace, bulk);
  const verb = bulk.kind === "submit" ? "Submit" : bulk.kind === "remove" ? "Remove" : "Change";
  const count = changes.length + moves.length;
  return (
    <fieldset className={styles.summary} aria-label="Before it is done">
      <ul className={styles.facts}>
        <li>
          {verb} {claimsWords(count)}
          {bulk.kind === "remove" ? "; claims nested in them that stay receive their links" : ""}.
        </li>
        {reopened > 0 ? <li>{claimsWords(reopened)} approved: back to review.</li> : null}
        {losesChain > 0 ? <li>{claimsWords(losesChain)} with a chain: the chain goes.</li> : null}
        {skipped.length > 0 ? <li>Left out: {claimsWords(skipped.length)}.</li> : null}
      </ul>
      <div className={styles.row}>
        <Button
          ref={confirm}
          size="sm"
          variant={bulk.kind === "remove" ? "danger" : "primary"}
          onClick={() => confirmBulk(workspace)}
        >
          {verb} {claimsWords(count)}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => workspace.ui.set({ bulk: null })}>
          Cancel <Kbd keys="Esc" />
        </Button>
      </div>
    </fieldset>
  );
}

/** What came of it, claim by claim where something did not. */
function Report() {
  const workspace = useWorkspace();
  const { ui, store, index } = workspace;
  const { activate } = useActions();
  const report = useUi((state) => state.bulkReport);
  const latest = useStatus("undoLabel");
  if (!report) return null;
  return (
    <div className={styles.report}>
      <p>
        {report.done} {skippedWords(report.skipped.length)}
      </p>
      {report.skipped.length > 0 ? (
        <ul className={styles.skipped} aria-label="Not changed">
          {report.skipped.map(({ id, reason }) => {
            const claim = store.get(id);
            const words = claim?.statement || claim?.spans.map((span) => index.slice(span)).join(" … ");
            return (
              <li key={id}>
                <button
                  type="button"
                  className={styles.open}
                  onClick={() => {
                    ui.set({ bulkReport: null });
                    activate(id, true);
                  }}
                >
                  {words}
                </button>{" "}
                {reason}
              </li>
            );
          })}
        </ul>
      ) : null}
      <span>
        {report.undoLabel !== null && report.undoLabel === latest ? (
          <Button size="sm" variant="quiet" onClick={() => undoBulk(workspace)}>
            Undo
          </Button>
        ) : null}
        <IconButton
          size="sm"
          icon={<X />}
          label="Put the report away"
          onClick={() => ui.set({ bulkReport: null })}
        />
      </span>
    </div>
  );
}
