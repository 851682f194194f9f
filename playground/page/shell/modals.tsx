import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Container, View } from "../../../local-slack/protocol.ts";
import { Blocks } from "../blocks/block.tsx";
import { Breaches, Failure } from "../blocks/shout.tsx";
import type { Door } from "../door.ts";
import { Dialog } from "../elements/dialog.tsx";
import { missingFields } from "../surface/missing-fields.ts";
import { SurfaceContext, useSurfaceKeeper } from "../surface/surface.ts";
import { Icon } from "./icons.tsx";

/** Open modals, each a dialog of its own over the one before: those beneath keep what was typed in them. */
export function Modals({ views, door }: { readonly views: readonly View[]; readonly door: Door }): ReactNode {
  return views.map((view, index) => <Modal key={view.id} view={view} door={door} stacked={index > 0} />);
}

function Modal({
  view,
  door,
  stacked,
}: {
  readonly view: View;
  readonly door: Door;
  readonly stacked: boolean;
}): ReactNode {
  const container = useMemo<Container>(() => ({ kind: "modal", view: view.id }), [view.id]);
  const [own, setOwn] = useState<{ readonly [blockId: string]: string }>({});
  const [attempt, setAttempt] = useState(0);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const errors = useMemo(() => ({ ...view.errors, ...own }), [view.errors, own]);
  const { surface, state, failure: unheard } = useSurfaceKeeper(door, container, view.blocks, errors);
  const body = useRef<HTMLDivElement>(null);

  const wrong = Object.keys(errors).join(" ");
  useEffect(() => {
    if (wrong === "" || attempt === 0) return;
    const first = body.current?.querySelector<HTMLElement>("[data-invalid] :is(input, textarea, select, button)");
    first?.focus();
  }, [wrong, attempt]);

  const close = () => void door.send({ kind: "close", view: view.id });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const missing = missingFields(view.blocks, state);
    setOwn(missing);
    setFailure(null);
    setAttempt(attempt + 1);
    if (Object.keys(missing).length > 0) return;
    setPending(true);
    const outcome = await door.send({ kind: "submit", view: view.id, state });
    setPending(false);
    if (!outcome.ok) setFailure(outcome.error);
  };

  return (
    <Dialog label={view.title} className="modal" onClose={close}>
      <form noValidate onSubmit={submit}>
        <div className="modal-head">
          <h2>{view.title}</h2>
          <button type="button" className="icon-button" aria-label={stacked ? "Back" : "Close"} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        <div className="modal-body" ref={body} data-landing="">
          <Breaches breaches={view.breaches} what="view" />
          <SurfaceContext value={surface}>
            <Blocks blocks={view.blocks} />
          </SurfaceContext>
        </div>
        <Failure text={failure ?? unheard} />
        <div className="modal-foot dialog-foot">
          <button type="button" className="button" onClick={close}>
            {view.close ?? "Close"}
          </button>
          {view.submit !== null && (
            <button type="submit" className="button primary" aria-disabled={pending} aria-busy={pending}>
              {pending ? "Sending…" : view.submit}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
