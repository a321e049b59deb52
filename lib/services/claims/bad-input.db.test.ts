import { beforeAll, describe, expect, it } from "vitest";
import { claimCreate, reviewCreate } from "#lib/contracts/claims.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../../../tests/support/factories.ts";
import { outcome, type Person, value } from "../../../tests/support/people.ts";
import { decide } from "../reviews/reviews.ts";
import { create } from "./create.ts";
import { get } from "./read.ts";
import { remove } from "./remove.ts";
import { revise } from "./revise.ts";
import { reopen, submit, withdraw } from "./transitions.ts";

await testDatabase();

let room: Newsroom;
let other: Newsroom;
let courier: string;

beforeAll(async () => {
  room = await newsroom({ text: "[She [said]] it [👩‍👩‍👧] rained." });
  other = await newsroom();
  courier = await source(room);
});

/** Rows of everything a command on claims may write: equal before and after means nothing was stored half. */
async function stored(): Promise<unknown> {
  return database().$queryRaw`
    select (select count(*) from claims) as claims, (select count(*) from claim_spans) as spans,
      (select count(*) from claim_links) as links, (select count(*) from claim_revisions) as revisions,
      (select count(*) from reviews) as reviews, (select count(*) from audit_rows) as audits,
      (select count(*) from outbox_events) as events, (select count(*) from layers) as layers,
      (select sum(revision) from claims) as revised, (select max(last_activity_at) from articles) as activity`;
}

async function marking(fields: Record<string, unknown>, by: Person = room.editor): Promise<string> {
  const before = await stored();
  const body = claimCreate.parse({ versionId: room.versionId, spans: [room.text.span], ...fields });
  const answer = outcome(await create(by, room.w, room.articleId, body));
  expect(await stored()).toEqual(before);
  return answer;
}

const report = (fields: Record<string, unknown> = {}) => ({
  category: "media_report",
  sources: [courier],
  ...fields,
});

describe("marking a claim", () => {
  it.each([
    ["beyond the text", { spans: [{ start: 0, end: 10_000 }] }, "invalid /spans/0"],
    [
      "overlapping one another",
      {
        spans: [
          { start: 0, end: 5 },
          { start: 3, end: 8 },
        ],
      },
      "invalid /spans/1",
    ],
    [
      "out of order",
      {
        spans: [
          { start: 4, end: 8 },
          { start: 0, end: 3 },
        ],
      },
      "invalid /spans/1",
    ],
    [
      "over other words than the sender saw",
      { spans: [{ start: 0, end: 3, exact: "He " }] },
      "invalid /spans/0/exact",
    ],
    ["with a category nobody knows", { provenance: "gossip" }, "invalid /provenance"],
    ["with an unknown category in a link", { chain: [{ category: "gossip" }] }, "invalid /chain/0/category"],
    [
      "with a link that lacks its source",
      { chain: [{ category: "media_report" }] },
      "invalid /chain/0/sources",
    ],
    ["with a sourced provenance and no link", { provenance: "media_report" }, "invalid /provenance"],
    [
      "with an own voice in a link",
      { ownChain: [{ category: "own_analysis" }] },
      "invalid /ownChain/0/category",
    ],
    [
      "carried over without a basis",
      { chain: [{ category: "hearsay", explicit: false }] },
      "invalid /chain/0/basis",
    ],
    [
      "nested in what is not there",
      { parentId: newId(), chain: [{ category: "hearsay" }] },
      "invalid /parentId",
    ],
    ["of a version that is not there", { versionId: newId() }, "invalid /versionId"],
    ["in a layer that is not there", { layerId: newId() }, "invalid /layerId"],
    ["the same as what is not there", { sameClaimAs: newId() }, "invalid /sameClaimAs"],
    [
      "with a hedge beyond the text",
      { hedges: [{ type: "modal", span: { start: 5, end: 999 } }] },
      "invalid /hedges/0/span",
    ],
  ])("is refused %s, and nothing is stored", async (_, fields, expected) => {
    const own = "provenance" in fields || "chain" in fields || "ownChain" in fields;
    expect(await marking(own ? fields : { provenance: "own_observation", ...fields })).toBe(expected);
  });

  it("is refused where a span cuts a character in two", async () => {
    const family = room.text.spans[2];
    if (!family) throw new Error("the text lost its span");
    const cut = { start: family.start, end: family.start + 1 };
    expect(await marking({ spans: [cut], provenance: "unclear" })).toBe("invalid /spans/0");
    const link = report({ mention: [cut] });
    expect(await marking({ chain: [link] })).toBe("invalid /chain/0/mention/0");
    expect(await marking({ provenance: "unclear", hedges: [{ type: "modal", span: cut }] })).toBe(
      "invalid /hedges/0/span/0",
    );
  });

  it("is refused where provenance and chain disagree", async () => {
    expect(await marking({ provenance: "hearsay", chain: [report()] })).toBe("invalid /provenance");
  });

  it("is refused with a category the project switched off", async () => {
    await database().project.update({
      where: { workspaceId_id: { workspaceId: room.w, id: room.projectId } },
      data: { disabledCategories: ["hearsay"] },
    });
    expect(await marking({ chain: [{ category: "hearsay" }] })).toBe("invalid /chain/0/category");
  });

  it("is refused with a source of another workspace, of another article, or merged away", async () => {
    const foreign = await source(other);
    const elsewhere = await source(room, "an official", {
      articleId: newId(),
      identification: "unnamed_described",
    });
    const merged = await source(room, "Courier, The", { mergedInto: courier });
    for (const id of [foreign, elsewhere, merged]) {
      expect(await marking({ chain: [report({ sources: [id] })] })).toBe("invalid /chain/0/sources");
    }
  });

  it("is refused on a text that is not the current one any more, naming the one that is", async () => {
    const moved = await newsroom();
    const version = newId();
    await database().$transaction([
      database()
        .$executeRaw`update article_versions set is_current = false where id = ${moved.versionId}::uuid`,
      database().$executeRaw`
        insert into article_versions (workspace_id, id, article_id, ordinal, text, length, sha256, blocks, created_by)
        select workspace_id, ${version}::uuid, article_id, 2, text, length, sha256, blocks, created_by
        from article_versions where id = ${moved.versionId}::uuid`,
    ]);
    const body = claimCreate.parse({
      versionId: moved.versionId,
      spans: [moved.text.span],
      provenance: "unclear",
    });
    const refused = await create(moved.editor, moved.w, moved.articleId, body);
    expect(refused).toMatchObject({ failure: { code: "version-moved", current: { versionId: version } } });
  });

  it("is not for viewers, strangers, or articles of another workspace", async () => {
    expect(await marking({ provenance: "unclear" }, room.viewer)).toBe("not-found");
    expect(await marking({ provenance: "unclear" }, other.editor)).toBe("not-found");
    const body = claimCreate.parse({
      versionId: room.versionId,
      spans: [room.text.span],
      provenance: "unclear",
    });
    expect(outcome(await create(other.editor, other.w, room.articleId, body))).toBe("not-found");
  });
});

