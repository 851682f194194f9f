import { type ReactNode, useState } from "react";
import type { Faults } from "../../../local-slack/protocol.ts";
import type { Door } from "../door.ts";

const off: Faults = {
  rateLimit: null,
  serverError: null,
  hang: false,
  loseReply: false,
  tokenRevoked: false,
  duplicateEvents: false,
  methods: [],
  remaining: null,
};

const switches = [
  ["hang", "Never answer", "The work is done; the reply never comes."],
  ["loseReply", "Lose the reply", "The work is done; the connection is cut."],
  ["tokenRevoked", "Revoke the token", "Every call answers token_revoked."],
  ["duplicateEvents", "Deliver events twice", "With the same event_id, as Slack may."],
] as const;

export function playing(faults: Faults): number {
  const flags = switches.filter(([name]) => faults[name]).length;
  return flags + (faults.rateLimit === null ? 0 : 1) + (faults.serverError === null ? 0 : 1);
}

/** What the local Slack plays on the bot. Every switch acts at once. */
export function FaultSwitches({ known, door }: { readonly known: Faults; readonly door: Door }): ReactNode {
  // A switch stands where it was put at once, not after the round trip.
  const [ahead, setAhead] = useState<Partial<Faults>>({});
  const faults = { ...known, ...ahead };
  const set = (change: Partial<Faults>) => {
    setAhead((before) => ({ ...before, ...change }));
    void door.send({ kind: "faults", faults: change }).then(() => setAhead({}));
  };
  return (
    <div className="faults" data-landing="">
      <p className="quiet">
        What goes wrong between the bot and Slack. A message in the channel should still make sense.
      </p>
      <label className="fault">
        <input
          type="checkbox"
          checked={faults.rateLimit !== null}
          onChange={(event) => set({ rateLimit: event.target.checked ? 5 : null })}
        />
        <span>
          Too many requests (429)
          <small>
            Retry after{" "}
            <NumberField
              label="Seconds to wait"
              value={faults.rateLimit ?? 5}
              disabled={faults.rateLimit === null}
              onChange={(rateLimit) => set({ rateLimit })}
            />{" "}
            seconds
          </small>
        </span>
      </label>
      <label className="fault">
        <input
          type="checkbox"
          checked={faults.serverError !== null}
          onChange={(event) => set({ serverError: event.target.checked ? 500 : null })}
        />
        <span>
          Server error
          <small>
            Status{" "}
            <NumberField
              label="Status"
              value={faults.serverError ?? 500}
              disabled={faults.serverError === null}
              onChange={(serverError) => set({ serverError })}
            />
          </small>
        </span>
      </label>
      {switches.map(([name, title, detail]) => (
        <label key={name} className="fault">
          <input type="checkbox" checked={faults[name]} onChange={(event) => set({ [name]: event.target.checked })} />
          <span>
            {title}
            <small>{detail}</small>
          </span>
        </label>
      ))}
      <KeptField
        label="Only these methods"
        type="text"
        placeholder="all; or: views.open chat.postMessage"
        value={faults.methods.join(" ")}
        onKeep={(text) => set({ methods: text.split(/[\s,]+/).filter(Boolean) })}
      />
      <KeptField
        label="For how many calls"
        type="number"
        placeholder="until switched off"
        value={String(faults.remaining ?? "")}
        onKeep={(text) => set({ remaining: text === "" ? null : Number(text) })}
      />
      <button type="button" className="button" disabled={playing(faults) === 0} onClick={() => set(off)}>
        Switch all off
      </button>
    </div>
  );
}

/** What is typed counts from Enter on, or when the field is left; until then nothing that comes in writes over it. */
function KeptField({
  label,
  type,
  placeholder,
  value,
  onKeep,
}: {
  readonly label: string;
  readonly type: "text" | "number";
  readonly placeholder: string;
  readonly value: string;
  readonly onKeep: (text: string) => void;
}): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    if (typed === null) return;
    setTyped(null);
    onKeep(typed);
  };
  return (
    <label className="fault-field">
      {label}
      <input
        className="text-field"
        type={type}
        min={1}
        placeholder={placeholder}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === "Enter") keep();
        }}
      />
    </label>
  );
}

function NumberField({
  label,
  value,
  disabled,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
}): ReactNode {
  return (
    <input
      className="text-field number"
      type="number"
      min={1}
      max={599}
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => {
        if (event.target.valueAsNumber > 0) onChange(event.target.valueAsNumber);
      }}
    />
  );
}
