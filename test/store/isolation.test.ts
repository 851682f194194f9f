import { expect, test } from "vitest";
import type { EvidenceLog } from "../../src/evidence/evidence-log.ts";
import type { Draft, Owner, Share, Win } from "../../src/evidence/types.ts";
import {
  ada,
  collect,
  createTestStore,
  grace,
  namesake,
  newFiling,
  newGesture,
  newShare,
  newWin,
} from "./store-kit.ts";

interface Secret {
  readonly log: EvidenceLog;
  readonly win: Win;
  readonly share: Share;
  readonly removed: Win;
  readonly draft: Draft;
  readonly next: string;
  readonly gesture: { readonly key: string };
}

const source = { permalink: "https://example.com/p1", messageKey: "C1:1.2", author: null };
const nothing = undefined;
const emptyPage = { wins: [], total: 0, next: null };

/** For every method what a stranger tries with everything they could know of Ada, and what they get. */
const tries: Readonly<Record<keyof EvidenceLog, (stranger: Owner, secret: Secret) => Promise<void>>> = {
  async save(stranger, { log, win, gesture }) {
    const saved = await log.save(stranger, newWin("Secret words", { source }), gesture);
    expect(saved.outcome).toBe("saved");
    expect(saved.win.id).not.toBe(win.id);
    expect(saved.win.filings).toEqual([]);
    await log.forget(stranger);
  },
  async get(stranger, { log, win, removed }) {
    expect(await log.get(stranger, win.id)).toBe(nothing);
    expect(await log.get(stranger, removed.id)).toBe(nothing);
  },
  async list(stranger, { log, next }) {
    expect(await log.list(stranger, {}, 10)).toEqual(emptyPage);
    expect(await log.list(stranger, {}, 10, next)).toEqual(emptyPage);
    expect(await log.list(stranger, { words: "secret" }, 10)).toEqual(emptyPage);
    expect(await log.list(stranger, { topic: "mastery", level: 2 }, 10)).toEqual(emptyPage);
    expect(await log.list(stranger, { unfiled: true }, 10)).toEqual(emptyPage);
    expect(await log.list(stranger, { shared: true }, 10)).toEqual(emptyPage);
    expect(await log.list(stranger, { criterionId: "aaaaaaaaaa" }, 10)).toEqual(emptyPage);
  },
  async edit(stranger, { log, win }) {
    expect(await log.edit(stranger, win.id, { text: "Mine now" })).toBe(nothing);
  },
  async file(stranger, { log, win }) {
    expect(await log.file(stranger, win.id, newFiling("bbbbbbbbbb"))).toBe(nothing);
  },
  async unfile(stranger, { log, win }) {
    expect(await log.unfile(stranger, win.id, "aaaaaaaaaa")).toBe(nothing);
  },
  async remove(stranger, { log, win }) {
    expect(await log.remove(stranger, win.id)).toBe(nothing);
  },
  async restore(stranger, { log, removed }) {
    expect(await log.restore(stranger, removed.id)).toBe(nothing);
  },
  async share(stranger, { log, win, gesture }) {
    expect(await log.share(stranger, win.id, newShare(), newGesture())).toBe(nothing);
    expect(await log.share(stranger, win.id, newShare(), gesture)).toBe(nothing);
  },
  async unshare(stranger, { log, share }) {
    await log.unshare(stranger, share.id);
  },
  async withdraw(stranger, { log, share }) {
    expect(await log.withdraw(stranger, share.id, "1.2")).toBe(nothing);
  },
  async filedUnder(stranger, { log }) {
    expect(await log.filedUnder(stranger)).toEqual([]);
  },
  async coverage(stranger, { log }) {
    expect(await log.coverage(stranger)).toEqual([]);
  },
  async profile(stranger, { log }) {
    expect(await log.profile(stranger)).toBe(nothing);
  },
  async saveProfile(stranger, { log }) {
    expect(await log.saveProfile(stranger, { level: 9 })).toMatchObject({ framework: null, level: 9 });
  },
  async focus(stranger, { log }) {
    expect(await log.focus(stranger)).toEqual([]);
  },
  async saveFocus(stranger, { log }) {
    await log.saveFocus(stranger, []);
  },
  async opportunityNotes(stranger, { log }) {
    expect(await log.opportunityNotes(stranger)).toEqual([]);
  },
  async saveOpportunityNote(stranger, { log }) {
    await log.saveOpportunityNote(stranger, "cccccccccc", "Overwritten");
    await log.forget(stranger);
  },
  async removeOpportunityNote(stranger, { log }) {
    await log.removeOpportunityNote(stranger, "cccccccccc");
  },
  async keepDraft(stranger, { log, draft }) {
    const kept = await log.keepDraft(stranger, { text: "x", origin: "dm", source, reason: "too-long" });
    expect(kept.id).not.toBe(draft.id);
  },
  async draft(stranger, { log, draft }) {
    expect(await log.draft(stranger, draft.id)).toBe(nothing);
  },
  async dropDraft(stranger, { log, draft }) {
    await log.dropDraft(stranger, draft.id);
  },
  async everything(stranger, { log }) {
    expect(await collect(log.everything(stranger))).toEqual([]);
  },
  async importWins(stranger, { log, win, removed }) {
    expect(await log.importWins(stranger, [win, removed])).toEqual({ added: 2, present: 0 });
    const copies = await collect(log.everything(stranger));
    expect(copies.map(({ id }) => id)).not.toContain(win.id);
  },
  async forget(stranger, { log }) {
    expect(await log.forget(stranger)).toBe(0);
  },
  async purge(stranger, { log }) {
    expect(await log.purge(new Date("2026-03-04T10:00:00Z"))).toBe(0);
    expect(await log.get(stranger, "x")).toBe(nothing);
  },
};

