"use client";
import { ArrowLeft } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { categoryOf, offeredFor } from "#core/provenance/codebook.ts";
import {
  type Answers,
  backTo,
  type Decision,
  type DecisionStart,
  decide,
  decisionOrder,
  type QuestionId,
  withAnswer,
} from "#core/provenance/decision-order.ts";
import { inheritedCount } from "#lib/client/workspace/chain-edit.ts";
import { useActions } from "../workspace/use-actions.ts";
import { useActiveClaim, useUi, useWorkspace, type Workspace } from "../workspace/workspace-context.tsx";
import type { TagTarget } from "../workspace/workspace-types.ts";
import { AskingPanel } from "./asking-panel.tsx";
import { CategoryCard } from "./category-card.tsx";
import styles from "./guided-decision.module.css";
import { tagLink } from "./tag.ts";
import { exactElsewhere } from "./take-over.ts";

/** The codebook's decision order, one question at a time, while the text stays in sight (domain.md). */
export function GuidedDecision() {
  const asking = useUi((state) => state.asking);
  if (asking?.kind !== "decision") return null;
  return <Questions target={asking.target} />;
}

function Questions({ target }: { target: TagTarget }) {
  const workspace = useWorkspace();
  const { ui, announce } = workspace;
  const { mark } = useActions();
  const { start, sources } = useSubject(target);
  const [answers, setAnswers] = useState<Answers>({});
  const decision = comingTo(decide(answers, start), workspace);
  const exact = decision.kind === "category" ? exactElsewhere(workspace, decision.category, sources) : null;
  const go = (next: Answers) => {
    setAnswers(next);
    announce(wordsOf(comingTo(decide(next, start), workspace), (id) => labelOf(id)));
  };
  const labelOf = (id: string) => categoryOf(workspace.codebook, id)?.label ?? id;
  const answer = (yes: boolean) => go(withAnswer(answers, yes, start));
  const back = (question?: QuestionId) => go(backTo(answers, start, question));
  const leave = () => ui.set({ asking: null });
  const take = (category: string) => {
    leave();
    if (target.kind === "words") mark(target.span, category);
    else tagLink(workspace, target, category);
  };
  const takeOffered = (category: string) => {
    if (offeredFor(workspace.codebook, category, workspace.switchedOff)) take(category);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const meaning = meaningOf(event, decision.kind, exact !== null);
    if (meaning === "back") back();
    else if (meaning === "yes" || meaning === "no") answer(meaning === "yes");
    else if (meaning === "take" && decision.kind === "category") takeOffered(decision.category);
    else if (meaning === "exact" && exact) take(exact.category);
    return meaning !== null;
  };
  return (
    <AskingPanel
      title={start === "first" ? "How does the article know?" : "How did it get from there?"}
      onLeave={leave}
      onKey={onKey}
    >
      <div className={styles.body}>
        <Path decision={decision} answers={answers} onBack={back} />
        {decision.kind === "ask" ? (
          <Ask question={decision.question} onAnswer={answer} />
        ) : (
          <Outcome category={decision.category} exact={exact?.category ?? null} onTake={take} />
        )}
        {decision.path.length > 0 ? (
          <Button size="sm" variant="quiet" icon={<ArrowLeft />} onClick={() => back()}>
            Back <Kbd keys="Backspace" />
          </Button>
        ) : null}
      </div>
    </AskingPanel>
  );
}

/** The questions know the default codebook: what it merged since stands for what it was merged into. */
function comingTo(decision: Decision, { codebook, switchedOff }: Workspace): Decision {
  if (decision.kind === "ask") return decision;
  const offered = offeredFor(codebook, decision.category, switchedOff);
  return { ...decision, category: offered?.id ?? decision.category };
}

