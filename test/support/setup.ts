import { Socket } from "node:net";
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
