import type { ActivityItem } from "#lib/contracts/activity.ts";

/** Plain words, or a name that opens what it speaks of. */
export type Part = string | { readonly words: string; readonly href: string; readonly isTitle?: true };

const LONGEST = 140;

/** What happened as a sentence: "Ada approved *The dam will hold* in *Memo warned of cracks*". */
export function sentenceOf(item: ActivityItem, workspace: string, me: string): readonly Part[] {
  const who = item.actor === null ? "Sourceline" : item.actor.id === me ? "You" : item.actor.name;
  return [`${who} `, ...(sayings[item.kind] ?? somethingElse)(links(item, workspace), item, me)].filter(
    (part) => part !== "",
  );
}

type Links = ReturnType<typeof links>;
type Saying = (links: Links, item: ActivityItem, me: string) => readonly Part[];

/** Each thing spoken of, as what opens it; a word for it where it is gone. */
function links({ article, claim, source, project }: ActivityItem, workspace: string) {
  const base = `/w/${workspace}`;
  const inArticle = article ? `${base}/articles/${article.id}` : null;
  return {
    article: inArticle && article ? title(article.title, inArticle) : "an article",
    claim:
      claim && inArticle ? title(claim.statement || "a claim", `${inArticle}?claim=${claim.id}`) : "a claim",
    source: source ? title(source.name, `${base}/sources/${source.id}`) : "a source",
    project: project ? title(project.name, `${base}/p/${project.slug}/articles`) : "a project",
  };
}

function title(name: string, href: string): Part {
  const words = name.length > LONGEST ? `${name.slice(0, LONGEST).trimEnd()}…` : name;
  return { words, href, isTitle: true };
}

const onClaim =
  (verb: string): Saying =>
  ({ claim, article }) => [`${verb} `, claim, " in ", article];
const onArticle =
  (verb: string): Saying =>
  ({ article }) => [`${verb} `, article];
const onSource =
  (verb: string): Saying =>
  ({ source }) => [`${verb} the source `, source];
const onProject =
  (verb: string): Saying =>
  ({ project }) => [`${verb} the project `, project];
const onComment =
  (verb: string): Saying =>
  ({ claim, article }, item) =>
    item.claim ? [`${verb} `, claim, " in ", article] : [`${verb} `, article];

const person = ({ person: whom, actor }: ActivityItem, me: string): string =>
  whom === null
    ? "somebody"
    : whom.id === me
      ? toMe(actor, me)
      : whom.id === actor?.id
        ? "themselves"
        : whom.name;
const toMe = (actor: ActivityItem["actor"], me: string) => (actor?.id === me ? "yourself" : "you");
const somethingElse: Saying = ({ article }, item) =>
  item.article ? ["changed something in ", article] : ["changed something"];

const work: Saying = ({ article }, { work: state }) => {
  if (state === "finished") return ["finished ", article];
  return [state === "in_progress" ? "began work on " : "set aside the work on ", article];
};

const returned: Saying = ({ article }, item, me) => {
  const isOwn = item.person !== null && item.person.id === item.actor?.id;
  return isOwn ? ["gave back ", article] : ["took ", article, ` back from ${person(item, me)}`];
};

const sayings: Readonly<Record<string, Saying>> = {
  "claim.created": onClaim("marked"),
  "claim.revised": onClaim("revised"),
  "claim.submitted": onClaim("submitted"),
  "claim.withdrawn": onClaim("withdrew"),
  "claim.approved": onClaim("approved"),
  "claim.rejected": onClaim("rejected"),
  "claim.changes_requested": onClaim("asked for changes to"),
  "claim.reopened": onClaim("reopened"),
  "claim.review_retracted": onClaim("took back their decision on"),
  "claim.proposal_accepted": onClaim("accepted what was proposed for"),
  "claim.removed": onClaim("removed"),
  "claim.restored": onClaim("restored"),
  "claim.joined": onClaim("said what else asserts the same as"),
  "claim.assessed": onClaim("assessed"),
  "claim.looked_at": onClaim("looked again at"),
  "claim.look_taken_back": onClaim("put back among those to look at"),
  "claims.imported": onArticle("imported claims into"),
  "claims.taken_back": onArticle("took imported claims back from"),
  "comment.added": onComment("commented on"),
  "comment.edited": onComment("changed a comment on"),
  "comment.removed": onComment("removed a comment on"),
  "comment.resolved": onComment("settled a comment on"),
  "comment.reopened": onComment("took up a comment again on"),
  "article.imported": onArticle("imported"),
  "article.changed": onArticle("changed the details of"),
  "article.trashed": onArticle("put into the trash"),
  "article.restored": onArticle("restored"),
  "article.work": work,
  "layers.released": onArticle("released what each editor marked alone in"),
  "assignment.assigned": ({ article }, item, me) => [
    ...["assigned ", article, ` to ${person(item, me)}`],
    item.assignedFor === "review" ? " for review" : "",
  ],
  "assignment.handed_over": ({ article }, item, me) => {
    const isOwn = item.person !== null && item.person.id === item.actor?.id;
    return isOwn ? ["handed over ", article] : ["passed ", article, ` on to ${person(item, me)}`];
  },
  "assignment.done": onArticle("finished the work assigned on"),
  "assignment.returned": returned,
  "assignment.changed": onArticle("changed an assignment of"),
  "source.created": onSource("added"),
  "source.changed": onSource("corrected"),
  "source.merged": ({ source }) => ["joined ", source, " with another source"],
  "source.unmerged": ({ source }) => ["took ", source, " apart from another source"],
  "project.created": onProject("made"),
  "project.changed": onProject("changed"),
  "project.codebook_switched": onProject("switched the codebook of"),
  "codebook.published": () => ["published a new version of the codebook"],
  "member.joined": () => ["joined"],
  "member.changed": (_, item, me) => [
    "changed the role of ",
    person(item, me),
    item.role ? `: ${item.role}` : "",
  ],
  "member.removed": (_, item, me) => ["removed ", person(item, me), " from the workspace"],
  "workspace.created": () => ["made the workspace"],
  "workspace.renamed": () => ["renamed the workspace"],
};
