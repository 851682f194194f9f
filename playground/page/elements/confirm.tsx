import { createContext, type ReactNode, useContext, useState } from "react";
import { isShape, readString, readWords, type Shape } from "../shape.ts";
import { Words } from "../text/words.tsx";
import { Dialog } from "./dialog.tsx";

type Confirm = (dialog: unknown, then: () => void) => void;

const ConfirmContext = createContext<Confirm>((_, then) => then());

/** Ask first where the element carries a confirm object, else go on at once. */
export function useConfirm(): Confirm {
  return useContext(ConfirmContext);
}

export function ConfirmKeeper({ children }: { readonly children: ReactNode }): ReactNode {
  const [asking, setAsking] = useState<{ readonly dialog: Shape; readonly then: () => void } | null>(null);
  const ask: Confirm = (dialog, then) => {
    if (isShape(dialog)) setAsking({ dialog, then });
    else then();
  };
  return (
    <ConfirmContext value={ask}>
      {children}
      {asking !== null && (
        <Dialog label={readWords(asking.dialog["title"])} className="confirm" onClose={() => setAsking(null)}>
          <h2>{readWords(asking.dialog["title"])}</h2>
          <div className="confirm-words">
            <Words value={asking.dialog["text"]} />
          </div>
          <div className="dialog-foot">
            <button type="button" className="button" onClick={() => setAsking(null)}>
              {readWords(asking.dialog["deny"]) || "No"}
            </button>
            <button
              type="button"
              className={`button ${readString(asking.dialog["style"]) === "danger" ? "danger" : "primary"}`}
              onClick={() => {
                setAsking(null);
                asking.then();
              }}
            >
              {readWords(asking.dialog["confirm"]) || "Yes"}
            </button>
          </div>
        </Dialog>
      )}
    </ConfirmContext>
  );
}
