import { CheckCheck, Inbox } from "lucide-react";
import { LinkButton } from "#components/layout/link-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { isFiltered, type Pile, type ReviewView } from "./review-view.ts";

type Props = {
  view: ReviewView;
  articlesHref: string;
  isReviewOff: boolean;
  onChange: (next: Partial<ReviewView>) => void;
};

const texts: Readonly<Record<Pile, { title: string; text: string }>> = {
  awaiting: {
    title: "Nothing awaits you",
    text: "Claims come here once an editor other than you submits them. Until then there are articles to read.",
  },
  returned: {
    title: "Nothing was sent back to you",
    text: "When a reviewer asks for changes to one of your claims, it appears here with the reason.",
  },
  waiting: {
    title: "No claim is in review",
    text: "Mark claims in an article and submit them; they then wait here for a reviewer.",
  },
  changes_requested: {
    title: "No claim waits for changes",
    text: "Claims a reviewer sent back stay here until their authors submit them again.",
  },
  approved: {
    title: "Nothing approved yet",
    text: "Approved claims are what exports hold. They appear here as soon as a reviewer has decided.",
  },
  rejected: { title: "Nothing was rejected", text: "Rejected claims stay here with the reason given." },
};

/** Nothing in this pile: said calmly, with what to do next. */
export function EmptyQueue({ view, articlesHref, isReviewOff, onChange }: Props) {
  if (isFiltered(view)) {
    return (
      <EmptyState
        icon={<Inbox />}
        title="No claim matches these filters"
        action={
          <Button onClick={() => onChange({ author: null, provenance: null, article: null })}>
            Show all of them
          </Button>
        }
      >
        There may be others by another author or of another provenance.
      </EmptyState>
    );
  }
  const { title, text } = texts[view.pile];
  return (
    <EmptyState
      icon={view.pile === "awaiting" ? <CheckCheck /> : <Inbox />}
      title={isReviewOff ? "This project asks for no review" : title}
      action={<LinkButton href={articlesHref}>Go to the articles</LinkButton>}
    >
      {isReviewOff
        ? "Submitted claims count as they are. An admin can ask for approvals in the project’s settings."
        : text}
    </EmptyState>
  );
}