describe("marking a claim again with its own id", () => {
  it("answers the claim there is when it says the same, also after the claim was revised", async () => {
    const id = newId();
    const made = await claim(room, { id, statement: "It rained" });
    const again = await claim(room, { id, statement: "It rained" });
    expect(again).toEqual(made);
    value(await revise(room.editor, room.w, id, 1, { statement: "It poured" }));
    expect((await claim(room, { id, statement: "It rained" })).revision).toBe(2);
    const count = await database().claim.count({ where: { id } });
    expect(count).toBe(1);
  });

  it("is a conflict when it says something else, or somebody else says it", async () => {
    const id = newId();
    await claim(room, { id, statement: "It rained" });
    const same = { id, statement: "It rained", provenance: "own_observation" };
    expect(await marking({ ...same, statement: "It snowed" })).toBe("conflict id-taken");
    expect(await marking(same, room.colleague)).toBe("conflict id-taken");
  });

  it("makes one claim of two requests at once", async () => {
    const id = newId();
    const both = await Promise.all([claim(room, { id }), claim(room, { id })]);
    expect(both[0]).toEqual(both[1]);
    expect(await database().claimRevision.count({ where: { claimId: id } })).toBe(1);
    expect(await database().auditRow.count({ where: { objectId: id } })).toBe(1);
  });
});

describe("a claim", () => {
  it("of another workspace does not exist, whatever is asked of it", async () => {
    const { id } = await claim(room);
    const { editor, reviewer, admin, w } = other;
    const approve = reviewCreate.parse({ decision: "approve" });
    const answers = [
      await get(editor, w, id),
      await get(editor, room.w, id),
      await revise(editor, w, id, 1, { statement: "Mine" }),
      await submit(editor, w, id, 1),
      await withdraw(editor, w, id, 1),
      await decide(reviewer, w, id, 1, approve),
      await reopen(reviewer, w, id, 1, { reason: "why" }),
      await remove(admin, w, id, 1),
    ];
    expect(answers.map(outcome)).toEqual(answers.map(() => "not-found"));
  });

  it("does not move where its state forbids it, and says so", async () => {
    const { id } = await claim(room);
    const before = await stored();
    const approve = reviewCreate.parse({ decision: "approve" });
    expect(outcome(await decide(room.reviewer, room.w, id, 1, approve))).toBe("conflict not-possible");
    expect(outcome(await withdraw(room.editor, room.w, id, 1))).toBe("conflict not-possible");
    expect(outcome(await reopen(room.reviewer, room.w, id, 1, { reason: "why" }))).toBe(
      "conflict not-possible",
    );
    expect(await stored()).toEqual(before);
  });

  it("is not decided on by whoever made or revised it, nor without a reason against it", async () => {
    const { id } = await claim(room, {}, room.reviewer);
    value(await revise(room.second, room.w, id, 1, { statement: "It rained" }));
    value(await submit(room.editor, room.w, id, 2));
    const before = await stored();
    const approve = reviewCreate.parse({ decision: "approve" });
    expect(outcome(await decide(room.reviewer, room.w, id, 2, approve))).toBe("own-work");
    expect(outcome(await decide(room.second, room.w, id, 2, approve))).toBe("own-work");
    expect(outcome(await decide(room.editor, room.w, id, 2, approve))).toBe("not-found");
    const reject = reviewCreate.parse({ decision: "reject" });
    expect(outcome(await decide(room.admin, room.w, id, 2, reject))).toBe("invalid /reason");
    expect(await stored()).toEqual(before);
  });

  it("is not changed by whoever read an older revision, and its present content is the answer", async () => {
    const { id } = await claim(room);
    value(await revise(room.editor, room.w, id, 1, { statement: "It rained" }));
    const before = await stored();
    const stale = await revise(room.colleague, room.w, id, 1, { statement: "It snowed" });
    expect(stale).toMatchObject({
      failure: { kind: "stale", current: { revision: 2, statement: "It rained" } },
    });
    expect(outcome(await submit(room.editor, room.w, id, 1))).toBe("stale");
    expect(await stored()).toEqual(before);
  });
});
