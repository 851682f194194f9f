/** Ordering that shows more than one side of a win: each further suggestion from a topic counts a little less, and five span three topics. */

export interface Ranked {
  readonly topic: string;
  readonly score: number;
}

const TOPICS = 3;

/** The best `limit`, best first, over at least three topics when there are three and there is room. Of equals the one that stands first. */
export function spreadOver<Item extends Ranked>(items: Iterable<Item>, limit: number, factor: number): Item[] {
  const queues = queuesOf(items, limit);
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
  readonly items: Item[];
  taken: number;
}

/** The best of each topic, at most as many as can be chosen: sorting them all would cost more than finding these. */
function queuesOf<Item extends Ranked>(items: Iterable<Item>, limit: number): Queue<Item>[] {
  const byTopic = new Map<string, Queue<Item>>();
  for (const item of items) {
    const queue = byTopic.get(item.topic) ?? { items: [], taken: 0 };
    if (queue.items.length === 0) byTopic.set(item.topic, queue);
    insert(queue.items, item, limit);
  }
  return [...byTopic.values()].sort((a, b) => headOf(b) - headOf(a));
}

function headOf({ items }: Queue<Ranked>): number {
  return items[0]?.score ?? 0;
}

function insert<Item extends Ranked>(best: Item[], item: Item, limit: number): void {
  if (best.length === limit && item.score <= (best.at(-1)?.score ?? 0)) return;
  let place = best.length;
  while (place > 0 && (best[place - 1]?.score ?? 0) < item.score) place -= 1;
  best.splice(place, 0, item);
  if (best.length > limit) best.pop();
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
