/** Ordering that shows more than one side of a win: each further suggestion from a topic counts a little less, and five span three topics. */

export interface Ranked {
  readonly topic: string;
  readonly score: number;
}

const TOPICS = 3;

/** The best `limit`, best first, over at least three topics when there are three and there is room. */
export function spreadOver<Item extends Ranked>(ranked: readonly Item[], limit: number, factor: number): Item[] {
  const queues = queuesOf(ranked);
  const wanted = Math.min(TOPICS, queues.length, limit);
  const chosen: Item[] = [];
  while (chosen.length < limit) {
    const missing = wanted - queues.filter((queue) => queue.taken > 0).length;
    const forced = missing > 0 && limit - chosen.length <= missing;
    const next = bestOf(queues, factor, forced);
    if (next === null) {
      break;
    }
    chosen.push({ ...next.item, score: next.score });
  }
  return chosen;
}

interface Queue<Item> {
  readonly items: readonly Item[];
  taken: number;
}

function queuesOf<Item extends Ranked>(ranked: readonly Item[]): Queue<Item>[] {
  const byTopic = new Map<string, Item[]>();
  for (const item of ranked) {
    const items = byTopic.get(item.topic) ?? [];
    byTopic.set(item.topic, items);
    items.push(item);
  }
  return Array.from(byTopic.values(), (items) => ({ items, taken: 0 }));
}

function bestOf<Item extends Ranked>(
  queues: readonly Queue<Item>[],
  factor: number,
  untouched: boolean,
): { item: Item; score: number } | null {
  let best: { queue: Queue<Item>; item: Item; score: number } | null = null;
  for (const queue of queues) {
    const item = queue.items[queue.taken];
    if (item !== undefined && (!untouched || queue.taken === 0)) {
      const score = item.score * factor ** queue.taken;
      if (best === null || score > best.score) {
        best = { queue, item, score };
      }
    }
  }
  if (best === null) {
    return null;
  }
  best.queue.taken += 1;
  return { item: best.item, score: best.score };
}
