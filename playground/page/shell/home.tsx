import { type ReactNode, useMemo } from "react";
import type { Block, Container, View } from "../../../local-slack/protocol.ts";
import { Blocks } from "../blocks/block.tsx";
import { Breaches, Failure } from "../blocks/shout.tsx";
import type { Door } from "../door.ts";
import { SurfaceContext, useSurfaceKeeper } from "../surface/surface.ts";

const noBlocks: readonly Block[] = [];
const noErrors = {};

export function Home({ view, door }: { readonly view: View | null; readonly door: Door }): ReactNode {
  const container = useMemo<Container>(() => ({ kind: "home" }), []);
  const { surface, failure } = useSurfaceKeeper(door, container, view?.blocks ?? noBlocks, view?.errors ?? noErrors);
  return (
    <div className="home">
      <div className="home-inner" data-landing="last">
        {view === null ? (
          <p className="quiet">The app has not published a Home tab yet.</p>
        ) : (
          <SurfaceContext value={surface}>
            <Breaches breaches={view.breaches} what="view" />
            <Blocks blocks={view.blocks} />
            <Failure text={failure} />
          </SurfaceContext>
        )}
      </div>
    </div>
  );
}
