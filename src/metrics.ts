import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Numbers for an operator. Labels are kinds and outcomes, never a person, a channel or a word that somebody wrote. */
export interface Metrics {
  delivery(kind: string, outcome: string, seconds: number): void;
  frameworks(loaded: number, broken: number): void;
  /** Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];

  collectDefaultMetrics({ register: registry });

  const deliveries = new Counter({
    name: "progression_deliveries_total",
    help: "What Slack delivered, by kind and outcome.",
    labelNames: ["kind", "outcome"],
    registers,
  });
  const duration = new Histogram({
    name: "progression_delivery_seconds",
    help: "From delivery to answer. Slack waits 3 seconds.",
    labelNames: ["kind"],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 1, 3],
    registers,
  });
  const frameworks = new Gauge({
    name: "progression_frameworks",
    help: "Framework files in service, and files held back because they are broken.",
    labelNames: ["state"],
    registers,
  });

  return {
    delivery(kind, outcome, seconds) {
      deliveries.inc({ kind, outcome });
      duration.observe({ kind }, seconds);
    },
    frameworks(loaded, broken) {
      frameworks.set({ state: "loaded" }, loaded);
      frameworks.set({ state: "broken" }, broken);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
