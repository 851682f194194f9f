import { Component, type ReactNode } from "react";
import { readString, type Shape } from "../shape.ts";
import { Shout } from "./shout.tsx";

/** A block whose JSON is broken in a way that nobody thought of must not take the other messages with it. */
export class Guard extends Component<
  { readonly block: Shape; readonly children: ReactNode },
  { readonly broken: boolean }
> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    const { block, children } = this.props;
    if (!this.state.broken) return children;
    return <Shout what="block" type={readString(block["type"])} value={block} />;
  }
}