async function everythingOf(log: EvidenceLog, owner: Owner, { removed, draft }: Secret) {
  return {
    wins: await collect(log.everything(owner)),
    removed: await log.get(owner, removed.id),
    found: await log.list(owner, { words: "secret" }, 10),
    coverage: await log.coverage(owner),
    profile: await log.profile(owner),
    focus: await log.focus(owner),
    notes: await log.opportunityNotes(owner),
    draft: await log.draft(owner, draft.id),
  };
}

async function createSecret(log: EvidenceLog): Promise<Secret> {
  const gesture = newGesture();
  const filings = [newFiling("aaaaaaaaaa")];
  const saved = await log.save(ada, newWin("Secret words", { source, filings }), gesture);
  const { win = saved.win, share } = (await log.share(ada, saved.win.id, newShare(), newGesture())) ?? {};
  if (share === undefined) throw new Error("Nothing was shared.");
  const other = await log.save(ada, newWin("Secret and removed"), newGesture());
  const removed = (await log.remove(ada, other.win.id)) ?? other.win;
  await log.save(ada, newWin("Another one"), newGesture());
  await log.saveProfile(ada, { framework: "/engineering/backend", level: 3 });
  await log.saveFocus(ada, [
    { kind: "topic", framework: "/engineering/backend", topic: "mastery", criterionId: null, wording: null, note: "x" },
  ]);
  await log.saveOpportunityNote(ada, "cccccccccc", "Not this year");
  const draft = await log.keepDraft(ada, { text: "Secret draft", origin: "modal", source, reason: "too-long" });
  const { next } = await log.list(ada, {}, 1);
  return { log, win, share, removed, draft, next: next ?? "", gesture };
}

test.for(Object.entries(tries))("through %s a stranger gets nothing and changes nothing", async ([, attempt]) => {
  for (const stranger of [grace, namesake]) {
    await using store = await createTestStore();
    const secret = await createSecret(store.log);
    const before = await everythingOf(store.log, ada, secret);
    expect(before.wins).toHaveLength(2);

    await attempt(stranger, secret);

    expect(await everythingOf(store.log, ada, secret)).toEqual(before);
  }
});

test("every method of the log has a row in the table", async () => {
  await using store = await createTestStore();

  expect(Object.keys(store.log).sort()).toEqual(Object.keys(tries).sort());
});

test("hostile ids, places and filters are answered like ids that never existed", async () => {
  await using store = await createTestStore();
  await store.log.save(ada, newWin("Secret words"), newGesture());

  for (const hostile of ["", "%", "' or 1=1 --", "\u0000", "x".repeat(100_000), "__proto__"]) {
    expect(await store.log.get(grace, hostile)).toBeUndefined();
    expect(await store.log.edit(ada, hostile, { text: "x" })).toBeUndefined();
    expect(await store.log.draft(ada, hostile)).toBeUndefined();
    expect((await store.log.list(ada, {}, 10, hostile)).wins).toHaveLength(1);
    expect((await store.log.list(ada, { topic: hostile, words: `${hostile} zzz` }, 10)).total).toBe(0);
  }
});
