import { Socket } from "node:net";
import fc from "fast-check";
import { isLoopback } from "./loopback.ts";

// The suite must be able to run on a machine with no network: any connection that leaves the machine fails the test that made it.
const connect = Socket.prototype.connect;

Socket.prototype.connect = function guarded(this: Socket, ...args: unknown[]) {
  const first = (Array.isArray(args[0]) ? args[0][0] : args[0]) as { host?: string; path?: string } | undefined;
  if (
    typeof first === "object" &&
    first !== null &&
    first.path === undefined &&
    !isLoopback(first.host ?? "localhost")
  ) {
    throw new Error(`A test tried to reach ${first.host}: tests stay on this machine.`);
  }
  return Reflect.apply(connect, this, args);
} as typeof connect;

// On a developer's machine every run tries other cases; a run that decides about a change must be able to be repeated.
if (process.env["CI"] !== undefined) {
  fc.configureGlobal({ seed: 20_261_121 });
}
