import { expect, it } from "vitest";
import { roles } from "#core/review/state.ts";
import { isLayerVisible } from "#lib/authz/facts.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../tests/support/database.ts";
import { database } from "./client.ts";
import { layerIsVisible } from "./layers.ts";

await testDatabase();

it("shows in SQL exactly the layers that the policy shows", async () => {
  const me = newId();
  const owners = { shared: [null], adjudicated: [null], editor: [me, newId()] };
  const cases = roles.flatMap((role) =>
    (["shared", "editor", "adjudicated"] as const).flatMap((kind) =>
      owners[kind].flatMap((ownerId) =>
        [true, false].map((isReleased) => ({ role, kind, ownerId, isReleased })),
      ),
    ),
  );
  expect(cases).toHaveLength(roles.length * 8);
  for (const { role, ...layer } of cases) {
    const releasedAt = layer.isReleased ? new Date() : null;
    const rows = await database().$queryRaw<unknown[]>`
      select 1 from (select ${layer.kind}::layer_kind as kind, ${layer.ownerId}::uuid as owner_id,
        ${releasedAt}::timestamptz as released_at) l
      where ${layerIsVisible({ actorId: me, role })}`;
    expect([role, layer, rows.length === 1]).toEqual([
      role,
      layer,
      isLayerVisible({ userId: me, role }, layer),
    ]);
  }
});
