import { createContext, useContext, useMemo, useState } from "react";
import type { Block, Container, Json, Outcome, ViewState } from "../../../local-slack/protocol.ts";
import type { Door } from "../door.ts";
import { isShape, type Shape } from "../shape.ts";
import { actionIdOf, changeKey, type ElementValue, initialValue, viewState } from "./element-state.ts";

/**
 * One place that holds blocks: a message, a modal or the Home tab. It keeps what was typed and chosen there, apart from the blocks,
 * so that an update of the blocks keeps it wherever block and action are still the same, as Slack does.
 */
export interface Surface {
  /** Unique on the page, for the ids that labels and fields share. */
  readonly key: string;
  readonly inputs: boolean;
  valueOf(blockId: string, element: Shape): ElementValue;
  change(blockId: string, element: Shape, value: ElementValue): void;
  /** Tell the bot; `value` is sent with the element and, where it holds a value, in the state. */
  act(blockId: string, element: Shape, value: ElementValue): void;
  suggest(blockId: string, element: Shape, query: string): Promise<readonly Shape[]>;
  errorOf(blockId: string): string | null;
  readonly busy: string | null;
}

const nowhere: Surface = {
  key: "nowhere",
  inputs: false,
  valueOf: (_, element) => initialValue(element) ?? { type: "none" },
  change: () => undefined,
  act: () => undefined,
  suggest: async () => [],
  errorOf: () => null,
  busy: null,
};

export const SurfaceContext = createContext<Surface>(nowhere);

export function useSurface(): Surface {
  return useContext(SurfaceContext);
}

export interface SurfaceKeeper {
  readonly surface: Surface;
  readonly state: ViewState;
  /** Why the last press had no effect. */
  readonly failure: string | null;
}

export function useSurfaceKeeper(
  door: Door,
  container: Container,
  blocks: readonly Block[],
  errors: { readonly [blockId: string]: string },
): SurfaceKeeper {
  const [changes, setChanges] = useState<ReadonlyMap<string, ElementValue>>(new Map());
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const key =
    container.kind === "message"
      ? `${container.channel}-${container.ts}`
      : container.kind === "modal"
        ? container.view
        : "home";

  return useMemo(() => {
    const withChange = (blockId: string, element: Shape, value: ElementValue) =>
      initialValue(element) === null ? changes : new Map(changes).set(changeKey(blockId, actionIdOf(element)), value);
    const surface: Surface = {
      key,
      inputs: container.kind !== "message",
      busy,
      valueOf: (blockId, element) =>
        changes.get(changeKey(blockId, actionIdOf(element))) ?? initialValue(element) ?? { type: "none" },
      change: (blockId, element, value) => setChanges(withChange(blockId, element, value)),
      act: (blockId, element, value) => {
        const next = withChange(blockId, element, value);
        const mark = changeKey(blockId, actionIdOf(element));
        setChanges(next);
        setBusy(mark);
        setFailure(null);
        const gesture = {
          container,
          blockId,
          actionId: actionIdOf(element),
          element: value,
          state: viewState(blocks, next),
        };
        void door.send({ kind: "action", ...gesture }).then((outcome) => {
          setBusy((current) => (current === mark ? null : current));
          setFailure(outcome.ok ? null : outcome.error);
        });
      },
      suggest: async (blockId, element, query) => {
        const outcome = await door.send({
          kind: "suggest",
          container,
          blockId,
          actionId: actionIdOf(element),
          value: query,
        });
        return optionsOf(outcome);
      },
      errorOf: (blockId) => errors[blockId] ?? null,
    };
    return { surface, state: viewState(blocks, changes), failure };
  }, [door, container, blocks, errors, changes, busy, failure, key]);
}

function optionsOf(outcome: Outcome): readonly Shape[] {
  const options: readonly Json[] = outcome.ok ? (outcome.options ?? []) : [];
  return options.flatMap((option) => (isShape(option) ? [option] : []));
}