/** Where the questions begin, and who is known to speak there. */
function useSubject(target: TagTarget): { start: DecisionStart; sources: readonly string[] } {
  const claim = useActiveClaim();
  if (target.kind === "words" || !claim) return { start: "first", sources: [] };
  const isFirst = inheritedCount(claim) + target.at === 0;
  const hop = target.kind === "link" ? claim.ownChain[target.at] : undefined;
  return { start: isFirst ? "first" : "further", sources: hop?.sources ?? [] };
}

type PathProps = { decision: Decision; answers: Answers; onBack: (question: QuestionId) => void };

/** What was answered on the way; any answer can be gone back to. */
function Path({ decision, answers, onBack }: PathProps) {
  return (
    <ol className={styles.path} aria-label="Answered so far">
      {decision.path.map((id) => (
        <li key={id}>
          <button type="button" className={styles.passed} onClick={() => onBack(id)}>
            <span>{decisionOrder[id].text}</span> <b>{answers[id] ? "Yes" : "No"}</b>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Ask({ question, onAnswer }: { question: QuestionId; onAnswer: (yes: boolean) => void }) {
  const { text, sign } = decisionOrder[question];
  return (
    <>
      <p className={styles.question}>{text}</p>
      <p className={styles.sign}>{sign}</p>
      <div className={styles.answers}>
        <Button variant="secondary" onClick={() => onAnswer(true)}>
          Yes <Kbd keys="y" />
        </Button>
        <Button variant="secondary" onClick={() => onAnswer(false)}>
          No <Kbd keys="n" />
        </Button>
      </div>
    </>
  );
}

type OutcomeProps = { category: string; exact: string | null; onTake: (category: string) => void };

function Outcome({ category: id, exact, onTake }: OutcomeProps) {
  const { codebook, switchedOff } = useWorkspace();
  const category = categoryOf(codebook, id);
  const isOff = offeredFor(codebook, id, switchedOff) === null;
  return (
    <>
      {category ? (
        <div className={styles.outcome}>
          <CategoryCard category={category} />
        </div>
      ) : null}
      {isOff ? (
        <p className={styles.sign}>
          {category?.isRetired ? "The codebook has retired it." : "This project has it switched off."} Go
          back, or take another by its digits.
        </p>
      ) : null}
      {exact ? (
        <p className={styles.exact}>
          Elsewhere the article shows the same source’s words as{" "}
          <ProvenanceChip codebook={codebook} category={exact} />. The more exact category holds everywhere.
        </p>
      ) : null}
      <div className={styles.answers}>
        {isOff ? null : (
          <Button variant={exact ? "secondary" : "primary"} onClick={() => onTake(id)}>
            Take it <Kbd keys="Enter" tone={exact ? "plain" : "inverse"} />
          </Button>
        )}
        {exact ? (
          <Button variant="primary" onClick={() => onTake(exact)}>
            Take the more exact <Kbd keys="2" tone="inverse" />
          </Button>
        ) : null}
      </div>
    </>
  );
}

function wordsOf(decision: Decision, label: (id: string) => string): string {
  if (decision.kind === "category") return `It comes to: ${label(decision.category)}. Enter takes it.`;
  const { text, sign } = decisionOrder[decision.question];
  return `${text} ${sign}`;
}

type Meaning = "back" | "yes" | "no" | "take" | "exact";
const whileAsking: Readonly<Record<string, Meaning>> = { y: "yes", "1": "yes", n: "no", "2": "no" };
const onceDecided: Readonly<Record<string, Meaning>> = { "1": "take", Enter: "take", "2": "exact" };

function meaningOf(
  { key, target }: KeyboardEvent,
  kind: Decision["kind"],
  hasExact: boolean,
): Meaning | null {
  if (key === "Backspace" || key === "ArrowLeft") return "back";
  // A button that has the focus takes its own Enter.
  if (key === "Enter" && target instanceof Element && target.closest("button")) return null;
  const meaning = (kind === "ask" ? whileAsking : onceDecided)[key] ?? null;
  return meaning === "exact" && !hasExact ? null : meaning;
}
