"use client";
import { useRef, useState } from "react";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import type { Adjudication, AdjudicationUnit } from "#lib/contracts/adjudication.ts";
import styles from "./adjudication.module.css";
import type { Reading } from "./adjudication-screen.tsx";
import { CoderColumn } from "./coder-column.tsx";
import { CombineForm } from "./combine-form.tsx";
import type { useAdjudication } from "./use-adjudication.ts";
import { differenceWords, outcomeWords } from "./words.ts";

type Props = {
  unit: AdjudicationUnit;
  passage: Adjudication["passages"][number] | undefined;
  layers: Adjudication["layers"];
  language: string | null;
  direction: Adjudication["direction"];
  reading: Reading;
  work: ReturnType<typeof useAdjudication>;
};

/** One thing that somebody marked: its words in context, each coder's reading of it, and what to make of them. */
export function UnitView({ unit, passage, layers, language, direction, reading, work }: Props) {
  const { claimIds, claims, differs, decision } = unit;
  const [first] = claims;
  return (
    <section className={styles.unit} aria-label="Unit">
      {passage ? (
        <p className={styles.passage} lang={language ?? undefined} dir={direction ?? "auto"}>
          {passage.before}
          <mark>{passage.text}</mark>
          {passage.after}
        </p>
      ) : null}
      <p className={styles.differs}>
        {differs.length === 0 ? <Badge tone="success">All agree</Badge> : null}
        {differs.map((name) => (
          <Badge key={name} tone="warning">
            {differenceWords[name]}
          </Badge>
        ))}
      </p>
      <div className={styles.coders}>
        {layers.map(({ layerId, ownerId }, at) => (
          <CoderColumn
            key={layerId}
            place={at}
            name={reading.nameOf(ownerId)}
            claim={claims.find((claim) => claim.layerId === layerId) ?? null}
            first={first ?? null}
            isTaken={
              decision?.takenFrom != null &&
              claims.some(({ id, layerId: of }) => id === decision.takenFrom && of === layerId)
            }
            reading={reading}
          />
        ))}
      </div>
      {decision ? <Decided unit={unit} reading={reading} work={work} /> : null}
      {decision ? null : (
        <Deciding key={claimIds.join(" ")} unit={unit} layers={layers} reading={reading} work={work} />
      )}
    </section>
  );
}

type PartProps = Pick<Props, "unit" | "reading" | "work">;

function Decided({ unit: { decision }, reading, work }: PartProps) {
  const mayUndo = decision?.mayUndo ?? false;
  const undo = () => void (decision && work.undo(decision.id));
  useHotkeys(
    [
      {
        id: "adjudication-undo",
        keys: "u",
        label: "Take the decision back",
        group: "Adjudication",
        onPress: undo,
      },
    ],
    mayUndo,
  );
  if (!decision) return null;
  return (
    <Notice
      tone={decision.isChangedSince ? "warning" : "success"}
      title={`${outcomeWords[decision.outcome]} by ${reading.nameOf(decision.decidedBy)}`}
      action={
        mayUndo ? (
          <Button size="sm" busy={work.isSending} onClick={undo}>
            Undo <Kbd keys="u" />
          </Button>
        ) : null
      }
    >
      {decision.isChangedSince ? "A coder’s claim has changed since it was decided. " : ""}
      {decision.result ? `“${decision.result.statement || "No statement"}”. ` : ""}
      {decision.reason}
    </Notice>
  );
}

function Deciding({ unit, layers, reading, work }: PartProps & Pick<Props, "layers">) {
  const { claimIds, claims } = unit;
  const [reason, setReason] = useState("");
  const [isCombining, setCombining] = useState(false);
  const choices = layers.flatMap(({ layerId, ownerId }, at) => {
    const claim = claims.find((one) => one.layerId === layerId);
    return claim ? [{ claim, key: String(at + 1), name: reading.nameOf(ownerId) }] : [];
  });
  const take = (takenFrom: string) => void work.decide({ outcome: "taken", claimIds, takenFrom, reason });
  const field = useRef<HTMLTextAreaElement>(null);
  const [isReasonMissing, setReasonMissing] = useState(false);
  const takeNone = () => {
    if (reason.trim() !== "") return void work.decide({ outcome: "none", claimIds, reason });
    setReasonMissing(true);
    field.current?.focus();
  };
  useHotkeys(
    [
      ...choices.map(({ claim, key, name }) => ({
        id: `adjudication-take-${key}`,
        keys: key,
        label: `Take ${name}’s`,
        group: "Adjudication",
        onPress: () => take(claim.id),
      })),
      {
        id: "adjudication-none",
        keys: "0",
        label: "All were wrong",
        group: "Adjudication",
        onPress: takeNone,
      },
      {
        id: "adjudication-combine",
        keys: "c",
        label: "Combine or write anew",
        group: "Adjudication",
        onPress: () => setCombining(true),
      },
    ],
    !(isCombining || work.isSending),
  );
  return (
    <div className={styles.deciding}>
      <TextArea
        ref={field}
        label="Reason"
        aside="needed where all were wrong"
        rows={2}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Only once it was asked for: otherwise words of a reason say nothing of what is decided.
          if (!isReasonMissing || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          takeNone();
        }}
        {...(isReasonMissing && reason.trim() === ""
          ? { error: "Say why none of them is right; Ctrl-Enter sends it." }
          : {})}
      />
      {isCombining ? (
        <CombineForm
          choices={choices}
          reading={reading}
          isSending={work.isSending}
          onCancel={() => setCombining(false)}
          onDecide={(outcome, content) => work.decide({ outcome, claimIds, content, reason })}
        />
      ) : (
        <div className={styles.buttons}>
          {choices.map(({ claim, key, name }) => (
            <Button key={claim.id} variant="primary" busy={work.isSending} onClick={() => take(claim.id)}>
              Take {name}’s <Kbd keys={key} tone="inverse" />
            </Button>
          ))}
          <Button onClick={() => setCombining(true)}>
            Combine or write anew <Kbd keys="c" />
          </Button>
          <Button busy={work.isSending} onClick={takeNone}>
            All were wrong <Kbd keys="0" />
          </Button>
        </div>
      )}
    </div>
  );
}
